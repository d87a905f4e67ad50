import type { ReportLine } from '@zhuowei/contract/report-shapes.ts'
import { isMet } from '@zhuowei/domain/calendar/deadline.ts'
import { dailyDraft } from '@zhuowei/domain/reports/daily-draft.ts'
import { stateLabel } from '@zhuowei/domain/reports/timeliness.ts'
import { completePlannedSteps } from '../activities/planned-steps.ts'
import { settleNotifications } from '../notifications/settle.ts'
import { announceReports } from '../obligations/announce.ts'
import { standing } from '../obligations/duty.ts'
import type { LedgerRow } from '../obligations/ledger.ts'
import { loadRules } from '../obligations/rules.ts'
import type { Trx } from '../platform/db/connect.ts'
import { recordEvent } from '../platform/events.ts'
import type { Content, SpecialReasonGiven } from './content.ts'
import { openGradeChanges } from './day-facts.ts'

export interface CompleteReport extends Content, SpecialReasonGiven {
  id: string
  divisionId: string
  authorId: string
  date: string
  subject: string
  /** The version that stands now; filing makes the next. */
  version: number
}

/**
 * Files a complete report: the first complete submission fixes its timeliness (§1B), open grade changes count as 已体现 (六.1.2)②), the
 * superior finds it unread. `at` is the deadline itself when a complete draft files itself.
 */
export async function fileReport(
  trx: Trx,
  report: CompleteReport,
  obligation: LedgerRow | null,
  { at, automatic }: { at: Date; automatic: boolean },
): Promise<void> {
  const result = await withGradeChanges(trx, report)
  const version = report.version + 1
  await trx
    .updateTable('reports')
    .set({
      result: JSON.stringify(result),
      submittedAt: at,
      autoSubmitted: automatic,
      completeSince: null,
      version,
      updatedAt: at,
    })
    .where('id', '=', report.id)
    .execute()
  await keepVersion(trx, { ...report, result, version }, at)
  await completePlannedSteps(trx, report, at)
  const state = obligation ? await settle(trx, report, obligation, at) : null
  await recordEvent(trx, { id: report.authorId }, at, {
    verb: automatic ? 'report.filed_itself' : 'report.submitted',
    subjectType: 'report',
    subjectId: report.id,
    divisionId: report.divisionId,
    summary: `${automatic ? '草稿到期自动提交' : '提交'} ${report.date} ${report.subject}${state ? `，${stateLabel[state]}` : ''}`,
    reason: report.specialReason,
    after: { state, specialReasonKind: report.specialReasonKind },
  })
  await settleNotifications(
    trx,
    {
      personId: report.authorId,
      link: `/reports/daily/${report.date}`,
      kinds: ['reminder', 'urge', 'missed'],
    },
    at,
  )
  await announceReports(trx, report.divisionId, [report.authorId])
}

/** What was said, word for word, each time it was submitted or revised. */
export async function keepVersion(trx: Trx, report: CompleteReport, at: Date): Promise<void> {
  await trx
    .insertInto('reportVersions')
    .values({
      reportId: report.id,
      version: report.version,
      description: JSON.stringify(report.description),
      result: JSON.stringify(report.result),
      issue: report.issue,
      specialReasonKind: report.specialReasonKind,
      specialReason: report.specialReason,
      at,
    })
    .execute()
}

/** 六.1.2)②: a change of grade must appear, so one whose line was removed is written in again. */
export async function withGradeChanges(
  trx: Trx,
  report: Pick<CompleteReport, 'id' | 'divisionId' | 'authorId' | 'date' | 'result'>,
): Promise<ReportLine[]> {
  const { id, divisionId, authorId, date, result } = report
  const open = await openGradeChanges(trx, { divisionId, personId: authorId, date })
  if (open.length === 0) return result
  const told = new Set(result.flatMap(({ ref }) => (ref?.type === 'grade_change' ? [ref.id] : [])))
  const untold = open.filter((change) => !told.has(change.id))
  const { resultLines } = dailyDraft({ plannedSteps: [], visits: [], newCustomers: [], gradeChanges: untold })
  await trx
    .updateTable('gradeChanges')
    .set({ reflectedInReportId: id })
    .where(
      'id',
      'in',
      open.map((change) => change.id),
    )
    .execute()
  return [...result, ...resultLines.map((line) => ({ ...line, done: null }))]
}

async function settle(trx: Trx, report: CompleteReport, obligation: LedgerRow, at: Date) {
  const {
    dueAt: due,
    graceAt: grace,
    id,
    divisionId,
    onDate,
    exemption,
    waivedAt,
    reasonRejectedAt,
  } = obligation
  const { parameters } = await loadRules(trx, divisionId, onDate)
  const specialReason = report.specialReasonKind !== null && !isMet(due, at)
  const { state } = standing(
    {
      due,
      grace,
      exempt: exemption !== null,
      decisions: { waived: waivedAt !== null, reasonRejected: reasonRejectedAt !== null },
      report: { id: report.id, submittedAt: at, completeSince: null, specialReason },
    },
    parameters,
  )
  await trx
    .updateTable('obligations')
    .set({
      state,
      reportId: report.id,
      firstCompleteAt: at,
      specialReason,
      filesAt: null,
      filesAs: null,
      updatedAt: at,
    })
    .where('id', '=', id)
    .execute()
  return state
}
