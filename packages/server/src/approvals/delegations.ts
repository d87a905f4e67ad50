import type { approvalDelegationsApi, NewDelegation } from '@zhuowei/contract/approvals.ts'
import type { Returned } from '@zhuowei/contract/kernel.ts'
import { type PlainDate, shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { notify } from '../notifications/notify.ts'
import { recordEvent } from '../platform/events.ts'
import type { Reading, Writing } from '../platform/http/implement.ts'
import { newId } from '../platform/ids.ts'
import { invalid, notFound, Refusal } from '../platform/refusal.ts'
import { colleaguesOf } from './organisation.ts'

/** 代理 that this person has given and that was given to him, the newest first, and who could be his deputy. */
export async function listDelegations(
  reading: Reading,
): Promise<Returned<typeof approvalDelegationsApi.list>> {
  const { db, actor, now } = reading
  const today = shanghaiDate(now)
  const rows = await db
    .selectFrom('approvalDelegations')
    .innerJoin('people as giver', 'giver.id', 'fromId')
    .innerJoin('people as deputy', 'deputy.id', 'toId')
    .select(['approvalDelegations.id', 'fromId', 'toId', 'fromDate', 'toDate', 'reason', 'endedAt'])
    .select(['giver.name as giverName', 'deputy.name as deputyName'])
    .where((row) => row.or([row('fromId', '=', actor.id), row('toId', '=', actor.id)]))
    .orderBy('fromDate', 'desc')
    .orderBy('approvalDelegations.id', 'desc')
    .limit(100)
    .execute()
  return {
    items: rows.map(({ fromId, toId, giverName, deputyName, endedAt, ...row }) => {
      const state = endedAt ? 'ended' : stateOn(today, row)
      return {
        ...row,
        state,
        from: { id: fromId, name: giverName },
        to: { id: toId, name: deputyName },
        can: { end: fromId === actor.id && (state === 'coming' || state === 'running') },
      }
    }),
    deputies: await deputiesFor(reading, today),
  }
}

/** From a day to a day somebody decides for this person, who goes on being able to decide himself. */
export async function giveDelegation(work: Writing, given: NewDelegation): Promise<void> {
  const { db, actor, now } = work
  const { toId, fromDate, toDate, reason } = given
  const today = shanghaiDate(now)
  if (fromDate < today) throw invalid('fromDate', '开始日期不能早于今天')
  const deputy = (await deputiesFor(work, today)).find(({ id }) => id === toId)
  if (!deputy) throw invalid('toId', '代理人应是本事业部在职的同事或总经理')
  await db.selectFrom('people').select('id').where('id', '=', actor.id).forUpdate().execute() // two at once would not see each other
  const overlapping = await db
    .selectFrom('approvalDelegations')
    .select('id')
    .where('fromId', '=', actor.id)
    .where('endedAt', 'is', null)
    .where('fromDate', '<=', toDate)
    .where('toDate', '>=', fromDate)
    .executeTakeFirst()
  if (overlapping)
    throw new Refusal('duplicate_record', {
      errors: [{ path: 'fromDate', message: '这段时间已经有代理，请先结束它' }],
    })
  const id = newId()
  await db
    .insertInto('approvalDelegations')
    .values({
      ...{ id, toId, fromDate, toDate, reason },
      fromId: actor.id,
      createdAt: now,
      createdBy: actor.id,
    })
    .execute()
  const days = fromDate === toDate ? fromDate : `${fromDate} 至 ${toDate}`
  await recordEvent(db, actor, now, {
    verb: 'approval.delegated',
    subjectType: 'approval_delegation',
    subjectId: id,
    divisionId: actor.divisionId,
    summary: `${days} 的审批由${deputy.name}代${actor.name}处理`,
    reason,
  })
  const title = `${days} ${actor.name}的审批由您代为处理`
  await notify(db, { personIds: [toId], kind: 'approval', title, link: '/approvals' }, now)
}

export async function endDelegation({ db, actor, now }: Writing, id: string): Promise<void> {
  const given = await db
    .selectFrom('approvalDelegations')
    .innerJoin('people', 'people.id', 'toId')
    .select(['endedAt', 'toDate', 'people.name'])
    .where('approvalDelegations.id', '=', id)
    .where('fromId', '=', actor.id)
    .forUpdate('approvalDelegations')
    .executeTakeFirst()
  if (!given) throw notFound()
  if (given.endedAt || given.toDate < shanghaiDate(now))
    throw new Refusal('nothing_to_decide', { detail: '这项代理已经结束' })
  await db.updateTable('approvalDelegations').set({ endedAt: now }).where('id', '=', id).execute()
  await recordEvent(db, actor, now, {
    verb: 'approval.delegation_ended',
    subjectType: 'approval_delegation',
    subjectId: id,
    divisionId: actor.divisionId,
    summary: `${given.name}不再代${actor.name}审批`,
  })
}

/** 总经理 is stood for by a manager; everybody else by a colleague of the division or by 总经理. */
async function deputiesFor({ db, actor }: Reading, today: PlainDate) {
  const people =
    actor.role === 'gm'
      ? await db
          .selectFrom('people')
          .select(['id', 'name'])
          .where('role', '=', 'dm')
          .where('leavingDate', 'is', null)
          .orderBy('employeeNo')
          .execute()
      : await colleaguesOf(db, actor.divisionId, today)
  return people.filter(({ id }) => id !== actor.id).map(({ id, name }) => ({ id, name }))
}

const stateOn = (today: PlainDate, { fromDate, toDate }: { fromDate: PlainDate; toDate: PlainDate }) =>
  today < fromDate ? 'coming' : today > toDate ? 'over' : 'running'
