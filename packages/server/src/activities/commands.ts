import type { ChangedActivity, NewActivity } from '@zhuowei/contract/activities.ts'
import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { contactLabel } from '@zhuowei/domain/customers/visit.ts'
import { settleNextStep, touchCustomer } from '../customers/activity.ts'
import { updateFollowUp } from '../customers/follow-up.ts'
import { meetContacts } from '../customers/met.ts'
import { findForVisit } from '../customers/queries.ts'
import { answerFromVisit } from '../feedback/save.ts'
import { recordEvent } from '../platform/events.ts'
import type { Writing } from '../platform/http/implement.ts'
import { newId } from '../platform/ids.ts'
import { forbidden, invalid, notFound, Refusal } from '../platform/refusal.ts'
import { canEdit, visibleActivities } from './access.ts'
import { getActivity } from './queries.ts'

type CustomerUpdate = NonNullable<NewActivity['customerUpdate']>

/**
 * 六.2.3)③ records a visit at a customer that the person may visit; the customer's last activity moves, and with 影响跟进程度 its status and
 * grade change in the same step (六.2.4)).
 */
export async function recordActivity(work: Writing, input: NewActivity, id = newId()): Promise<string> {
  const { db, actor, now } = work
  const customer = await findForVisit(work, input.customerId)
  await checkPeople(work, input, customer)
  const happenedAt = new Date(input.happenedAt)
  if (happenedAt > now) throw invalid('happenedAt', '拜访时间不能晚于现在；以后的事请写在下一步里')
  const updated = input.customerUpdate !== undefined
  const happenedOn = shanghaiDate(happenedAt)
  await db
    .insertInto('activities')
    .values({
      ...factsOf(input),
      id,
      divisionId: customer.divisionId,
      customerId: customer.id,
      happenedAt,
      happenedOn,
      authorId: actor.id,
      followUpDoneAt: input.affectsFollowUp && updated ? now : null,
      createdAt: now,
      createdBy: actor.id,
      updatedAt: now,
      updatedBy: actor.id,
    })
    .execute()
  await touchCustomer(db, customer.id, {
    at: happenedAt,
    kind: input.kind,
    nextStep: input.nextStep,
    nextOn: input.nextOn,
  })
  await recordEvent(db, actor, now, {
    verb: 'activity.recorded',
    subjectType: 'activity',
    subjectId: id,
    divisionId: customer.divisionId,
    customerId: customer.id,
    summary: `${contactLabel(input)}${customer.name}`,
    after: { content: input.content, result: input.result, problem: input.problem, nextStep: input.nextStep },
  })
  await meetContacts(work, input.contactIds)
  if (input.customerUpdate) await updateFollowUp(work, customer.id, input.customerUpdate)
  await answerFromVisit(work, customer.id, { id, on: happenedOn, answers: input.feedback })
  return id
}

/** Corrects a record; what stood before stays in the event. */
export async function correctActivity(work: Writing, id: string, input: ChangedActivity): Promise<void> {
  const { db, actor, now } = work
  const before = await loadOwn(work, id)
  if (before.version !== input.version) {
    throw new Refusal('version_conflict', { facts: { current: await getActivity(work, id), yours: input } })
  }
  await checkPeople(work, input, { id: before.customerId, divisionId: before.divisionId })
  const happenedAt = new Date(input.happenedAt)
  if (happenedAt > now) throw invalid('happenedAt', '拜访时间不能晚于现在；以后的事请写在下一步里')
  const promisesAnew = before.nextStep !== input.nextStep || before.nextOn !== input.nextOn
  if (promisesAnew) await settleNextStep(db, before.customerId, before)
  await db
    .updateTable('activities')
    .set({
      ...factsOf(input),
      ...(promisesAnew ? { nextDoneAt: null } : {}),
      happenedAt,
      happenedOn: shanghaiDate(happenedAt),
      version: before.version + 1,
      updatedAt: now,
      updatedBy: actor.id,
    })
    .where('id', '=', id)
    .execute()
  await touchCustomer(db, before.customerId, {
    at: happenedAt,
    kind: input.kind,
    nextStep: input.nextStep,
    nextOn: input.nextOn,
  })
  await meetContacts(work, input.contactIds)
  const { content, result, problem, nextStep } = before
  await recordEvent(db, actor, now, {
    verb: 'activity.corrected',
    subjectType: 'activity',
    subjectId: id,
    divisionId: before.divisionId,
    customerId: before.customerId,
    summary: '修改了拜访记录',
    before: { content, result, problem, nextStep },
    after: { content: input.content, result: input.result, problem: input.problem, nextStep: input.nextStep },
  })
}

