import { endOfDay, shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { supportStateLabel } from '@zhuowei/domain/support-requests/support-request.ts'
import { sql } from 'kysely'
import type { Reading } from '../platform/http/implement.ts'
import type { Item } from '../today/items.ts'
import { mayAnswer } from './access.ts'
import { linkTo } from './decide-request.ts'
import { selectRequests } from './select-requests.ts'

/** For who answers one line with all that waits, due with the next meeting at the latest; for who asked each answer that he has not seen. */
export async function supportItems(reading: Reading): Promise<Item[]> {
  const { actor } = reading
  if (actor.role === 'adm') return []
  const [waiting, answered] = await Promise.all([waitingItem(reading), answeredItems(reading)])
  return [...waiting, ...answered]
}

async function waitingItem({ db, actor, now }: Reading): Promise<Item[]> {
  if (actor.role !== 'dm' && actor.role !== 'gm') return []
  const rows = await selectRequests(db, actor)
    .where('supportRequests.state', '=', 'open')
    .orderBy('supportRequests.createdAt')
    .limit(50)
    .execute()
  const own = rows.filter((row) => mayAnswer(actor, row))
  const [oldest] = own
  if (!oldest) return []
  const meeting = await nextMeeting({ db, actor, now }, oldest.divisionId)
  return [
    {
      key: 'support',
      kind: 'support_request',
      title: `${own.length} 项支持需求待答复`,
      tag: null,
      facts: own
        .map(({ askerName, body }) => `${askerName}：${body}`)
        .join('；')
        .slice(0, 80),
      clause: '四.1.1)③',
      dueAt: meeting ?? endOfDay(shanghaiDate(now)),
      action: { label: '答复', to: '/support-requests', urge: null, soft: true },
    },
  ]
}

async function nextMeeting({ db, now }: Reading, divisionId: string): Promise<Date | undefined> {
  const meeting = await db
    .selectFrom('meetings')
    .select('startsAt')
    .where('divisionId', '=', divisionId)
    .where('kind', '=', 'regular')
    .where('state', '=', 'planned')
    .where('startsAt', '>', now)
    .orderBy('startsAt')
    .executeTakeFirst()
  return meeting?.startsAt
}

/** Shown until the notification of the answer was read. */
async function answeredItems({ db, actor, now }: Reading): Promise<Item[]> {
  const rows = await db
    .selectFrom('notifications')
    .innerJoin('supportRequests', (join) =>
      join.on(sql<boolean>`notifications.link = ${linkTo('')}::text || support_requests.id::text`),
    )
    .select(['notifications.id as noticeId', 'supportRequests.id', 'supportRequests.body', 'reply'])
    .select((row) => row.ref('supportRequests.state').$castTo<'granted' | 'refused'>().as('state')) // one that was answered
    .where('notifications.personId', '=', actor.id)
    .where('notifications.kind', '=', 'support_request')
    .where('notifications.readAt', 'is', null)
    .where('supportRequests.personId', '=', actor.id)
    .limit(10)
    .execute()
  return rows.map(({ noticeId, id, state, reply, ...row }) => ({
    key: `support:${id}`,
    kind: 'support_request',
    title: `支持需求${supportStateLabel[state]}：${row.body}`,
    tag: { text: supportStateLabel[state], tone: state === 'granted' ? 'brand' : 'amber' },
    facts: reply ?? '',
    clause: '四.1.1)③',
    dueAt: endOfDay(shanghaiDate(now)),
    action: { label: '看答复', to: linkTo(id), urge: null, seen: noticeId, soft: true },
  }))
}
