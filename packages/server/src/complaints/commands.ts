import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { callbackDue, solutionDue } from '@zhuowei/domain/complaints/clocks.ts'
import {
  type ComplaintLevel,
  type ComplaintState,
  type ComplaintStep,
  complaintStateLabel,
  mayStep,
} from '@zhuowei/domain/complaints/complaint.ts'
import { sql } from 'kysely'
import { loadRules } from '../obligations/rules.ts'
import type { Writing } from '../platform/http/implement.ts'
import { newId } from '../platform/ids.ts'
import { forbidden, invalid, notFound, Refusal } from '../platform/refusal.ts'
import { mayHandle, mayManage, visibleComplaints } from './access.ts'
import { getComplaint } from './get-complaint.ts'
import { assignable } from './people.ts'
import { managersOf, recordOnTimeline, settleOwn, tell } from './telling.ts'

interface Dispatch {
  version: number
  assigneeId: string
  note: string | null
}

/** 派单, also to somebody else later; the one complained of sees the complaint from here on if it is given to him. */
export async function dispatchComplaint(work: Writing, id: string, input: Dispatch): Promise<void> {
  const complaint = await loadFor(work, id, 'dispatch', input)
  if (complaint.forGm && input.assigneeId === complaint.targetPersonId)
    throw invalid('assigneeId', '这件投诉是针对他本人的，请派给别人')
  const people = await assignable(work.db, complaint)
  const assignee = people.find((person) => person.id === input.assigneeId)
  if (!assignee) throw invalid('assigneeId', whoCanTakeIt(complaint))
  const state = complaint.state === 'notified' ? 'dispatched' : complaint.state
  await change(work, id, { state, assigneeId: assignee.id })
  const note = input.note ? `：${input.note}` : ''
  await addEntry(work, id, 'dispatch', `派给${assignee.name}${note}`)
  await recordOnTimeline(work, complaint, 'dispatched', `投诉 ${complaint.number} 派单`)
  await settleOwn(work, id)
  const told = [assignee.id].filter((person) => person !== work.actor.id)
  await tell(work, told, id, `${work.actor.name}派给您一件投诉：${complaint.number}`)
}

const whoCanTakeIt = ({ forGm }: { forGm: boolean }) =>
  `只能派给本事业部在职的经理、高级项目主管或项目主管${forGm ? '，或总经理自己处理' : ''}`

interface Words {
  version: number
  body: string
}

/** One entry of the handling; the first one is the answer that the response clock waits for. */
export async function handleComplaint(work: Writing, id: string, { version, body }: Words): Promise<void> {
  const complaint = await loadFor(work, id, 'handle', { version })
  await change(work, id, { state: 'handling', respondedAt: complaint.respondedAt ?? work.now })
  await addEntry(work, id, 'handling', body)
  await recordOnTimeline(work, complaint, 'handled', `投诉 ${complaint.number} 处理中`)
  await settleOwn(work, id)
}

/** Solved as far as we see it: the manager asks the customer (满意度回访). */
export async function resolveComplaint(work: Writing, id: string, { version, body }: Words): Promise<void> {
  const { db, now } = work
  const complaint = await loadFor(work, id, 'resolve', { version })
  const { calendar, parameters } = await loadRules(db, complaint.divisionId, shanghaiDate(now))
  await change(work, id, {
    state: 'callback',
    respondedAt: complaint.respondedAt ?? now,
    resolvedAt: now,
    callbackDueAt: callbackDue(shanghaiDate(now), calendar, parameters),
  })
  await addEntry(work, id, 'solution', body)
  await recordOnTimeline(work, complaint, 'resolved', `投诉 ${complaint.number} 已解决，待回访`)
  await settleOwn(work, id)
  const managers = (await managersOf(db, complaint)).filter((person) => person !== work.actor.id)
  await tell(work, managers, id, `投诉 ${complaint.number} 已解决，待回访`)
}

interface Callback extends Words {
  satisfied: boolean
}

