import type { DraftContent } from '@zhuowei/contract/report-shapes.ts'
import type { PlainDate } from '@zhuowei/domain/calendar/dates.ts'
import { dailySubject } from '@zhuowei/domain/reports/daily.ts'
import type { Writing } from '../platform/http/implement.ts'
import { Refusal } from '../platform/refusal.ts'
import { missingParts, missingReason, tidy } from './content.ts'
import { fileReport } from './file-report.ts'
import { holdDay, ownDay, storeDraft } from './save-draft.ts'
import { deadlineOf } from './standing.ts'

/**
 * 五.1.3)①② files the daily report of one day: in time without a reason, in the grace period with a special one, later as 补填. The
 * server's clock decides.
 */
export async function submitReport(writing: Writing, date: PlainDate, input: DraftContent): Promise<string> {
  const { db, actor, now } = writing
  const content = tidy(input)
  const day = ownDay(actor, date, now)
  const standing = await holdDay(db, day, now)
  const { specialReasonRequired, phase } = deadlineOf(standing, now)
  const draft = await storeDraft(db, day, standing, content, now)
  const errors = [...missingParts(content), ...(specialReasonRequired ? missingReason(content) : [])]
  if (errors.length > 0) throw new Refusal('invalid_input', { errors })
  // A reason chosen while there was still time explains nothing.
  const reason = phase === 'open' ? { specialReasonKind: null, specialReason: null } : {}
  const report = {
    ...content,
    ...reason,
    id: draft.id,
    divisionId: day.divisionId,
    authorId: actor.id,
    date,
    subject: dailySubject(date),
    version: draft.version,
  }
  await fileReport(db, report, standing.obligation, { at: now, automatic: false })
  return draft.id
}
