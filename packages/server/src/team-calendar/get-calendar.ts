import type { Returned } from '@zhuowei/contract/kernel.ts'
import {
  longestCalendarRange,
  type TeamCalendarQuery,
  type teamCalendarApi,
} from '@zhuowei/contract/team-calendar.ts'
import { addDays, daysBetween, shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { divisionInSight } from '../compliance/scope.ts'
import { loadWorkCalendar } from '../obligations/rules.ts'
import type { Reading } from '../platform/http/implement.ts'
import { forbidden, invalid } from '../platform/refusal.ts'
import { maySeeTeam } from './access.ts'
import { absencesOf } from './away.ts'
import type { Entry, Span } from './entries.ts'
import { meetingsOf } from './meetings.ts'
import { entriesOf } from './own.ts'
import { reportsByDay } from './reports.ts'
import { visitsByDay } from './visits.ts'

/** One's own calendar; or the team's: each day in a few lines, and person by person for those who are asked for. */
export async function getCalendar(
  reading: Reading,
  query: TeamCalendarQuery,
): Promise<Returned<typeof teamCalendarApi.get>> {
  const { actor } = reading
  const span = spanOf(query)
  const team = query.scope === 'team'
  if (team && !maySeeTeam(actor)) throw forbidden('团队日历由部门经理、综合管理和总经理看')
  const { people, entries } = team ? await ofTeam(reading, span, query) : await ofMyself(reading, span)
  const calendar = await loadWorkCalendar(reading.db)
  const dates = Array.from({ length: daysBetween(span.from, span.to) + 1 }, (_, day) =>
    addDays(span.from, day),
  )
  return {
    days: dates.map((date) => ({ date, type: calendar.day(date).type, name: calendar.day(date).name })),
    people,
    entries: entries.toSorted(inOrder),
    can: { team: maySeeTeam(actor) },
  }
}

const ofMyself = async (reading: Reading, span: Span) => ({
  people: [],
  entries: await entriesOf(reading, span, [reading.actor.id]),
})

async function ofTeam(reading: Reading, span: Span, { divisionId, personId }: TeamCalendarQuery) {
  const division = await divisionInSight(reading, divisionId)
  const people = await staffOf(reading, division.id)
  const chosen = people.filter(({ id }) => personId?.includes(id))
  if (chosen.length > 0)
    return {
      people,
      entries: await entriesOf(
        reading,
        span,
        chosen.map(({ id }) => id),
      ),
    }
  const entries = await Promise.all([
    reportsByDay(reading, span, division.id),
    absencesOf(reading, span, { divisionId: division.id }),
    meetingsOf(reading, span, { divisionId: division.id }),
    visitsByDay(reading, span, division.id),
  ])
  return { people, entries: entries.flat() }
}

function spanOf({ from, to }: TeamCalendarQuery): Span {
  if (to < from) throw invalid('to', '结束日期不能早于开始日期')
  if (daysBetween(from, to) >= longestCalendarRange)
    throw invalid('to', `一次最多看 ${longestCalendarRange} 天`)
  return { from, to }
}

function staffOf({ db, now }: Reading, divisionId: string) {
  const today = shanghaiDate(now)
  return db
    .selectFrom('people')
    .select(['id', 'name'])
    .where('divisionId', '=', divisionId)
    .where('entryDate', '<=', today)
    .where((row) => row.or([row('leavingDate', 'is', null), row('leavingDate', '>=', today)]))
    .orderBy('employeeNo')
    .execute()
}

/** Whole days first, as they stand above the hours; what is not done before what is. */
const inOrder = (one: Entry, other: Entry) =>
  one.from.localeCompare(other.from) ||
  (one.at?.getTime() ?? 0) - (other.at?.getTime() ?? 0) ||
  order.indexOf(one.state) - order.indexOf(other.state)

const order: readonly Entry['state'][] = ['late', 'due', 'away', 'plain', 'done']
