import { type PlainDate, shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { countdown, shortDate } from '@zhuowei/domain/calendar/wording.ts'
import { sql } from 'kysely'
import { notify } from '../notifications/notify.ts'
import { stateNow } from '../obligations/state.ts'
import { recordEvent } from '../platform/events.ts'
import type { Writing } from '../platform/http/implement.ts'
import { newId } from '../platform/ids.ts'
import { handsReportsTo } from './access.ts'

/** 催办: tells those who still owe the report of a day; the same person is urged at most once an hour. */
export async function urgeReports(
  { db, actor, now }: Writing,
  { date, personIds }: { date: PlainDate; personIds?: readonly string[] },
) {
  const owing = await db
    .selectFrom('obligations')
    .innerJoin('people', 'people.id', 'obligations.personId')
    .select(['people.id', 'people.name', 'obligations.graceAt'])
    .where('obligations.kind', '=', 'daily')
    .where('obligations.onDate', '=', date)
    .where('people.role', 'in', handsReportsTo(actor))
    .$if(actor.role !== 'gm', (query) => query.where('obligations.divisionId', '=', actor.divisionId))
    .$if(personIds !== undefined, (query) =>
      query.where('people.id', '=', sql<string>`any(${[...(personIds ?? [])]}::uuid[])`),
    )
    .where(stateNow(now), '=', 'pending')
    .orderBy('people.employeeNo')
    .execute()
  const [first] = owing
  if (!first) return { urged: [], alreadyUrged: 0 }
  const today = shanghaiDate(now)
  const reached = await notify(
    db,
    {
      personIds: owing.map(({ id }) => id),
      kind: 'urge',
      title: `${actor.name}催办：${shortDate(date, today)}日报还没提交`,
      body: `宽限截止${countdown(now, first.graceAt)}。`,
      link: `/reports/daily/${date}`,
      dedupeKey: `urge:daily:${date}:${now.toISOString().slice(0, 13)}`,
    },
    now,
  )
  const urged = owing.filter(({ id }) => reached.includes(id)).map(({ id, name }) => ({ id, name }))
  if (urged.length > 0) {
    await recordEvent(db, actor, now, {
      verb: 'report.urged',
      subjectType: 'urge',
      subjectId: newId(),
      divisionId: actor.divisionId,
      summary: `催办 ${date} 日报：${urged.map(({ name }) => name).join('、')}`,
    })
  }
  return { urged, alreadyUrged: owing.length - urged.length }
}
