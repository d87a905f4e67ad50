import type { RevisedContent } from '@zhuowei/contract/report-shapes.ts'
import type { ObligationKind } from '@zhuowei/domain/reports/kinds.ts'
import { completePlannedSteps } from '../activities/planned-steps.ts'
import { recordEvent } from '../platform/events.ts'
import type { Writing } from '../platform/http/implement.ts'
import { forbidden, Refusal } from '../platform/refusal.ts'
import { isOwn } from './access.ts'
import { missingParts, tidy } from './content.ts'
import { keepVersion, withGradeChanges } from './file-report.ts'
import { findReport, type VisibleReport } from './get-report.ts'
import { asPromised } from './shown.ts'
import { slotOf } from './slots.ts'
import { handInSupport, numbered } from './support.ts'

/** A later edit is a new version; when the report was first complete, and so what it counts as, stays (§1B). */
export async function reviseReport(writing: Writing, id: string, input: RevisedContent): Promise<void> {
  const { db, actor, now } = writing
  const report = await findReport(writing, id)
  if (!isOwn(actor, { personId: report.authorId })) throw forbidden('只有本人可以修改自己的汇报')
  await db.selectFrom('reports').select('id').where('id', '=', id).forUpdate().execute()
  const current = await findReport(writing, id)
  if (current.version !== input.version) {
    const { description, result, issue, support, version } = current
    throw new Refusal('version_conflict', {
      facts: { current: { description, result, issue, support, version }, yours: input },
    })
  }
  const kind = partOf(current)
  const typed = tidy(input)
  const support = input.support ? numbered(input.support, current.support) : current.support
  const { description, result, issue } = kind === 'weekly_plan' ? asPromised(typed) : typed
  const content = { description, result, issue, support }
  const errors = missingParts(kind, content)
  if (errors.length > 0) throw new Refusal('invalid_input', { errors })
  const { divisionId, authorId, periodKey: key } = current
  const slot = await slotOf(db, { divisionId, personId: authorId, kind, key })
  const told = await withGradeChanges(db, slot, { ...content, id })
  const version = current.version + 1
  await db
    .updateTable('reports')
    .set({
      description: JSON.stringify(told.description),
      // Of a plan alone: what is being drafted of its 完成情况 stays.
      ...(kind !== 'weekly_plan' && { result: JSON.stringify(told.result), issue: content.issue }),
      support: JSON.stringify(support),
      version,
      updatedAt: now,
    })
    .where('id', '=', id)
    .execute()
  await keepVersion(db, { ...current, ...content, ...told, version }, now)
  if (current.planSubmittedAt) await handInSupport(db, { id, divisionId, authorId, week: key }, support, now)
  if (kind !== 'weekly_plan')
    await completePlannedSteps(db, { divisionId, authorId, description: told.description }, now)
  await recordEvent(db, actor, now, {
    verb: 'report.revised',
    subjectType: 'report',
    subjectId: id,
    divisionId,
    summary: `修改 ${current.kind === 'daily' ? `${key} ` : ''}${current.subject}，第 ${version} 版`,
  })
}

/** What of it has been submitted, and so can be revised. */
function partOf({ kind, submittedAt }: VisibleReport): ObligationKind {
  if (kind !== 'weekly') return kind
  return submittedAt ? 'weekly_summary' : 'weekly_plan'
}
