import type { DraftContent, ReportLine } from '@zhuowei/contract/report-shapes.ts'
import { addDays, shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { reportKindOf } from '@zhuowei/domain/reports/kinds.ts'
import { givesSpecialReason, standing } from '../obligations/duty.ts'
import { lockLedger } from '../obligations/generate.ts'
import { ensureObligation } from '../obligations/ledger.ts'
import type { Trx } from '../platform/db/connect.ts'
import type { Writing } from '../platform/http/implement.ts'
import { newId } from '../platform/ids.ts'
import { Refusal } from '../platform/refusal.ts'
import { missingParts, saysTheSame, tidy, type Written } from './content.ts'
import { filingColumns, filingOf } from './halves.ts'
import { parseLines } from './lines.ts'
import { invalidPeriod, refuseTooEarly, type Slot } from './slots.ts'
import { deadlineOf, loadStanding, noWorkingDays, type Standing } from './standing.ts'
import { parseSupport } from './support.ts'

/** Keeps what is typed; a draft that is complete at its deadline files itself (§1B). Saving the same again changes nothing. */
export async function saveDraft(writing: Writing, slot: Slot, input: DraftContent) {
  const { db, now } = writing
  const content = { ...tidy(input), support: [] }
  const held = await holdSlot(db, slot, now)
  const draft = await storeDraft(db, held, content, now)
  return savedOf(writing, slot, draft, content)
}

/** What the editor needs to know after a save. */
export async function savedOf({ db, now }: Writing, slot: Slot, draft: StoredDraft, content: Written) {
  return {
    id: draft.id,
    version: draft.version,
    savedAt: draft.updatedAt,
    deadline: deadlineOf(await loadStanding(db, slot, now), now),
    missing: missingParts(slot.kind, content),
  }
}

/** Holds the obligation until the end of the transaction and says how it stands. */
export async function holdSlot(trx: Trx, slot: Slot, now: Date): Promise<Standing> {
  refuseTooEarly(slot, now)
  await ensureObligation(trx, slot, now)
  await lockLedger(trx, slot.divisionId, 'shared')
  await trx
    .selectFrom('obligations')
    .select('id')
    .where('personId', '=', slot.personId)
    .where('kind', '=', slot.kind)
    .where('periodKey', '=', slot.key)
    .forUpdate()
    .execute()
  const held = await loadStanding(trx, slot, now)
  const closed = whyNotWritten(held, now)
  if (closed) throw invalidPeriod(slot, closed)
  return held
}

// What asked for no report is told from memory for so long, and no longer.
const freeDays = 31

/** Why no report is written about this period; null when one may be. One that was owed stays open for 补填. */
export function whyNotWritten({ slot, person, obligation }: Standing, now: Date): string | null {
  const daily = slot.kind === 'daily'
  if (!person) return daily ? '这一天您不在本事业部，不填日报' : '这段时间您不在本事业部，不填汇报'
  if (!slot.period) return noWorkingDays(slot.kind)
  if (obligation || slot.onDate >= addDays(shanghaiDate(now), -freeDays)) return null
  return `${daily ? '这一天没有要交的日报' : '这段时间没有要交的汇报'}；${freeDays} 天以前的事不再补记`
}

export interface StoredDraft {
  id: string
  version: number
  updatedAt: Date
}

/** Writes the draft, and when it will file itself into the ledger. */
export async function storeDraft(
  trx: Trx,
  held: Standing,
  content: Written,
  now: Date,
): Promise<StoredDraft> {
  const { slot } = held
  const known = await trx
    .selectFrom('reports')
    .selectAll()
    .where('authorId', '=', slot.personId)
    .where('kind', '=', reportKindOf[slot.kind])
    .where('periodKey', '=', slot.key)
    .forUpdate()
    .executeTakeFirst()
  const filed = known && filingOf(slot.kind, known)
  if (known && filed?.submittedAt)
    throw new Refusal('already_submitted', { facts: { reportId: known.id, submittedAt: filed.submittedAt } })
  const planFiled = slot.kind === 'weekly_summary' && known?.planSubmittedAt
  const written = planFiled ? withPlan(content, parseLines(known.description)) : content
  const complete = missingParts(slot.kind, written).length === 0
  const completeSince = complete ? (filed?.completeSince ?? now) : null
  if (!known) {
    if (content.version !== 0) throw conflict(slot, null, content)
    const created = await createDraft(trx, slot, written, completeSince, now)
    await noteFiling(trx, held, { id: created.id, completeSince, content })
    return created
  }
  const stored = {
    description: parseLines(known.description),
    result: parseLines(known.result),
    issue: known.issue,
    support: parseSupport(known.support),
    specialReasonKind: filed?.specialReasonKind ?? null,
    specialReason: filed?.specialReason ?? null,
    version: known.version,
  }
  const next = { ...stored, ...partOf(slot, written) }
  if (saysTheSame(stored, next)) return known
  if (known.version !== content.version) throw conflict(slot, stored, content)
  const updated = await trx
    .updateTable('reports')
    .set({ ...columnsOf(slot, next, completeSince), version: known.version + 1, updatedAt: now })
    .where('id', '=', known.id)
    .returning(['id', 'version', 'updatedAt'])
    .executeTakeFirstOrThrow()
  await noteFiling(trx, held, { id: known.id, completeSince, content })
  return updated
}

/** A submitted plan stands as it was promised: its summary says of each line what became of it, and changes no word of it (五.2.2)②). */
export function withPlan<T extends { description: ReportLine[] }>(
  content: T,
  plan: readonly ReportLine[],
): T {
  const told = [...content.description]
  const description = plan.map((line) => {
    const found = told.findIndex(({ text }) => text === line.text)
    const [match] = found < 0 ? [] : told.splice(found, 1)
    const { issue: _, ...promised } = line
    return match ? { ...promised, done: match.done, ...(match.issue && { issue: match.issue }) } : line
  })
  return { ...content, description }
}

/** The half of the record that is being written; the other one stays. */
function partOf({ kind }: Slot, { version: _, ...content }: Written): Partial<Written> {
  const { description, support, specialReasonKind, specialReason } = content
  if (kind === 'weekly_plan') return { description, support, specialReasonKind, specialReason }
  const { support: __, ...rest } = content
  return rest
}

function createDraft(
  trx: Trx,
  slot: Slot,
  content: Written,
  completeSince: Date | null,
  now: Date,
): Promise<StoredDraft> {
  return trx
    .insertInto('reports')
    .values({
      id: newId(),
      divisionId: slot.divisionId,
      authorId: slot.personId,
      kind: reportKindOf[slot.kind],
      periodKey: slot.key,
      onDate: recordDay(slot),
      subject: slot.subject,
      timeOption: slot.timeOption,
      ...columnsOf(slot, content, completeSince),
      createdAt: now,
      updatedAt: now,
    })
    .returning(['id', 'version', 'updatedAt'])
    .executeTakeFirstOrThrow()
}

/** The last day of what the record is about: of a week its Sunday, whichever half is written first. */
const recordDay = ({ kind, from, onDate }: Slot) => (kind === 'weekly_plan' ? addDays(from, 6) : onDate)

function columnsOf(slot: Slot, content: Omit<Written, 'version'>, completeSince: Date | null) {
  const { description, result, issue, support, specialReasonKind, specialReason } = content
  return {
    description: JSON.stringify(description),
    result: JSON.stringify(result),
    issue,
    support: JSON.stringify(support),
    ...filingColumns(slot.kind, { completeSince, specialReasonKind, specialReason }),
  }
}

async function noteFiling(
  trx: Trx,
  { obligation, slot }: Standing,
  draft: { id: string; completeSince: Date | null; content: Written },
): Promise<void> {
  if (!obligation || !slot.period) return
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
    slot.period.parameters,
  )
  await trx
    .updateTable('obligations')
    .set({ reportId: draft.id, filesAt: filing?.at ?? null, filesAs: filing?.as ?? null })
    .where('id', '=', obligation.id)
    .execute()
}

/** Two browsers with the same draft open: neither overwrites the other unseen. */
function conflict({ kind }: Slot, current: object | null, yours: Written): Refusal {
  return new Refusal('version_conflict', { facts: { kind, current, yours } })
}
