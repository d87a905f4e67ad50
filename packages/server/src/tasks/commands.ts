import type { ChangedTask } from '@zhuowei/contract/tasks.ts'
import {
  mayTake,
  type TaskKind,
  type TaskState,
  type TaskStep,
  taskStateLabel,
} from '@zhuowei/domain/tasks/task.ts'
import { sql } from 'kysely'
import { managersOf } from '../complaints/telling.ts'
import type { Writing } from '../platform/http/implement.ts'
import { forbidden, invalid, notFound, Refusal } from '../platform/refusal.ts'
import { refuseStale } from '../platform/refuse-stale.ts'
import { mayDo, visibleTasks } from './access.ts'
import { dueAtOf, refusePast, refuseStrangeCustomer } from './due.ts'
import { getTask } from './get-task.ts'
import { staffOf } from './staff.ts'
import { addEntry, recordStep, settleOwn, tell } from './telling.ts'

/** Another subject, day or owner. What was assigned can go to another of the staff, for example when somebody leaves. */
export async function changeTask(work: Writing, id: string, input: ChangedTask): Promise<void> {
  const { actor, now } = work
  const task = await loadFor(work, id, 'change', input)
  const dueAt = dueAtOf(input)
  if (task.kind === 'assigned' && !dueAt) throw invalid('dueOn', '请选择截止日期')
  if (dueAt?.getTime() !== task.dueAt?.getTime()) refusePast(dueAt, now)
  if (input.customerId !== task.customerId) await refuseStrangeCustomer(work, input.customerId)
  const owner = await nextOwner(work, task, input.ownerId)
  const { subject, description, customerId } = input
  await change(work, id, {
    ...{ subject, description, customerId, dueAt },
    // A new day is a new chance to be told that it has passed.
    ...(dueAt?.getTime() !== task.dueAt?.getTime() && { overdueToldAt: null }),
    ...(owner && { ownerId: owner.id, divisionId: owner.divisionId, state: 'open' }),
  })
  await recordStep(work, id, task, 'changed', {
    summary: owner ? `交办任务改由${owner.name}做：${subject}` : `修改任务：${subject}`,
    before: { subject: task.subject, ownerId: task.ownerId, dueAt: task.dueAt },
    after: { subject, ownerId: owner?.id ?? task.ownerId, dueAt },
  })
  if (task.kind !== 'assigned') return
  await addEntry(work, id, 'changed', owner ? `改由${owner.name}做` : '修改了任务')
  await tell(
    work,
    [owner?.id ?? task.ownerId],
    id,
    owner ? `${actor.name}交办：${subject}` : `${actor.name}修改了交办的任务：${subject}`,
  )
  if (owner) await tell(work, [task.ownerId], id, `${actor.name}把任务改由${owner.name}做：${task.subject}`)
}

interface Result {
  version: number
  result: string | null
}

/** 完成情况 of one's own to-do. */
export async function completeTask(work: Writing, id: string, { version, result }: Result): Promise<void> {
  const task = await loadFor(work, id, 'complete', { version })
  await change(work, id, { state: 'done', closedAt: work.now, result })
  await recordStep(work, id, task, 'completed', { summary: '完成了一条个人待办' })
}

export async function reopenTask(work: Writing, id: string, yours: { version: number }): Promise<void> {
  const task = await loadFor(work, id, 'reopen', yours)
  await change(work, id, { state: 'open', closedAt: null })
  await recordStep(work, id, task, 'reopened', { summary: '重新打开一条个人待办' })
}

interface Words {
  version: number
  body: string
}

/** 反馈: done as far as the owner sees it; the superior accepts it or sends it back. */
export async function giveFeedback(work: Writing, id: string, { version, body }: Words): Promise<void> {
  const { db, actor } = work
  const task = await loadFor(work, id, 'feedback', { version })
  await change(work, id, { state: 'reported', result: body })
  await addEntry(work, id, 'feedback', body)
  await recordStep(work, id, task, 'reported', { summary: `反馈交办任务：${task.subject}` })
  await settleOwn(work, id)
  const superiors = await managersOf(db, { divisionId: task.divisionId ?? '', forGm: task.forGm })
  await tell(work, superiors, id, `${actor.name}反馈：${task.subject}，请验收`)
}

