import type { RevisedContent } from '@zhuowei/contract/report-shapes.ts'
import { completePlannedSteps } from '../activities/planned-steps.ts'
import { recordEvent } from '../platform/events.ts'
import type { Writing } from '../platform/http/implement.ts'
import { forbidden, Refusal } from '../platform/refusal.ts'
import { isOwn } from './access.ts'
import { missingParts, tidy } from './content.ts'
import { keepVersion, withGradeChanges } from './file-report.ts'
import { findReport } from './get-report.ts'

/** A later edit is a new version; when the report was first complete, and so what it counts as, stays (§1B). */
export async function reviseReport(writing: Writing, id: string, input: RevisedContent): Promise<void> {
  const { db, actor, now } = writing
  const report = await findReport(writing, id)
  if (!isOwn(actor, { personId: report.authorId })) throw forbidden('只有本人可以修改自己的汇报')
  await db.selectFrom('reports').select('id').where('id', '=', id).forUpdate().execute()
  const current = await findReport(writing, id)
  if (current.version !== input.version) {
    const { description, result, issue, version } = current
    throw new Refusal('version_conflict', {
      facts: { current: { description, result, issue, version }, yours: input },
    })
  }
  const content = tidy(input)
  const errors = missingParts(content)
  if (errors.length > 0) throw new Refusal('invalid_input', { errors })
  const revised = { ...current, ...content, date: current.periodKey, version: current.version + 1 }
  const result = await withGradeChanges(db, revised)
  await db
    .updateTable('reports')
    .set({
      description: JSON.stringify(content.description),
      result: JSON.stringify(result),
      issue: content.issue,
      version: revised.version,
      updatedAt: now,
    })
    .where('id', '=', id)
    .execute()
  await keepVersion(db, { ...revised, result }, now)
  await completePlannedSteps(db, revised, now)
  await recordEvent(db, actor, now, {
    verb: 'report.revised',
    subjectType: 'report',
    subjectId: id,
    divisionId: current.divisionId,
    summary: `修改 ${current.periodKey} ${current.subject}，第 ${revised.version} 版`,
  })
}
