import type { ChangedProject } from '@zhuowei/contract/projects.ts'
import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { type Factor, factorLabel } from '@zhuowei/domain/projects/factors.ts'
import { recordEvent } from '../platform/events.ts'
import type { Writing } from '../platform/http/implement.ts'
import { invalid } from '../platform/refusal.ts'
import { mayOverride } from './access.ts'
import { findProjectFor } from './find-project.ts'
import type { ProjectRow } from './select-projects.ts'

export async function changeProject(work: Writing, id: string, input: ChangedProject): Promise<void> {
  const row = await findProjectFor(work, id, input)
  const { name, amountFen, expectedSignOn, need } = input
  const judged = input.probability ?? null
  if (judged !== row.probability && input.probability !== undefined && !mayOverride(work.actor, row))
    throw invalid('probability', '成交可能由部门经理调整')
  const probability = input.probability === undefined ? row.probability : judged
  const after = { name, amountFen, expectedSignOn, need, probability }
  await touch(work, row, after, {
    summary: `修改项目 ${row.number}`,
    before: {
      ...{ name: row.name, amountFen: row.amountFen, expectedSignOn: row.expectedSignOn },
      ...{ need: row.need, probability: row.probability },
    },
    after,
  })
}

interface FactorInput {
  code: Factor
  body: string
  confirmedOn: string
}

/** 六.3.1)⑥ what is known, and since when it is sure. */
export async function setFactor(work: Writing, id: string, { code, body, confirmedOn }: FactorInput) {
  const { db, actor, now } = work
  const row = await findProjectFor(work, id)
  if (confirmedOn > shanghaiDate(now)) throw invalid('confirmedOn', '核实日期不能晚于今天')
  const values = { body, confirmedOn, updatedAt: now, updatedBy: actor.id }
  await db
    .insertInto('projectFactors')
    .values({ projectId: id, code, ...values })
    .onConflict((known) => known.columns(['projectId', 'code']).doUpdateSet(values))
    .execute()
  await touch(work, row, {}, { summary: `项目 ${row.number} ${factorLabel[code]}已核实` })
}

/** 六.3.1)③ only the customer's own people have a part in its purchase. */
export async function setSlots(
  work: Writing,
  id: string,
  slots: readonly { role: string; contactId: string }[],
): Promise<void> {
  const { db } = work
  const row = await findProjectFor(work, id)
  const ids = [...new Set(slots.map(({ contactId }) => contactId))]
  if (ids.length > 0) {
    const own = await db
      .selectFrom('contacts')
      .select('id')
      .where('customerId', '=', row.customerId)
      .where('deletedAt', 'is', null)
      .where('id', 'in', ids)
      .execute()
    if (own.length < ids.length) throw invalid('slots', '只能选这家客户的联系人')
  }
  await db.deleteFrom('projectRoleSlots').where('projectId', '=', id).execute()
  if (slots.length > 0)
    await db
      .insertInto('projectRoleSlots')
      .values(slots.map(({ role, contactId }) => ({ projectId: id, role, contactId })))
      .onConflict((known) => known.doNothing())
      .execute()
  await touch(work, row, {}, { summary: `项目 ${row.number} 更新决策角色` })
}

interface Met {
  competitorId: string
  priceFen: number | null
  outcome: string | null
  note: string | null
}

/** 六.3.1)⑦ whom we met there, or that nobody competes. */
export async function setCompetitors(
  work: Writing,
  id: string,
  { withoutCompetitor, competitors }: { withoutCompetitor: boolean; competitors: readonly Met[] },
): Promise<void> {
  const { db } = work
  const row = await findProjectFor(work, id)
  const ids = competitors.map(({ competitorId }) => competitorId)
  if (new Set(ids).size < ids.length) throw invalid('competitors', '同一家竞争对手只能写一行')
  if (withoutCompetitor && ids.length > 0) throw invalid('withoutCompetitor', '已经写了竞争对手')
  if (ids.length > 0) {
    const known = await db
      .selectFrom('competitors')
      .select('id')
      .where('divisionId', '=', row.divisionId)
      .where('id', 'in', ids)
      .execute()
    if (known.length < ids.length) throw invalid('competitors', '没有找到这家竞争对手')
  }
  await db.deleteFrom('projectCompetitors').where('projectId', '=', id).execute()
  if (competitors.length > 0)
    await db
      .insertInto('projectCompetitors')
      .values(competitors.map((met) => ({ projectId: id, ...met })))
      .execute()
  await touch(work, row, { withoutCompetitor }, { summary: `项目 ${row.number} 更新竞争对手` })
}

/** Who belongs to the team sees the project, wherever he works in the division. */
export async function setMembers(
  work: Writing,
  id: string,
  members: readonly { personId: string; role: string }[],
): Promise<void> {
  const { db, now } = work
  const row = await findProjectFor(work, id)
  const ids = members.map(({ personId }) => personId)
  if (new Set(ids).size < ids.length) throw invalid('members', '同一个人只能有一个角色')
  if (ids.length > 0) {
    const people = await db
      .selectFrom('people')
      .select('id')
      .where('divisionId', '=', row.divisionId)
      .where((one) => one.or([one('leavingDate', 'is', null), one('leavingDate', '>=', shanghaiDate(now))]))
      .where('id', 'in', ids)
      .execute()
    if (people.length < ids.length) throw invalid('members', '成员须是本事业部在职的同事')
  }
  await db.deleteFrom('projectMembers').where('projectId', '=', id).execute()
  if (members.length > 0)
    await db
      .insertInto('projectMembers')
      .values(members.map((member) => ({ projectId: id, ...member, addedAt: now })))
      .execute()
  await touch(work, row, {}, { summary: `项目 ${row.number} 更新项目组` })
}

interface Change {
  name?: string
  amountFen?: number
  expectedSignOn?: string
  need?: string
  probability?: number | null
  withoutCompetitor?: boolean
}

/** Whatever is written about a project is activity with it (§2B), and one event. */
async function touch(
  { db, actor, now }: Writing,
  row: ProjectRow,
  change: Change,
  event: { summary: string; before?: object; after?: object },
): Promise<void> {
  await db
    .updateTable('projects')
    .set((one) => ({
      ...change,
      lastActivityOn: shanghaiDate(now),
      ...{ version: one('version', '+', 1), updatedAt: now, updatedBy: actor.id },
    }))
    .where('id', '=', row.id)
    .execute()
  await recordEvent(db, actor, now, {
    ...{ verb: 'project.changed', subjectType: 'project', subjectId: row.id, divisionId: row.divisionId },
    ...event,
  })
}
