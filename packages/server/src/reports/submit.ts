import type { DraftContent } from '@zhuowei/contract/report-shapes.ts'
import type { Trx } from '../platform/db/connect.ts'
import type { Writing } from '../platform/http/implement.ts'
import { type FieldError, Refusal } from '../platform/refusal.ts'
import { missingParts, missingReason, tidy, type Written } from './content.ts'
import { fileReport } from './file-report.ts'
import { parseLines } from './lines.ts'
import { holdSlot, storeDraft } from './save-draft.ts'
import type { Slot } from './slots.ts'
import { deadlineOf } from './standing.ts'

/**
 * 五.1.3)①② files a report: in time without a reason, in the grace period with a special one, later as 补填. The server's clock
 * decides.
 */
export async function submitReport(writing: Writing, slot: Slot, input: DraftContent): Promise<string> {
  const submitted = await submitPart(writing, slot, { ...tidy(input), support: [] })
  if (submitted.errors.length > 0) throw new Refusal('invalid_input', { errors: submitted.errors })
  return submitted.id
}

/** The same for one half of a weekly report, whose errors are told together with those of the other. */
export async function submitPart(
  { db, now }: Writing,
  slot: Slot,
  content: Written,
): Promise<{ id: string; errors: FieldError[] }> {
  const held = await holdSlot(db, slot, now)
  const { specialReasonRequired, phase } = deadlineOf(held, now)
  const draft = await storeDraft(db, held, content, now)
  const stands = await storedContent(db, draft.id, content)
  const errors = [
    ...missingParts(slot.kind, stands),
    ...(specialReasonRequired ? missingReason(content) : []),
  ]
  if (errors.length > 0) return { id: draft.id, errors }
  // A reason chosen while there was still time explains nothing.
  const reason = phase === 'open' ? { specialReasonKind: null, specialReason: null } : {}
  const report = { ...stands, ...reason, id: draft.id, version: draft.version }
  await fileReport(db, slot, report, held.obligation, { at: now, automatic: false })
  return { id: draft.id, errors: [] }
}

/** With the plan as it was submitted, whatever a summary says of it. */
async function storedContent(trx: Trx, id: string, content: Written): Promise<Written> {
  const { description } = await trx
    .selectFrom('reports')
    .select('description')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return { ...content, description: parseLines(description) }
}
