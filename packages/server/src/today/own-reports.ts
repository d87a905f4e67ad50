import type { OnServer } from '@zhuowei/contract/kernel.ts'
import type { Today } from '@zhuowei/contract/today.ts'
import { addDays, atShanghai } from '@zhuowei/domain/calendar/dates.ts'
import { isMet } from '@zhuowei/domain/calendar/deadline.ts'
import { shortDate } from '@zhuowei/domain/calendar/wording.ts'
import {
  deadlineClause,
  type ObligationKind,
  type ReportKind,
  reportKindOf,
} from '@zhuowei/domain/reports/kinds.ts'
import type { Reason } from '@zhuowei/domain/reports/reason.ts'
import { sql } from 'kysely'
import { longestPeriod } from '../obligations/generate.ts'
import { dutyName, editorPath } from '../obligations/names.ts'
import { stateNow } from '../obligations/state.ts'
import { missingParts } from '../reports/content.ts'
import { parseLines } from '../reports/lines.ts'
import { answeredBy } from '../reports/with-state.ts'
import { dayCounts } from './day-counts.ts'
import type { Asking, Item } from './items.ts'

// 补填 is offered for as long as somebody would still write it from memory.
const lateFillDays = 7

export interface OwnReports {
  items: Item[]
  exempt: OnServer<Today>['exempt']
}

/**
 * What this person owes himself: today's report, those in their grace period, and 未填 that can still be filled in; a reason that
 * was found not to hold until he has seen it; or why today is free.
 */
export async function ownReports({ db, actor, now, ask }: Asking, today: string): Promise<OwnReports> {
  const owed = db
    .selectFrom('obligations')
    .leftJoin('reports', answeredBy)
    .select([
      'obligations.periodKey',
      'obligations.subject',
      'obligations.onDate',
      'obligations.opensAt',
      'obligations.dueAt',
      'obligations.graceAt',
      'obligations.reasonRejectedWhy',
      'obligations.firstCompleteAt',
      'reports.id as reportId',
      'reports.description',
      'reports.result',
      'reports.issue',
    ])
    .select(reasonKind.as('specialReasonKind'))
    .select(stateNow(now).as('state'))
    .select((row) => [
      row.ref('obligations.kind').$castTo<ObligationKind>().as('kind'), // obligations_kind_known
      row.ref('obligations.reasons').$castTo<Reason[]>().as('reasons'), // written from Reason[] by write.ts
    ])
    .select(unreadDecision.as('notice'))
    .where('obligations.personId', '=', actor.id)
    .where('obligations.onDate', '>=', addDays(today, -lateFillDays - longestPeriod))
    // A range with both ends keeps one plan.
    .where('obligations.onDate', '<=', addDays(today, longestPeriod))
    .where('obligations.opensAt', '<=', now)
    .where((row) =>
      row.or([
        row(stateNow(now), 'in', ['pending', 'missed']),
        row.and([
          row('obligations.state', '=', 'exempt'),
          row('obligations.kind', '=', 'daily'),
          row('obligations.periodKey', '=', today),
        ]),
      ]),
    )
    .where((row) =>
      row.or([
        row('obligations.closesAt', '>=', now),
        row('obligations.onDate', '>=', addDays(today, -lateFillDays)),
        row('obligations.kind', '<>', 'daily').and(
          'obligations.closesAt',
          '>=',
          atShanghai(addDays(today, -lateFillDays), '00:00'),
        ),
      ]),
    )
    .orderBy('obligations.onDate')
    .orderBy('obligations.kind', 'desc')
  const rows = await ask(owed)
  const written = await dayCounts(
    { db, actor, now },
    rows.filter(({ kind, reportId }) => kind === 'daily' && !reportId).map(({ onDate }) => onDate),
  )
  const lost = rows.filter(({ state, firstCompleteAt }) => state === 'missed' && !firstCompleteAt)
  const pending = Map.groupBy(
    rows.filter(({ state }) => state === 'pending'),
    editorPath,
  )
  const rejected = rows.filter(({ firstCompleteAt, notice }) => firstCompleteAt && notice)
  return {
    items: [
      ...[...pending].map(([path, parts]) => pendingItem(path, parts, written, today, now)),
      ...lostItems(lost, today),
      ...rejected.map((row) => rejectedItem(row, today)),
    ],
    exempt: exemptionOf(rows.find(({ state }) => state === 'exempt')),
  }
}

// The plan of a week has a special reason of its own.
const reasonKind = sql<string | null>`case when obligations.kind = 'weekly_plan'
  then reports.plan_special_reason_kind else reports.special_reason_kind end`

interface Row {
  kind: ObligationKind
  periodKey: string
  subject: string
  onDate: string
  opensAt: Date
  dueAt: Date
  graceAt: Date
  reportId: string | null
  description: unknown
  result: unknown
  issue: string | null
  specialReasonKind: string | null
  reasonRejectedWhy: string | null
  notice: string | null
}

/** The decision about this report that its author has not read yet. */
const unreadDecision = sql<
  string | null
>`(select n.id from notifications n where n.person_id = obligations.person_id
  and n.read_at is null and n.kind = 'decision' and n.link = case obligations.kind
    when 'weekly_summary' then '/reports/weekly/' || obligations.period_key
    when 'weekly_plan' then '/reports/weekly/' || to_char(obligations.opens_at at time zone 'Asia/Shanghai', 'IYYY-"W"IW')
    else '/reports/' || obligations.kind || '/' || obligations.period_key end
  order by n.created_at desc limit 1)`

