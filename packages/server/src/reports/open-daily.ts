import type { OnServer } from '@zhuowei/contract/kernel.ts'
import type { OpenedDaily } from '@zhuowei/contract/report-shapes.ts'
import { type PlainDate, shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { reportForms } from '@zhuowei/domain/clauses/prescribed.ts'
import { reportsTo } from '@zhuowei/domain/organisation/roles.ts'
import { dailySubject } from '@zhuowei/domain/reports/daily.ts'
import type { Reading } from '../platform/http/implement.ts'
import { missingParts } from './content.ts'
import { type KnownFact, knownFacts } from './day-facts.ts'
import { parseLines } from './lines.ts'
import { ownDay, whyNotWritten } from './save-draft.ts'
import { deadlineOf, loadStanding } from './standing.ts'

type Opened = OnServer<OpenedDaily>

/** 日常工作 → 新增任务: the draft as it was left, or one written from the facts of the day. */
export async function openDaily({ db, actor, now }: Reading, date: PlainDate): Promise<Opened> {
  const day = ownDay(actor, date, now)
  const standing = await loadStanding(db, day, now)
  const [saved, facts, reader] = await Promise.all([
    db
      .selectFrom('reports')
      .selectAll()
      .where('authorId', '=', day.personId)
      .where('kind', '=', 'daily')
      .where('periodKey', '=', date)
      .executeTakeFirst(),
    knownFacts(db, day, standing.day.calendar),
    readerOf({ db, actor, now }),
  ])
  const content = saved
    ? {
        description: parseLines(saved.description),
        result: parseLines(saved.result),
        issue: saved.issue,
      }
    : prefilled(facts)
  const submittedAt = saved?.submittedAt ?? null
  const closed = whyNotWritten(standing, date, now)
  const open = closed === null && submittedAt === null
  return {
    date,
    id: saved?.id ?? null,
    version: saved?.version ?? 0,
    subject: dailySubject(date),
    timeOption: reportForms.daily.timeOption,
    prompts: { description: reportForms.daily.description, result: reportForms.daily.result },
    reader,
    ...content,
    specialReasonKind: (saved?.specialReasonKind ?? null) as Opened['specialReasonKind'], // written from the contract's enum
    specialReason: saved?.specialReason ?? null,
    savedAt: saved?.updatedAt ?? null,
    submittedAt,
    autoSubmitted: saved?.autoSubmitted ?? false,
    deadline: deadlineOf(standing, now),
    facts: facts.map(({ knownAt, ...fact }) => {
      const included = carries(content, fact)
      return { ...fact, included, news: !included && isNews(knownAt, saved) }
    }),
    missing: missingParts(content),
    closed,
    can: { save: open, submit: open, revise: submittedAt !== null },
  }
}

const prefilled = (facts: readonly KnownFact[]) => ({
  description: facts.filter(({ box }) => box === 'description').map(({ line }) => line),
  result: facts.filter(({ box }) => box === 'result').map(({ line }) => line),
  issue: null,
})

function carries(
  content: Pick<Opened, 'description' | 'result'>,
  { box, line: { text, ref } }: Pick<KnownFact, 'box' | 'line'>,
): boolean {
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

async function readerOf({ db, actor, now }: Reading): Promise<Opened['reader']> {
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
