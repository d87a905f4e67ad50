import type { CalendarImport, calendarApi } from '@zhuowei/contract/calendar.ts'
import type { Body, Returned } from '@zhuowei/contract/kernel.ts'
import type { PlainDate } from '@zhuowei/domain/calendar/dates.ts'
import { missingFestivals } from '@zhuowei/domain/calendar/festivals.ts'
import { dateWithWeekday } from '@zhuowei/domain/calendar/wording.ts'
import { type CalendarDay, dayTypeLabel, ordinaryDay } from '@zhuowei/domain/calendar/working-days.ts'
import { sql } from 'kysely'
import type { Database, Trx } from '../platform/db/connect.ts'
import { recordEvent } from '../platform/events.ts'
import type { Writing } from '../platform/http/implement.ts'
import { stableId } from '../platform/ids.ts'
import { publish } from '../platform/live/live.ts'
import { forbidden, invalid, notFound, Refusal } from '../platform/refusal.ts'
import { mayEditCalendar } from './access.ts'
import { ensureYear, loadDays, loadYear, type StoredDay, writeDays } from './days.ts'
import { withDeadlines } from './deadlines.ts'
import { readDays } from './read-days.ts'

type SetDay = typeof calendarApi.setDay
type Import = typeof calendarApi.import

/** One day, by hand; the deadlines that are still open follow. */
export async function setDay(
  writing: Writing,
  date: PlainDate,
  { type, name, reason, version }: Body<SetDay>,
): Promise<Returned<SetDay>> {
  const { db, actor, now } = writing
  await allowed(writing)
  await ensureYear(db, yearOf(date), now)
  const before = await loadDay(db, date)
  const after: CalendarDay = { date, type, name: name ?? '', source: 'manual' }
  if (before.version !== version) {
    throw new Refusal('version_conflict', { facts: { current: before, yours: after } })
  }
  if (sameKind(before, after)) return { day: before, deadlines: [] }
  const deadlines = await withDeadlines(db, { from: date, to: date }, now, () =>
    writeDays(db, [after], { personId: actor.id, now }),
  )
  await recordEvent(db, actor, now, {
    verb: 'calendar.day_set',
    ...subject(yearOf(date)),
    summary: `${dateWithWeekday(date)} 由${wordsOf(before)}改为${wordsOf(after)}`,
    before,
    after,
    reason,
  })
  await publish(db, { kind: 'changed', topic: 'calendar' })
  return { day: await loadDay(db, date), deadlines }
}

/**
 * A file or pasted text. With `officialYear` it is the notice for that whole year: the days that it does not name are an ordinary
 * week, and only what was entered by hand stays. The same text a second time changes nothing.
 */
export async function importCalendar(writing: Writing, input: CalendarImport): Promise<Returned<Import>> {
  const { db, actor, now } = writing
  await allowed(writing)
  const listed = readDays(input.text, input.officialYear)
  const missing = input.officialYear === null ? [] : missingFestivals(listed, input.officialYear)
  if (missing.length > 0 && !input.incomplete)
    throw invalid('incomplete', `通知里没有${missing.join('、')}；确认不放假后再写入`)
  for (const year of new Set(listed.map((day) => yearOf(day.date)))) await ensureYear(db, year, now)
  const { changed, confirmed } = await compare(db, listed, input.officialYear)
  const dates = changed.map(({ to }) => to.date).sort()
  const [from, to] = [dates[0], dates.at(-1)]
  const deadlines = await withDeadlines(db, from && to ? { from, to } : null, now, () =>
    writeDays(db, [...changed.map((change) => change.to), ...confirmed], { personId: actor.id, now }),
  )
  const reply = {
    days: changed.map((change) => ({ date: change.to.date, from: change.from, to: change.to })),
    confirmedDays: confirmed.length,
    missingFestivals: missing,
    deadlines,
  }
  if (changed.length + confirmed.length === 0) return reply
  await recordEvent(db, actor, now, {
    verb: 'calendar.imported',
    ...subject(input.officialYear ?? yearOf(from ?? '')),
    summary: input.officialYear
      ? `导入 ${input.officialYear} 年官方放假通知，${changed.length} 天有变化`
      : `导入日历，${changed.length} 天有变化`,
    after: reply.days,
  })
  await publish(db, { kind: 'changed', topic: 'calendar' })
  return reply
}

/** Does it and takes it back, so that the preview cannot differ from the deed. */
export async function previewImport(
  { db, actor, now }: { db: Database } & Omit<Writing, 'db'>,
  input: CalendarImport,
): Promise<Returned<Import>> {
  const trx = await db.startTransaction().execute()
  try {
    return await importCalendar({ db: trx, actor, now }, { ...input, incomplete: true })
  } finally {
    await trx.rollback().execute()
  }
}

async function allowed({ db, actor }: Writing): Promise<void> {
  if (!mayEditCalendar(actor)) throw forbidden('工作日历由考勤员或系统管理员维护')
  // One at a time, so that nobody computes deadlines from half of another's change.
  await sql`select pg_advisory_xact_lock(hashtextextended('calendar', 0))`.execute(db)
}

interface Change {
  from: StoredDay
  to: CalendarDay
}

async function compare(
  trx: Trx,
  listed: readonly CalendarDay[],
  officialYear: number | null,
): Promise<{ changed: Change[]; confirmed: CalendarDay[] }> {
  const named = new Map(listed.map((day) => [day.date, day]))
  const stored = officialYear === null ? [] : await loadYear(trx, officialYear)
  const unnamed = stored
    .filter((day) => !named.has(day.date) && day.source !== 'manual')
    .map((day) => ordinaryDay(day.date, 'official'))
  const wanted = [...named.values(), ...unnamed]
  const current = await currentDays(trx, wanted)
  const changes = wanted.flatMap((to) => {
    const from = current.get(to.date)
    return from ? [{ from, to }] : []
  })
  return {
    changed: changes.filter(({ from, to }) => !sameKind(from, to)),
    confirmed: changes
      .filter(({ from, to }) => sameKind(from, to) && from.source !== to.source && to.source === 'official')
      .map(({ to }) => to),
  }
}

async function currentDays(trx: Trx, wanted: readonly CalendarDay[]): Promise<Map<PlainDate, StoredDay>> {
  const dates = wanted.map((day) => day.date).sort()
  const [first, last] = [dates[0], dates.at(-1)]
  if (!first || !last) return new Map()
  return new Map((await loadDays(trx, first, last)).map((day) => [day.date, day]))
}

async function loadDay(trx: Trx, date: PlainDate): Promise<StoredDay> {
  const [day] = await loadDays(trx, date, date)
  if (!day) throw notFound()
  return day
}

const sameKind = (one: CalendarDay, other: CalendarDay) => one.type === other.type && one.name === other.name

const yearOf = (date: PlainDate) => Number(date.slice(0, 4))

const wordsOf = ({ type, name }: CalendarDay) =>
  name ? `${dayTypeLabel[type]}（${name}）` : dayTypeLabel[type]

/** The calendar belongs to the company, not to a division. */
const subject = (year: number) => ({
  subjectType: 'calendar',
  subjectId: stableId(`calendar|${year}`),
  divisionId: null,
})