const verb: Record<ReportKind, string> = {
  daily: '写日报',
  weekly: '写周报',
  monthly: '写月报',
  trip: '写出差报告',
}

/** What is written on one page is one row: of a week its summary and the next plan. */
function pendingItem(
  path: string,
  parts: readonly Row[],
  written: ReadonlyMap<string, string>,
  today: string,
  now: Date,
): Item {
  const [row] = parts as [Row] // groupBy makes no empty group
  const inGrace = !isMet(row.dueAt, now)
  const reasoned = parts.every(({ specialReasonKind }) => specialReasonKind !== null)
  const clause = deadlineClause[row.kind]
  return {
    key:
      row.kind === 'daily' ? `own:${row.onDate}` : `own:${path.slice('/reports/'.length).replace('/', ':')}`,
    kind: 'own_report',
    title: parts.map((part) => titleOf(part, today)).join('和'),
    tag: inGrace && !reasoned ? { text: '须选特殊原因', tone: 'amber' } : null,
    facts: factsOf(parts, written),
    clause: inGrace ? clause.grace : clause.due,
    dueAt: inGrace ? row.graceAt : row.dueAt,
    action: { label: inGrace ? '补齐提交' : verb[reportKindOf[row.kind]], to: path, urge: null },
    ...(inGrace ? { saveFrom: row.dueAt } : {}),
  }
}

/** 以没填计 stays so whatever is filled in later: one row, however many, never louder than what can still be saved. */
function lostItems(lost: readonly Row[], today: string): Item[] {
  const [first] = lost
  const last = lost.at(-1)
  if (!first || !last) return []
  const several = lost.length > 1
  const names = lost.map(({ kind, onDate, subject }) => (kind === 'daily' ? onDate.slice(5) : subject))
  const what = lost.every(({ kind }) => kind === 'daily') ? '日报' : '汇报'
  return [
    {
      key: several
        ? 'own:missed'
        : `own:${first.kind === 'daily' ? first.onDate : `${first.kind}:${first.periodKey}`}`,
      kind: 'own_report',
      title: several ? `${lost.length} 份${what}以没填计` : titleOf(first, today),
      tag: { text: '未填', tone: 'red' },
      facts: several ? `${names.join('、')}；补填后内容保留，仍计未填` : '以没填计；补填后内容保留，仍计未填',
      clause: deadlineClause[last.kind].grace,
      dueAt: last.graceAt,
      action: { label: '补填', to: editorPath(last), urge: null, soft: true },
    },
  ]
}

/** §1B-2 there is nothing left to write, only something to know. */
function rejectedItem(row: Row, today: string): Item {
  return {
    key: `rejected:${row.kind === 'daily' ? row.onDate : `${row.kind}:${row.periodKey}`}`,
    kind: 'own_report',
    title: `${dutyName(row, today)}的特殊原因未获认可`,
    tag: { text: '未填', tone: 'red' },
    facts: `以没填计${row.reasonRejectedWhy ? `：${row.reasonRejectedWhy}` : ''}`,
    clause: deadlineClause[row.kind].grace,
    dueAt: row.graceAt,
    action: {
      label: '看结果',
      to: row.kind === 'daily' ? `/?story=${row.onDate}` : `/reports/${row.reportId}`,
      urge: null,
      soft: true,
      ...(row.notice ? { seen: row.notice } : {}),
    },
  }
}

function exemptionOf(row: { reasons: readonly Reason[] } | undefined): OwnReports['exempt'] {
  if (!row) return null
  return { text: row.reasons.map(({ text }) => text).join(''), clause: row.reasons[0]?.clause ?? null }
}

const titleOf = ({ kind, onDate, subject }: Row, today: string) =>
  kind !== 'daily' || onDate === today ? subject : `${subject}（${shortDate(onDate, today)}）`

/** How far the draft is: of a week what is missing in either half. */
function factsOf(parts: readonly Row[], written: ReadonlyMap<string, string>): string {
  const [row] = parts as [Row] // groupBy makes no empty group
  if (parts.every(({ reportId }) => !reportId)) {
    if (row.kind !== 'daily') return '还没有写'
    const known = written.get(row.onDate)
    return known ? `还没有写；打开就已写入 ${known}` : '还没有写；当天没有拜访和新客户'
  }
  const drafts = parts.map(({ kind, description, result, issue }) => ({
    kind,
    description: parseLines(description ?? []),
    result: parseLines(result ?? []),
    issue,
  }))
  const lines = drafts.reduce((sum, { description, result }) => sum + description.length + result.length, 0)
  const [missing] = drafts.flatMap((draft) => missingParts(draft.kind, draft))
  return missing ? `草稿 ${lines} 条；${missing.message}` : `草稿 ${lines} 条，已填完整，到期自动提交`
}

/** 经理最近点评: what was said about the own reports in the last two weeks. */
export async function guidanceFor(
  { db, ask, actor }: Asking,
  today: string,
): Promise<OnServer<Today>['guidance']> {
  const rows = await ask(
    db
      .selectFrom('reportComments')
      .innerJoin('reports', 'reports.id', 'reportComments.reportId')
      .innerJoin('people', 'people.id', 'reportComments.authorId')
      .select([
        'reports.id as reportId',
        'reports.subject',
        'reports.onDate as date',
        'people.name as author',
        'body',
        'at',
      ])
      .where('reports.authorId', '=', actor.id)
      .where('at', '>=', atShanghai(addDays(today, -14), '00:00'))
      .orderBy('at', 'desc')
      .limit(3),
  )
  return rows
}