export async function acceptTask(work: Writing, id: string, yours: { version: number }): Promise<void> {
  const { actor, now } = work
  const task = await loadFor(work, id, 'accept', yours)
  await change(work, id, { state: 'accepted', closedAt: now })
  await addEntry(work, id, 'accepted', '验收')
  await recordStep(work, id, task, 'accepted', { summary: `验收交办任务：${task.subject}` })
  await settleOwn(work, id)
  await tell(work, [task.ownerId], id, `${actor.name}验收了：${task.subject}`)
}

interface Because {
  version: number
  reason: string
}

export async function sendTaskBack(work: Writing, id: string, { version, reason }: Because): Promise<void> {
  const { actor } = work
  const task = await loadFor(work, id, 'sendBack', { version })
  await change(work, id, { state: 'returned' })
  await addEntry(work, id, 'returned', reason)
  await recordStep(work, id, task, 'sent_back', { summary: `退回交办任务：${task.subject}`, reason })
  await settleOwn(work, id)
  await tell(work, [task.ownerId], id, `${actor.name}退回：${task.subject}`)
}

/** One's own to-do goes without a word; what was assigned only with one. */
export async function cancelTask(
  work: Writing,
  id: string,
  { version, reason }: { version: number; reason: string | null },
): Promise<void> {
  const { actor, now } = work
  const task = await loadFor(work, id, 'cancel', { version })
  if (task.kind === 'assigned' && !reason) throw invalid('reason', '请填写取消的理由')
  await change(work, id, { state: 'cancelled', closedAt: now })
  await recordStep(work, id, task, 'cancelled', {
    summary: task.kind === 'assigned' ? `取消交办任务：${task.subject}` : '取消了一条个人待办',
    reason,
  })
  if (task.kind !== 'assigned') return
  await addEntry(work, id, 'cancelled', reason ?? '')
  await settleOwn(work, id)
  await tell(work, [task.ownerId], id, `${actor.name}取消了交办：${task.subject}`)
}

/** Found (404), allowed (403), as it was seen and in a state that allows the step (409); locked until the end of the command. */
async function loadFor(work: Writing, id: string, step: TaskStep, yours: { version: number }) {
  const { db, actor } = work
  const task = await visibleTasks(db, actor)
    .where('tasks.id', '=', id)
    .selectAll('tasks')
    .select((row) => [
      row.ref('tasks.kind').$castTo<TaskKind>().as('kind'), // tasks_kind_known
      row.ref('tasks.state').$castTo<TaskState>().as('state'), // tasks_state_known
    ])
    .forUpdate()
    .executeTakeFirst()
  if (!task) throw notFound()
  if (!mayDo[step](actor, task)) throw forbidden(whyNot(step, task.kind))
  await refuseStale(task.version, yours, () => getTask(work, id))
  if (!mayTake(step, task.state))
    throw new Refusal('nothing_to_decide', { detail: `这项任务现在是“${taskStateLabel[task.state]}”` })
  return task
}

function whyNot(step: TaskStep, kind: TaskKind): string {
  if (step === 'feedback') return kind === 'general' ? '个人待办不用反馈，完成即可' : '完成情况由责任人反馈'
  if (step === 'complete' || step === 'reopen') return '交办的任务由责任人反馈、直接上司验收'
  return step === 'accept' || step === 'sendBack'
    ? '交办的任务由直接上司验收'
    : '交办的任务由直接上司修改和取消'
}

async function nextOwner(work: Writing, task: { kind: TaskKind; ownerId: string }, ownerId: string | null) {
  if (task.kind !== 'assigned' || !ownerId || ownerId === task.ownerId) return null
  const owner = (await staffOf(work)).find(({ id }) => id === ownerId)
  if (!owner) throw invalid('ownerId', '只能交办给自己的直接下属')
  return owner
}

interface Change {
  state?: TaskState
  subject?: string
  description?: string | null
  customerId?: string | null
  dueAt?: Date | null
  ownerId?: string
  divisionId?: string | null
  result?: string | null
  closedAt?: Date | null
  overdueToldAt?: Date | null
}

async function change({ db, actor, now }: Writing, id: string, to: Change): Promise<void> {
  await db
    .updateTable('tasks')
    .set({ ...to, version: sql`version + 1`, updatedAt: now, updatedBy: actor.id })
    .where('id', '=', id)
    .execute()
}
