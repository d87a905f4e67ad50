import type { OnServer } from '@zhuowei/contract/kernel.ts'
import type { OpenedMonthly, OpenedTrip } from '@zhuowei/contract/period-reports.ts'
import type { OpenedDaily } from '@zhuowei/contract/report-shapes.ts'
import { type PlainDate, shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { reportsTo } from '@zhuowei/domain/organisation/roles.ts'
import { reportKindOf } from '@zhuowei/domain/reports/kinds.ts'
import type { Reading } from '../platform/http/implement.ts'
import { missingParts } from './content.ts'
import { type KnownFact, knownFacts } from './day-facts.ts'
import { filingOf } from './halves.ts'
import { parseLines } from './lines.ts'
import { lastFocus, periodFacts } from './period-facts.ts'
import { whyNotWritten } from './save-draft.ts'
import { ownDay, ownMonth, ownTripAndSlot, promptsOf, refuseTooEarly, type Slot } from './slots.ts'
import { deadlineOf, loadStanding } from './standing.ts'

/** 日常工作 → 新增任务: the draft as it was left, or one written from the facts of the day. */
export async function openDaily(reading: Reading, date: PlainDate): Promise<OnServer<OpenedDaily>> {
  return { date, ...(await opened(reading, await ownDay(reading, date))) }
}

/** 五.3.2)①. */
export async function openMonthly(reading: Reading, month: string): Promise<OnServer<OpenedMonthly>> {
  const slot = await ownMonth(reading, month)
  const promised = await lastFocus(reading.db, { personId: slot.personId, month })
  return { month, from: slot.from, to: slot.onDate, promised, ...(await opened(reading, slot)) }
}

/** 五.4.2)①. */
export async function openTrip(reading: Reading, tripId: string): Promise<OnServer<OpenedTrip>> {
  const { trip, slot } = await ownTripAndSlot(reading, tripId)
  const { id, place, from, to, reason } = trip
  return { trip: { id, place, from, to, reason }, ...(await opened(reading, slot)) }
}

const opened = async (reading: Reading, slot: Slot) => ({
  ...(await openForm(reading, slot)),
  ...(await openSheet(reading, slot)),
})

/** The labels of the prescribed form, and who will read it (G15). */
export async function openForm(reading: Reading, { kind, subject, timeOption }: Slot) {
  return { subject, timeOption, prompts: promptsOf(kind), reader: await readerOf(reading) }
}

/** What has been written, what the system knows besides, and how it stands. */
export async function openSheet(reading: Reading, slot: Slot) {
  const { db, now } = reading
  refuseTooEarly(slot, now)
  const standing = await loadStanding(db, slot, now)
  const [row, facts] = await Promise.all([
    db
      .selectFrom('reports')
      .selectAll()
      .where('authorId', '=', slot.personId)
      .where('kind', '=', reportKindOf[slot.kind])
      .where('periodKey', '=', slot.key)
      .executeTakeFirst(),
    factsOf(reading, slot),
  ])
  const filing = row && filingOf(slot.kind, row)
  const submittedAt = filing?.submittedAt ?? null
  const content =
    row && isBegun(slot, row)
      ? { description: parseLines(row.description), result: parseLines(row.result), issue: row.issue }
      : { ...prefilled(facts), ...(row && { description: parseLines(row.description) }) }
  const closed = whyNotWritten(standing, now)
  const open = closed === null && submittedAt === null
  return {
    id: row?.id ?? null,
    version: row?.version ?? 0,
    ...content,
    specialReasonKind: filing?.specialReasonKind ?? null,
    specialReason: filing?.specialReason ?? null,
    savedAt: row?.updatedAt ?? null,
    submittedAt,
    autoSubmitted: filing?.autoSubmitted ?? false,
    deadline: deadlineOf(standing, now),
    facts: facts.map(({ knownAt, offered: _, ...fact }) => {
      const included = carries(content, fact)
      return { ...fact, included, news: !included && isNews(knownAt, row && { ...row, ...filing }) }
    }),
    missing: missingParts(slot.kind, content),
    closed,
    can: { save: open, submit: open, revise: submittedAt !== null },
  }
}

function factsOf(reading: Reading, slot: Slot): Promise<KnownFact[]> {
  const { divisionId, personId, kind, key, rules, period, onDate } = slot
  if (kind !== 'daily')
    return periodFacts(reading, { divisionId, personId, kind, key, endsOn: period?.opensOn ?? onDate })
  return knownFacts(reading.db, { divisionId, personId, date: key }, rules.calendar)
}

/** A record that holds nothing but its plan has no 完成情况 yet, so the facts are offered for it. */
function isBegun(
  { kind }: Slot,
  row: { planSubmittedAt: Date | null; result: unknown; issue: string | null },
) {
  if (kind !== 'weekly_summary' || !row.planSubmittedAt) return true
  return parseLines(row.result).length > 0 || Boolean(row.issue)
}

function prefilled(facts: readonly KnownFact[]) {
  const begun = facts.filter(({ offered }) => !offered)
  return {
    description: begun.filter(({ box }) => box === 'description').map(({ line }) => line),
    result: begun.filter(({ box }) => box === 'result').map(({ line }) => line),
    issue: null,
  }
}

function carries(
  content: Pick<OnServer<OpenedDaily>, 'description' | 'result' | 'issue'>,
  { box, line: { text, ref } }: Pick<KnownFact, 'box' | 'line'>,
): boolean {
  if (box === 'issue') return content.issue?.includes(text) ?? false
  return content[box].some((line) =>
    ref
      ? line.ref?.type === ref.type && line.ref.id === ref.id && sameFact(line.text, text, ref)
      : line.text === text,
  )
}

/** Came after the report was written. A draft that filed itself was written some time before that, so everything it lacks is news. */
function isNews(
  knownAt: Date | null,
  saved: { submittedAt: Date | null; updatedAt: Date; autoSubmitted: boolean } | undefined,
): boolean {
  if (!saved?.submittedAt || !knownAt) return false
  const filedItself = saved.autoSubmitted && saved.updatedAt.getTime() === saved.submittedAt.getTime()
  // In the same instant only where the clock stands still, as it does in the demonstration.
  return filedItself || knownAt >= saved.updatedAt
}

/** Several carried lines share one earlier report; there the words tell them apart. */
const sameFact = (line: string, fact: string, ref: { type: string }) => ref.type !== 'report' || line === fact

async function readerOf({ db, actor, now }: Reading): Promise<OnServer<OpenedDaily>['reader']> {
  const role = reportsTo[actor.role]
  if (!role) return null
  const today = shanghaiDate(now)
  const reader = await db
    .selectFrom('people')
    .select(['id', 'name'])
    .where('role', '=', role)
    .$if(role !== 'gm', (query) => query.where('divisionId', '=', actor.divisionId))
    .where((row) => row.or([row('leavingDate', 'is', null), row('leavingDate', '>=', today)]))
    .orderBy('employeeNo')
    .limit(1)
    .executeTakeFirst()
  return reader ?? null
}
