import { endOfDay, shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import type { Role } from '@zhuowei/domain/organisation/roles.ts'
import { supportStateLabel } from '@zhuowei/domain/support-requests/support-request.ts'
import { sql } from 'kysely'
import type { Asking, Item } from '../today/items.ts'
import { mayAnswer, visibleRequests } from './access.ts'
import { linkTo } from './decide-request.ts'

/** For who answers one line with all that waits, due with the next meeting at the latest; for who asked each answer that he has not seen. */
export async function supportItems(reading: Asking): Promise<Item[]> {
  const { ask, actor, now } = reading
  if (actor.role === 'adm') return []
  const answers = actor.role === 'dm' || actor.role === 'gm'
  const [waiting, answered] = await Promise.all([
    answers ? ask(waitingRequests(reading)) : [],
    actor.role === 'gm' ? [] : ask(answeredRequests(reading)),
  ])
  const own = waiting.filter((row) => mayAnswer(actor, row))
  const [oldest] = own
  const endOfToday = endOfDay(shanghaiDate(now))
  return [
    ...(oldest
      ? [
          {
            ...{ key: 'support', kind: 'support_request' as const, tag: null, clause: '四.1.1)③' },
            title: `${own.length} 项支持需求待答复`,
            facts: own
              .map(({ askerName, body }) => `${askerName}：${body}`)
              .join('；')
              .slice(0, 80),
            dueAt: oldest.meetingAt ?? endOfToday,
            action: { label: '答复', to: '/support-requests', urge: null, soft: true },
          },
        ]
      : []),
    ...answered.map(({ noticeId, id, state, reply, body }) => ({
      ...{ key: `support:${id}`, kind: 'support_request' as const, clause: '四.1.1)③', dueAt: endOfToday },
      title: `支持需求${supportStateLabel[state]}：${body}`,
      tag: {
        text: supportStateLabel[state],
        tone: state === 'granted' ? ('brand' as const) : ('amber' as const),
      },
      facts: reply ?? '',
      action: { label: '看答复', to: linkTo(id), urge: null, seen: noticeId, soft: true },
    })),
  ]
}

const waitingRequests = ({ db, actor, now }: Asking) =>
  visibleRequests(db, actor)
    .innerJoin('people as asker', 'asker.id', 'supportRequests.personId')
    .select(['supportRequests.divisionId', 'supportRequests.personId', 'body', 'asker.name as askerName'])
    .select((row) => [
      row.ref('asker.role').$castTo<Role>().as('personRole'), // people_role_known
      row
        .selectFrom('meetings')
        .select('startsAt')
        .whereRef('meetings.divisionId', '=', 'supportRequests.divisionId')
        .where('kind', '=', 'regular')
        .where('meetings.state', '=', 'planned')
        .where('startsAt', '>', now)
        .orderBy('startsAt')
        .limit(1)
        .as('meetingAt'),
    ])
    .where('supportRequests.state', '=', 'open')
    .$if(actor.role === 'gm', (own) => own.where('asker.role', '=', 'dm'))
    .orderBy('supportRequests.createdAt')
    .limit(50)

/** Shown until the notification of the answer was read. */
const answeredRequests = ({ db, actor }: Asking) =>
  db
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
