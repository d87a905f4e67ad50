import type { ApprovalFacts } from '@zhuowei/domain/approvals/condition.ts'
import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { classOf } from '@zhuowei/domain/projects/class.ts'
import { loadRules } from '../obligations/rules.ts'
import type { Actor } from '../platform/actor.ts'
import type { Reading } from '../platform/http/implement.ts'
import { notFound } from '../platform/refusal.ts'
import { selectProjects } from './select-projects.ts'

export interface InitiatedProject {
  id: string
  divisionId: string
  customerId: string
  number: string
  name: string
  amountFen: number
  isStrategic: boolean
  signDate: string | null
  memberIds: readonly string[]
  can: { edit: boolean; readMargin: boolean }
  /** What the way of its 立项 is chosen by. */
  factsWith(content: { amountFen: number | null; marginBasisPoints: number | null }): ApprovalFacts
}

/** The project as 立项 needs it, if this person may see it. */
export async function projectForInitiation(reading: Reading, id: string): Promise<InitiatedProject> {
  const { db, actor, now } = reading
  const row = await selectProjects(reading).where('projects.id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  const members = await db
    .selectFrom('projectMembers')
    .select('personId')
    .where('projectId', '=', id)
    .execute()
  const memberIds = members.map(({ personId }) => personId)
  const { parameters } = await loadRules(db, row.divisionId, shanghaiDate(now))
  return {
    ...row,
    signDate: row.expectedSignOn,
    memberIds,
    can: { edit: mayApply(actor, row), readMargin: mayReadMargin(actor, row, memberIds) },
    factsWith: ({ amountFen, marginBasisPoints }) => ({
      amountFen: amountFen ?? row.amountFen,
      ...(marginBasisPoints !== null && { marginBasisPoints }),
      projectClass: classOf(amountFen ?? row.amountFen, parameters).class,
      strategic: row.isStrategic,
      regionId: row.regionId,
    }),
  }
}

/** The owner applies; the manager may, and then 总经理 decides. */
const mayApply = (actor: Actor, { ownerId, divisionId }: { ownerId: string; divisionId: string }) =>
  actor.id === ownerId || (actor.role === 'dm' && actor.divisionId === divisionId)

/** §3A 底价/成本/毛利: the team, the manager, 综合管理 and 总经理. */
function mayReadMargin(
  actor: Actor,
  { ownerId, divisionId }: { ownerId: string; divisionId: string },
  memberIds: readonly string[],
): boolean {
  if (actor.role === 'gm' || actor.id === ownerId || memberIds.includes(actor.id)) return true
  return (actor.role === 'dm' || actor.role === 'oa') && actor.divisionId === divisionId
}
