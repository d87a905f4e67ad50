import type { DraftContent } from '@zhuowei/contract/report-shapes.ts'
import { addDays, type PlainDate, shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { reportForms } from '@zhuowei/domain/clauses/prescribed.ts'
import { dailySubject } from '@zhuowei/domain/reports/daily.ts'
import { givesSpecialReason, standing } from '../obligations/duty.ts'
import { lockLedger } from '../obligations/generate.ts'
import { ensureObligation } from '../obligations/ledger.ts'
import type { Actor } from '../platform/actor.ts'
import type { Trx } from '../platform/db/connect.ts'
import type { Writing } from '../platform/http/implement.ts'
import { newId } from '../platform/ids.ts'
import { forbidden, invalid, Refusal } from '../platform/refusal.ts'
import { missingParts, saysTheSame, tidy } from './content.ts'
import { parseLines } from './lines.ts'
import { deadlineOf, loadStanding, type PersonDay, type Standing } from './standing.ts'

/** Keeps what is typed; a draft that is complete at its deadline files itself (§1B). Saving the same again changes nothing. */
export async function saveDraft(writing: Writing, date: PlainDate, input: DraftContent) {
  const { db, now } = writing
  const content = tidy(input)
  const day = ownDay(writing.actor, date, now)
  const standing = await holdDay(db, day, now)
  const draft = await storeDraft(db, day, standing, content, now)
  return {
    id: draft.id,
    version: draft.version,
    savedAt: draft.updatedAt,
    deadline: deadlineOf(await loadStanding(db, day, now), now),
    missing: missingParts(content),
  }
}

/** The own day that a report may be written about: not in the future, and not outside the time in the division. */
export function ownDay(actor: Actor, date: PlainDate, now: Date): PersonDay {
  if (!actor.divisionId) throw forbidden('该岗位不填工作汇报')
  if (date > shanghaiDate(now)) throw invalid('date', '还没到这一天，不能先写日报')
  return { divisionId: actor.divisionId, personId: actor.id, date }
}

/** Holds the day until the end of the transaction and says how it stands. */
export async function holdDay(trx: Trx, day: PersonDay, now: Date): Promise<Standing> {
  const { date } = day
  await ensureObligation(trx, day, now)
  await lockLedger(trx, day.divisionId, 'shared')
  await trx
    .selectFrom('obligations')
    .select('id')
    .where('personId', '=', day.personId)
    .where('kind', '=', 'daily')
    .where('periodKey', '=', day.date)
    .forUpdate()
    .execute()
  const standing = await loadStanding(trx, day, now)
  const closed = whyNotWritten(standing, date, now)
  if (closed) throw invalid('date', closed)
  return standing
}

// A day that asked for no report is told from memory for so long, and no longer.
const freeDays = 31

/** Why no report is written about this day; null when one may be. A day that asked for one stays open for 补填. */
export function whyNotWritten(standing: Standing, date: PlainDate, now: Date): string | null {
  if (!standing.person) return '这一天您不在本事业部，不填日报'
  if (standing.obligation || date >= addDays(shanghaiDate(now), -freeDays)) return null
  return `这一天没有要交的日报；${freeDays} 天以前的事不再补记`
}

interface StoredDraft {
  id: string
  version: number
  updatedAt: Date
}

/** Writes the draft, and when it will file itself into the ledger. */
export async function storeDraft(
  trx: Trx,
  day: PersonDay,
  standing: Standing,
  content: DraftContent,
  now: Date,
): Promise<StoredDraft> {
  const known = await trx
    .selectFrom('reports')
    .selectAll()
    .where('authorId', '=', day.personId)
    .where('kind', '=', 'daily')
    .where('periodKey', '=', day.date)
    .forUpdate()
    .executeTakeFirst()
  if (known?.submittedAt) {
    const { id: reportId, submittedAt } = known
    throw new Refusal('already_submitted', { facts: { reportId, submittedAt } })
  }
  const complete = missingParts(content).length === 0
  const completeSince = complete ? (known?.completeSince ?? now) : null
  if (!known) {
    if (content.version !== 0) throw conflict(null, content)
    const created = await createDraft(trx, day, content, completeSince, now)
    await noteFiling(trx, standing, { id: created.id, completeSince, content })
    return created
  }
  const stored = {
    ...known,
    description: parseLines(known.description),
    result: parseLines(known.result),
    specialReasonKind: known.specialReasonKind as DraftContent['specialReasonKind'], // written from the contract's enum
  }
  if (saysTheSame(stored, content)) return known
  if (known.version !== content.version) throw conflict(stored, content)
  const updated = await trx
    .updateTable('reports')
    .set({ ...columnsOf(content), completeSince, version: known.version + 1, updatedAt: now })
    .where('id', '=', known.id)
    .returning(['id', 'version', 'updatedAt'])
    .executeTakeFirstOrThrow()
  await noteFiling(trx, standing, { id: known.id, completeSince, content })
  return updated
}

function createDraft(
  trx: Trx,
  day: PersonDay,
  content: DraftContent,
  completeSince: Date | null,
  now: Date,
): Promise<StoredDraft> {
  return trx
    .insertInto('reports')
    .values({
      id: newId(),
      divisionId: day.divisionId,
      authorId: day.personId,
      kind: 'daily',
      periodKey: day.date,
      subject: dailySubject(day.date),
      timeOption: reportForms.daily.timeOption,
      ...columnsOf(content),
      completeSince,
      createdAt: now,
      updatedAt: now,
    })
    .returning(['id', 'version', 'updatedAt'])
    .executeTakeFirstOrThrow()
}

const columnsOf = (content: DraftContent) => ({
  description: JSON.stringify(content.description),
  result: JSON.stringify(content.result),
  issue: content.issue,
  specialReasonKind: content.specialReasonKind,
  specialReason: content.specialReason,
})

async function noteFiling(
  trx: Trx,
  { obligation, day }: Standing,
  draft: { id: string; completeSince: Date | null; content: DraftContent },
): Promise<void> {
  if (!obligation) return
  const { filing } = standing(
    {
      due: obligation.dueAt,
      grace: obligation.graceAt,
      exempt: obligation.exemption !== null,
      decisions: {
        waived: obligation.waivedAt !== null,
        reasonRejected: obligation.reasonRejectedAt !== null,
      },
      report: {
        id: draft.id,
        submittedAt: null,
        completeSince: draft.completeSince,
        specialReason: givesSpecialReason(draft.content),
      },
    },
    day.parameters,
  )
  await trx
    .updateTable('obligations')
    .set({ reportId: draft.id, filesAt: filing?.at ?? null, filesAs: filing?.as ?? null })
    .where('id', '=', obligation.id)
    .execute()
}

/** Two browsers with the same draft open: neither overwrites the other unseen. */
function conflict(current: object | null, yours: DraftContent): Refusal {
  return new Refusal('version_conflict', { facts: { current, yours } })
}
