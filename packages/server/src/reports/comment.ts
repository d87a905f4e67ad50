import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { shortDate } from '@zhuowei/domain/calendar/wording.ts'
import { notify } from '../notifications/notify.ts'
import { announceReports } from '../obligations/announce.ts'
import { recordEvent } from '../platform/events.ts'
import type { Writing } from '../platform/http/implement.ts'
import { newId } from '../platform/ids.ts'
import { forbidden } from '../platform/refusal.ts'
import { isOwn, mayComment } from './access.ts'
import { findReport, type VisibleReport } from './get-report.ts'
import { setReadMarks } from './read-marks.ts'

/** 五.1.1): the superior's guidance; its author learns of it at once, and the report counts as read. */
export async function commentOnReport(writing: Writing, id: string, body: string): Promise<void> {
  const { db, actor, now } = writing
  const report = await findReport(writing, id)
  const subject = { personId: report.authorId, role: report.role, divisionId: report.authorDivisionId }
  if (!mayComment(actor, subject))
    throw forbidden(isOwn(actor, subject) ? '自己的汇报由上级点评' : '这份汇报由上级点评')
  await db
    .insertInto('reportComments')
    .values({ id: newId(), divisionId: report.divisionId, reportId: id, authorId: actor.id, body, at: now })
    .execute()
  await setReadMarks(writing, [id])
  await recordEvent(db, actor, now, {
    verb: 'report.commented',
    subjectType: 'report',
    subjectId: id,
    divisionId: report.divisionId,
    summary: `点评 ${report.authorName} ${report.kind === 'daily' ? `${report.periodKey} ` : ''}${report.subject}`,
    after: { body },
  })
  await announceReports(db, report.divisionId, [report.authorId])
  await notify(
    db,
    {
      personIds: [report.authorId],
      kind: 'comment',
      title: `${actor.name}点评了您的 ${reportName(report, now)}`,
      body,
      link: `/reports/${id}`,
    },
    now,
  )
}

/** 11-20 周五日报: the prescribed subject would name the weekday a second time. */
const reportName = ({ kind, periodKey, subject }: VisibleReport, now: Date): string =>
  kind === 'daily' ? `${shortDate(periodKey, shanghaiDate(now))}日报` : subject