/** Ticks off the next step that was promised; again changes nothing. */
export async function completeNextStep(work: Writing, id: string): Promise<void> {
  const { db, actor, now } = work
  const activity = await loadOwn(work, id)
  if (activity.nextStep === null) throw invalid('nextStep', '这次拜访没有写下一步')
  if (activity.nextDoneAt !== null) return
  await db
    .updateTable('activities')
    .set({ nextDoneAt: now, updatedAt: now, updatedBy: actor.id })
    .where('id', '=', id)
    .execute()
  await settleNextStep(db, activity.customerId, activity)
  await recordEvent(db, actor, now, {
    verb: 'activity.nextStepDone',
    subjectType: 'activity',
    subjectId: id,
    divisionId: activity.divisionId,
    customerId: activity.customerId,
    summary: `完成下一步：${activity.nextStep}`,
  })
}

/** 六.2.4) the update of the customer that was put off when the visit was written. */
export async function settleUpdate(work: Writing, id: string, update: CustomerUpdate): Promise<void> {
  const { db, actor, now } = work
  const activity = await loadOwn(work, id)
  await updateFollowUp(work, activity.customerId, update)
  await db
    .updateTable('activities')
    .set({ followUpDoneAt: activity.followUpDoneAt ?? now, updatedAt: now, updatedBy: actor.id })
    .where('id', '=', id)
    .execute()
  await recordEvent(db, actor, now, {
    verb: 'activity.updateSettled',
    subjectType: 'activity',
    subjectId: id,
    divisionId: activity.divisionId,
    customerId: activity.customerId,
    summary: '按这次拜访更新了客户资料',
  })
}

/** Soft: the record leaves the lists and stays in the history. */
export async function removeActivity(work: Writing, id: string): Promise<void> {
  const { db, actor, now } = work
  const activity = await loadOwn(work, id)
  if (activity.nextDoneAt === null) await settleNextStep(db, activity.customerId, activity)
  await db
    .updateTable('activities')
    .set({ deletedAt: now, updatedAt: now, updatedBy: actor.id })
    .where('id', '=', id)
    .execute()
  await recordEvent(db, actor, now, {
    verb: 'activity.removed',
    subjectType: 'activity',
    subjectId: id,
    divisionId: activity.divisionId,
    customerId: activity.customerId,
    summary: '删除了拜访记录',
    before: { content: activity.content, result: activity.result, problem: activity.problem },
  })
}

async function loadOwn({ db, actor }: Writing, id: string) {
  const activity = await visibleActivities(db, actor)
    .where('activities.id', '=', id)
    .selectAll('activities')
    .forUpdate('activities')
    .executeTakeFirst()
  if (!activity) throw notFound()
  if (!canEdit(actor, activity)) throw forbidden('只有记录人和部门经理可以修改拜访记录')
  return activity
}

function factsOf(input: NewActivity | ChangedActivity) {
  const { kind, callDirection, visitorIds, contactIds, content, result, problem, ...rest } = input
  const { affectsFollowUp, nextStep, nextOn } = rest
  return {
    kind,
    callDirection,
    visitorIds,
    contactIds,
    content,
    result,
    problem,
    affectsFollowUp,
    nextStep,
    nextOn,
  }
}

/** 拜访人 are ours, of the same division; 拜访对象 are people of this customer and of no other. */
async function checkPeople(
  { db }: Writing,
  {
    kind,
    callDirection,
    visitorIds,
    contactIds,
    nextStep,
    nextOn,
  }: Pick<NewActivity, 'kind' | 'callDirection' | 'visitorIds' | 'contactIds' | 'nextStep' | 'nextOn'>,
  customer: { id: string; divisionId: string },
): Promise<void> {
  const ours = await db
    .selectFrom('people')
    .select('id')
    .where('id', 'in', visitorIds)
    .where((row) => row.or([row('divisionId', '=', customer.divisionId), row('role', '=', 'gm')]))
    .execute()
  const errors = []
  if (callDirection && kind !== 'call')
    errors.push({ path: 'callDirection', message: '只有电话分来电和去电' })
  if (ours.length !== new Set(visitorIds).size)
    errors.push({ path: 'visitorIds', message: '拜访人须是本事业部的同事' })
  if (contactIds.length > 0) {
    const theirs = await db
      .selectFrom('contacts')
      .select('id')
      .where('id', 'in', contactIds)
      .where('customerId', '=', customer.id)
      .execute()
    if (theirs.length !== new Set(contactIds).size)
      errors.push({ path: 'contactIds', message: '拜访对象须是这家客户的联系人' })
  }
  if (nextOn && !nextStep) errors.push({ path: 'nextStep', message: '请写明下一步要做什么' })
  if (errors.length > 0) throw new Refusal('invalid_input', { errors })
}
