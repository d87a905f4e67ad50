import type { ReportLine } from '@zhuowei/contract/report-shapes.ts'
import { isMet } from '@zhuowei/domain/calendar/deadline.ts'
import { dailyDraft } from '@zhuowei/domain/reports/daily-draft.ts'
import { type ObligationKind, obligationLabel } from '@zhuowei/domain/reports/kinds.ts'
import { stateLabel } from '@zhuowei/domain/reports/timeliness.ts'
import { completePlannedSteps } from '../activities/planned-steps.ts'
import { settleNotifications } from '../notifications/settle.ts'
import { announceReports } from '../obligations/announce.ts'
import { standing } from '../obligations/duty.ts'
import type { LedgerRow } from '../obligations/ledger.ts'
import { editorPath } from '../obligations/names.ts'
import { loadRules } from '../obligations/rules.ts'
import type { Trx } from '../platform/db/connect.ts'
import { recordEvent } from '../platform/events.ts'
import type { Written } from './content.ts'
import { openGradeChanges } from './day-facts.ts'
import { filingColumns } from './halves.ts'
import { asPromised } from './shown.ts'
import type { Slot } from './slots.ts'
import { handInSupport, type SupportLine } from './support.ts'

/** `version` is the one that stands now; filing makes the next. */
export interface CompleteReport extends Written {
  id: string
}

/**
 * Files a complete report: the first complete submission fixes its timeliness (§1B), open grade changes count as 已体现 (六.1.2)②), the
 * superior finds it unread. `at` is the deadline itself when a complete draft files itself.
 */
export async function fileReport(
  trx: Trx,
  slot: Slot,
  report: CompleteReport,
  obligation: LedgerRow | null,
  { at, automatic }: { at: Date; automatic: boolean },
): Promise<void> {
  const { kind, divisionId, personId } = slot
  const told = await withGradeChanges(trx, slot, report)
  const { specialReasonKind, specialReason } = report
  const version = report.version + 1
  await trx
    .updateTable('reports')
    .set({
      description: JSON.stringify(told.description),
      ...(kind !== 'weekly_plan' && { result: JSON.stringify(told.result), issue: report.issue }),
      ...filingColumns(kind, {
        ...{ submittedAt: at, autoSubmitted: automatic, completeSince: null },
        ...{ specialReasonKind, specialReason },
      }),
      version,
      updatedAt: at,
    })
    .where('id', '=', report.id)
    .execute()
  const filed = { ...report, ...told, version }
  await keepVersion(trx, kind === 'weekly_plan' ? asPromised(filed) : filed, at)
  if (kind === 'weekly_plan') {
    const plan = { id: report.id, divisionId, authorId: personId, week: slot.key }
    await handInSupport(trx, plan, report.support, at)
  } else await completePlannedSteps(trx, { divisionId, authorId: personId, ...told }, at)
  // 完成情况 is news to whoever has read the plan.
  if (kind === 'weekly_summary')
    await trx.deleteFrom('reportReads').where('reportId', '=', report.id).execute()
  const state = obligation ? await settle(trx, report, obligation, at) : null
  await recordEvent(trx, { id: personId }, at, {
    verb: automatic ? 'report.filed_itself' : 'report.submitted',
    subjectType: 'report',
    subjectId: report.id,
    divisionId,
    summary: `${automatic ? '草稿到期自动提交' : '提交'} ${filedName(slot)}${state ? `，${stateLabel[state]}` : ''}`,
    reason: specialReason,
    after: { state, specialReasonKind },
  })
  await settleNotifications(
    trx,
    { personId, link: editorOf(slot), kinds: ['reminder', 'urge', 'missed'] },
    at,
  )
  await announceReports(trx, divisionId, [personId])
}

/** 2026-11-20 星期五工作日报 · 第48周总结（周计划）. */
export function filedName({ kind, key, subject }: Pick<Slot, 'kind' | 'key' | 'subject'>): string {
  if (kind === 'daily') return `${key} ${subject}`
  return kind === 'weekly_plan' ? `${subject}（${obligationLabel.weekly_plan}）` : subject
}

/** The page on which it is written, as its reminders link to it. */
export const editorOf = ({ kind, key, period, onDate }: Slot): string =>
  editorPath({ kind, periodKey: key, opensAt: new Date(`${period?.opensOn ?? onDate}T00:00:00+08:00`) })

interface Version {
  id: string
  version: number
  description: ReportLine[]
  result: ReportLine[]
  issue: string | null
  specialReasonKind: string | null
  specialReason: string | null
  support: SupportLine[]
}

/** What was said, word for word, each time it was submitted or revised. */
export async function keepVersion(trx: Trx, report: Version, at: Date): Promise<void> {
  await trx
    .insertInto('reportVersions')
    .values({
      reportId: report.id,
      version: report.version,
      description: JSON.stringify(report.description),
      result: JSON.stringify(report.result),
      issue: report.issue,
      support: JSON.stringify(report.support),
      specialReasonKind: report.specialReasonKind,
      specialReason: report.specialReason,
      at,
    })
    .execute()
}

type Told = { description: ReportLine[]; result: ReportLine[] }

/** Where a report tells what happened; a plan tells nothing yet. */
const tellsIn: Record<ObligationKind, keyof Told | null> = {
  daily: 'result',
  weekly_summary: 'result',
  weekly_plan: null,
  monthly: 'description',
  trip: 'description',
}

/** 六.1.2)②: a change of grade must appear in the next report, so one whose line was removed is written in again. */
export async function withGradeChanges(
  trx: Trx,
  {
    kind,
    divisionId,
    personId,
    onDate,
    period,
  }: Pick<Slot, 'kind' | 'divisionId' | 'personId' | 'onDate' | 'period'>,
  { id, description, result }: Told & { id: string },
): Promise<Told> {
  const told = { description, result }
  const box = tellsIn[kind]
  if (!box || (kind !== 'daily' && period?.parameters['grade.reflectIn'] === 'nextDaily')) return told
  const open = await openGradeChanges(trx, { divisionId, personId, date: onDate })
  if (open.length === 0) return told
  const refs = [...description, ...result].map(({ ref }) => ref)
  const known = new Set(refs.flatMap((ref) => (ref?.type === 'grade_change' ? [ref.id] : [])))
  const untold = open.filter((change) => !known.has(change.id))
  const { resultLines } = dailyDraft({
    plannedSteps: [],
    visits: [],
    newCustomers: [],
    gradeChanges: untold,
    finishedTasks: [],
  })
  await trx
    .updateTable('gradeChanges')
    .set({ reflectedInReportId: id })
    .where(
      'id',
      'in',
      open.map((change) => change.id),
    )
    .execute()
  return { ...told, [box]: [...told[box], ...resultLines.map((line) => ({ ...line, done: null }))] }
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