/** 回访: 满意 closes, which only the manager can; 不满意 opens it again with a new clock for the solution. */
export async function callBack(work: Writing, id: string, input: Callback): Promise<void> {
  const { db, now } = work
  const { version, body, satisfied } = input
  const complaint = await loadFor(work, id, 'callBack', { version })
  if (satisfied) {
    await change(work, id, { state: 'closed', closedAt: now })
    await addEntry(work, id, 'satisfied', body)
    await recordOnTimeline(work, complaint, 'closed', `投诉 ${complaint.number} 客户满意，关闭`)
    await settleOwn(work, id)
    return
  }
  const { calendar, parameters } = await loadRules(db, complaint.divisionId, shanghaiDate(now))
  await change(work, id, {
    state: 'reopened',
    resolvedAt: null,
    callbackDueAt: null,
    escalatedAt: null,
    reopened: complaint.reopened + 1,
    solutionDueAt: solutionDue(complaint.level, now, calendar, parameters),
  })
  await addEntry(work, id, 'unsatisfied', body)
  await recordOnTimeline(work, complaint, 'reopened', `投诉 ${complaint.number} 客户不满意，重开`)
  await settleOwn(work, id)
  const told = complaint.assigneeId && complaint.assigneeId !== work.actor.id ? [complaint.assigneeId] : []
  await tell(work, told, id, `投诉 ${complaint.number} 客户不满意，已重开`)
}

const rules = {
  dispatch: mayManage,
  handle: mayHandle,
  resolve: mayHandle,
  callBack: mayManage,
} as const satisfies Record<ComplaintStep, typeof mayManage>

/** Found (404), allowed (403), as it was seen and in a state that allows the step (409); locked until the end of the command. */
async function loadFor(work: Writing, id: string, step: ComplaintStep, yours: { version: number }) {
  const { db, actor } = work
  const complaint = await visibleComplaints(db, actor)
    .where('complaints.id', '=', id)
    .selectAll('complaints')
    .select((row) => [
      row.ref('complaints.state').$castTo<ComplaintState>().as('state'), // complaints_state_known
      row.ref('complaints.level').$castTo<ComplaintLevel>().as('level'), // complaints_level_known
    ])
    .forUpdate()
    .executeTakeFirst()
  if (!complaint) throw notFound()
  if (!rules[step](actor, complaint)) throw forbidden(whyNot(step, complaint))
  if (complaint.version !== yours.version)
    throw new Refusal('version_conflict', { facts: { current: await getComplaint(work, id), yours } })
  if (!mayStep(step, complaint.state))
    throw new Refusal('nothing_to_decide', {
      detail: `这件投诉现在是“${complaintStateLabel[complaint.state]}”`,
    })
  return complaint
}

function whyNot(step: ComplaintStep, { forGm }: { forGm: boolean }): string {
  const manager = forGm ? '总经理' : '部门经理'
  if (step === 'dispatch') return `投诉由${manager}派单`
  if (step === 'callBack') return `投诉由${manager}回访和关闭`
  return `处理情况由处理人和${manager}填写`
}

interface Change {
  state: ComplaintState
  assigneeId?: string
  respondedAt?: Date
  resolvedAt?: Date | null
  callbackDueAt?: Date | null
  escalatedAt?: Date | null
  reopened?: number
  solutionDueAt?: Date
  closedAt?: Date
}

async function change({ db, actor, now }: Writing, id: string, to: Change): Promise<void> {
  await db
    .updateTable('complaints')
    .set({ ...to, version: sql`version + 1`, updatedAt: now, updatedBy: actor.id })
    .where('id', '=', id)
    .execute()
}

type EntryKind = 'dispatch' | 'handling' | 'solution' | 'satisfied' | 'unsatisfied'

async function addEntry(
  { db, actor, now }: Writing,
  complaintId: string,
  kind: EntryKind,
  body: string,
): Promise<void> {
  await db
    .insertInto('complaintEntries')
    .values({ id: newId(), complaintId, kind, body, at: now, byId: actor.id })
    .execute()
}
