import type { NewAssignment, NewTask } from '@zhuowei/contract/tasks.ts'
import type { Writing } from '../platform/http/implement.ts'
import { newId } from '../platform/ids.ts'
import { invalid } from '../platform/refusal.ts'
import { reportsVisibleTo } from '../reports/access.ts'
import { dueAtOf, refusePast, refuseStrangeCustomer } from './due.ts'
import { staffOf } from './staff.ts'
import { addEntry, recordStep, tell } from './telling.ts'

/** 个人待办: one's own, and nobody else's to see. */
export async function createTask(work: Writing, input: NewTask, id = newId()): Promise<string> {
  const { actor } = work
  await refuseStrangeCustomer(work, input.customerId)
  const dueAt = dueAtOf(input)
  await insertTask(work, {
    ...{ id, kind: 'general', dueAt },
    ...{ subject: input.subject, description: input.description, customerId: input.customerId },
    ...{ ownerId: actor.id, assignerId: null, divisionId: actor.divisionId, forGm: false },
    ...{ reportId: null, quote: null },
  })
  await recordStep(work, id, { kind: 'general', divisionId: null }, 'created', {
    summary: '记了一条个人待办',
  })
  return id
}

/** 二.2.1)(15) 交办: the direct superior says what, to whom and until when; perhaps because of a sentence in a report. */
export async function assignTask(work: Writing, input: NewAssignment, id = newId()): Promise<string> {
  const { actor, now } = work
  const owner = (await staffOf(work)).find((person) => person.id === input.ownerId)
  if (!owner) throw invalid('ownerId', '只能交办给自己的直接下属')
  const dueAt = dueAtOf(input)
  refusePast(dueAt, now)
  await refuseStrangeCustomer(work, input.customerId)
  if (input.source) await refuseStrangeReport(work, input.source.reportId)
  const { divisionId } = owner
  await insertTask(work, {
    ...{ id, kind: 'assigned', dueAt, divisionId, forGm: owner.role === 'dm' },
    ...{ subject: input.subject, description: input.description, customerId: input.customerId },
    ...{ ownerId: owner.id, assignerId: actor.id },
    ...{ reportId: input.source?.reportId ?? null, quote: input.source?.quote ?? null },
  })
  await addEntry(work, id, 'assigned', `交办给${owner.name}`)
  await recordStep(work, id, { kind: 'assigned', divisionId }, 'assigned', {
    summary: `交办任务给${owner.name}：${input.subject}`,
    after: { subject: input.subject, ownerId: owner.id, dueAt, source: input.source },
  })
  await tell(work, [owner.id], id, `${actor.name}交办：${input.subject}`)
  return id
}

interface NewRow {
  id: string
  kind: 'assigned' | 'general'
  divisionId: string | null
  subject: string
  description: string | null
  ownerId: string
  assignerId: string | null
  forGm: boolean
  dueAt: Date | null
  customerId: string | null
  reportId: string | null
  quote: string | null
}

async function insertTask({ db, actor, now }: Writing, row: NewRow): Promise<void> {
  await db
    .insertInto('tasks')
    .values({
      ...row,
      state: 'open',
      createdAt: now,
      createdBy: actor.id,
      updatedAt: now,
      updatedBy: actor.id,
    })
    .execute()
}

async function refuseStrangeReport({ db, actor }: Writing, reportId: string): Promise<void> {
  const report = await db
    .selectFrom('reports')
    .where(reportsVisibleTo(actor))
    .where('reports.id', '=', reportId)
    .select('reports.id')
    .executeTakeFirst()
  if (!report) throw invalid('source', '没有找到这份汇报，或不在您的范围内')
}
