import { addDays, mondayOf, shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { type WeeklyMeeting, weeklyMeeting } from '@zhuowei/domain/meetings/series.ts'
import { weekHeading } from '@zhuowei/domain/meetings/wording.ts'
import { sql } from 'kysely'
import { loadDivisionRules } from '../obligations/rules.ts'
import type { Database, Trx } from '../platform/db/connect.ts'
import { inTransaction } from '../platform/db/in-transaction.ts'
import { newId } from '../platform/ids.ts'
import { nextNumber } from '../platform/next-number.ts'
import { staffAt } from './people.ts'
import { tell } from './telling.ts'

/** This week and the four after it. */
const weeksAhead = 5

/**
 * 四.1 the instances of the series for the coming weeks. A change of calendar or parameters moves, cancels or brings back those that
 * have not begun; what a person moved or cancelled stays. The lock lets one of two servers do it.
 */
export async function planSeries(db: Database | Trx, now: Date): Promise<void> {
  const divisions = await db.selectFrom('divisions').select('id').orderBy('id').execute()
  for (const { id } of divisions)
    await inTransaction(db, async (trx) => {
      await sql`select pg_advisory_xact_lock(hashtext(${`meetings ${id}`}))`.execute(trx)
      await planDivision(trx, id, now)
    })
}

async function planDivision(db: Trx, divisionId: string, now: Date): Promise<void> {
  const { calendar, parametersOn } = await loadDivisionRules(db, divisionId)
  const monday = mondayOf(shanghaiDate(now))
  const wanted = Array.from({ length: weeksAhead }, (_, week) => addDays(monday, week * 7)).map((date) =>
    weeklyMeeting(date, calendar, parametersOn(date)),
  )
  const known = await db
    .selectFrom('meetings')
    .select(['id', 'number', 'week', 'state', 'startsAt', 'movedByHand', 'updatedBy'])
    .where('divisionId', '=', divisionId)
    .where(
      'week',
      'in',
      wanted.map(({ week }) => week),
    )
    .execute()
  for (const meeting of wanted) {
    const row = known.find(({ week }) => week === meeting.week)
    if (!row) await insertInstance(db, divisionId, meeting, now)
    else if (!row.movedByHand && row.startsAt > now) await adjust(db, divisionId, row, meeting, now)
  }
}

/** One of a week that is over before the product was there is not invented. */
async function insertInstance(db: Trx, divisionId: string, meeting: WeeklyMeeting, now: Date): Promise<void> {
  if (meeting.startsAt < now && shanghaiDate(meeting.startsAt) < shanghaiDate(now)) return
  const id = newId()
  await db
    .insertInto('meetings')
    .values({
      id,
      divisionId,
      number: await nextNumber(db, divisionId, `HY-${shanghaiDate(meeting.startsAt).slice(0, 4)}`),
      kind: 'regular',
      week: meeting.week,
      title: weekHeading(meeting.week),
      startsAt: meeting.startsAt,
      state: meeting.held ? 'planned' : 'cancelled',
      changeReason: meeting.reason,
      createdAt: now,
      updatedAt: now,
    })
    .execute()
}

interface Instance {
  id: string
  number: string
  state: string
  startsAt: Date
}

async function adjust(
  db: Trx,
  divisionId: string,
  row: Instance,
  meeting: WeeklyMeeting,
  now: Date,
): Promise<void> {
  const state = meeting.held ? 'planned' : 'cancelled'
  const isSame = row.state === state && row.startsAt.getTime() === meeting.startsAt.getTime()
  if (isSame || (row.state !== 'planned' && row.state !== 'cancelled')) return
  await db
    .updateTable('meetings')
    .set({
      state,
      startsAt: meeting.startsAt,
      changeReason: meeting.reason,
      updatedAt: now,
      version: sql`version + 1`,
    })
    .where('id', '=', row.id)
    .execute()
  const title = meeting.held
    ? `${row.number} 周例会改到 ${shanghaiDate(meeting.startsAt)}${meeting.reason ? `：${meeting.reason}` : ''}`
    : `${row.number} 周例会取消：${meeting.reason}`
  const people = await staffAt(db, divisionId, meeting.startsAt)
  await tell({ db, now }, { personIds: people.map(({ id }) => id), meetingId: row.id, title, forGroup: true })
}
