import type { Reading } from '../platform/http/implement.ts'
import { absencesOf } from './away.ts'
import type { Entry, Span } from './entries.ts'
import { meetingsOf } from './meetings.ts'
import { reportsOf } from './reports.ts'
import { tasksOf } from './tasks.ts'
import { nextStepsOf, plannedVisitsOf, visitsOf } from './visits.ts'

type Source = (reading: Reading, span: Span, personIds: readonly string[]) => Promise<Entry[]>

/** The one list of everything that a person has to do or to attend on a day; whatever brings another such thing adds its line here. */
const ahead: readonly Source[] = [
  reportsOf,
  (reading, span, personIds) => absencesOf(reading, span, { personIds }),
  (reading, span, personIds) => meetingsOf(reading, span, { personIds }),
  tasksOf,
  nextStepsOf,
  plannedVisitsOf,
]

/** What a calendar program shows: what is coming, and not what was done. */
export const aheadOf = (reading: Reading, span: Span): Promise<Entry[]> =>
  gather(ahead, reading, span, [reading.actor.id])

/** The calendar of these people one by one, with what they did. */
export const entriesOf = (reading: Reading, span: Span, personIds: readonly string[]): Promise<Entry[]> =>
  gather([...ahead, visitsOf], reading, span, personIds)

async function gather(
  sources: readonly Source[],
  reading: Reading,
  span: Span,
  personIds: readonly string[],
): Promise<Entry[]> {
  const found = await Promise.all(sources.map((source) => source(reading, span, personIds)))
  return found.flat()
}
