import type { ApprovalCard } from '@zhuowei/contract/approval-shapes.ts'
import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { classOf } from '@zhuowei/domain/projects/class.ts'
import { hintsFor, type Initiation, initiationLabel } from '@zhuowei/domain/projects/initiation.ts'
import type { Subject } from '../approvals/subjects.ts'
import { loadRules } from '../obligations/rules.ts'
import type { Database, Trx } from '../platform/db/connect.ts'
import type { Writing } from '../platform/http/implement.ts'

/** 立项 on the engine: what its approvers see, and what follows from the decision. */
export const initiationSubject: Subject = {
  card: initiationCard,
  async after({ db, now }: Writing, id, state) {
    if (state === 'approved') {
      await db.updateTable('projectInitiations').set({ approvedAt: now }).where('id', '=', id).execute()
      await keepClass(db, id, now)
      await setTeam(db, id, now)
    }
    if (state === 'refused')
      await db.updateTable('projectInitiations').set({ refusedAt: now }).where('id', '=', id).execute()
  },
}

async function initiationCard(db: Database | Trx, id: string, now: Date): Promise<ApprovalCard> {
  const row = await db
    .selectFrom('projectInitiations as application')
    .innerJoin('projects', 'projects.id', 'application.projectId')
    .innerJoin('customers', 'customers.id', 'projects.customerId')
    .leftJoin('projectInitiationMargins', 'initiationId', 'application.id')
    .select(['application.amountFen', 'application.signDate', 'application.budgetFen'])
    .select(['application.fundSource', 'application.decisionChain', 'application.competition'])
    .select(['application.resources', 'application.risks', 'marginBasisPoints', 'application.projectId'])
    .select([
      'projects.amountFen as projectAmountFen',
      'projects.isStrategic',
      'customers.name as customerName',
    ])
    .where('application.id', '=', id)
    .executeTakeFirstOrThrow()
  const fact = (label: string, value: string | null, strong = false) =>
    value === null ? [] : [{ label, value, strong }]
  const texts = (['decisionChain', 'competition', 'resources', 'risks'] as const).flatMap((field) => {
    const body = row[field]
    return body ? [{ label: initiationLabel[field], body }] : []
  })
  return {
    facts: [
      ...fact('客户', row.customerName),
      ...fact(initiationLabel.amountFen, wan(row.amountFen), true),
      ...fact(initiationLabel.marginBasisPoints, percent(row.marginBasisPoints), true),
      ...fact(initiationLabel.signDate, row.signDate),
      ...fact(initiationLabel.budgetFen, wan(row.budgetFen)),
      ...fact(initiationLabel.fundSource, row.fundSource),
      ...fact('战略项目', row.isStrategic ? '是' : null),
    ],
    texts,
    hints: hintsFor(row satisfies Initiation, { amountFen: row.projectAmountFen }, shanghaiDate(now)),
    link: `/projects/${row.projectId}`,
  }
}

const wan = (fen: number | null) =>
  fen === null ? null : `${(fen / 1_000_000).toLocaleString('zh-CN', { maximumFractionDigits: 2 })} 万元`
const percent = (points: number | null) => (points === null ? null : `${points / 100}%`)

/** G14: whatever becomes of the amount, the project keeps the class that was approved. */
async function keepClass(db: Trx, id: string, now: Date): Promise<void> {
  const { projectId, divisionId, amountFen } = await db
    .selectFrom('projectInitiations')
    .select(['projectId', 'divisionId', 'amountFen'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const today = shanghaiDate(now)
  const { parameters } = await loadRules(db, divisionId, today)
  await db
    .updateTable('projects')
    .set((row) => ({
      classAtInitiation: classOf(amountFen ?? 0, parameters).class, // nothing without an amount is submitted
      lastActivityOn: today,
      version: row('version', '+', 1),
    }))
    .where('id', '=', projectId)
    .execute()
}

/** Who was named works on it from now on, each with what his position does in a project. */
async function setTeam(db: Trx, id: string, now: Date): Promise<void> {
  const { projectId, team } = await db
    .selectFrom('projectInitiations')
    .select(['projectId', 'team'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  if (team.length === 0) return
  const people = await db.selectFrom('people').select(['id', 'role']).where('id', 'in', team).execute()
  await db
    .insertInto('projectMembers')
    .values(
      people.map((person) => ({
        ...{ projectId, personId: person.id, addedAt: now },
        role: person.role === 'oa' ? 'commerce' : 'sales',
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
