import type { OnServer } from '@zhuowei/contract/kernel.ts'
import type { Today } from '@zhuowei/contract/today.ts'
import { addDays, atShanghai } from '@zhuowei/domain/calendar/dates.ts'
import { isMet } from '@zhuowei/domain/calendar/deadline.ts'
import { shortDate } from '@zhuowei/domain/calendar/wording.ts'
import { dailySubject } from '@zhuowei/domain/reports/daily.ts'
import type { Reason } from '@zhuowei/domain/reports/reason.ts'
import { sql } from 'kysely'
import { stateNow } from '../obligations/state.ts'
import type { Reading } from '../platform/http/implement.ts'
import { missingParts } from '../reports/content.ts'
import { parseLines } from '../reports/lines.ts'
import { answersTo } from '../reports/with-state.ts'
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
export async function ownReports({ db, actor, now }: Reading, today: string): Promise<OwnReports> {
  const rows = await db
    .selectFrom('obligations')
    .leftJoin('reports', answersTo)
    .select([
      'obligations.onDate',
      'obligations.dueAt',
      'obligations.graceAt',
      'obligations.reasonRejectedWhy',
      'reports.id as reportId',
      'reports.submittedAt',
      'reports.description',
      'reports.result',
      'reports.issue',
      'reports.specialReasonKind',
    ])
    .select(stateNow(now).as('state'))
    .select((row) => row.ref('obligations.reasons').$castTo<Reason[]>().as('reasons')) // written from Reason[] by write.ts
    .select(unreadDecision.as('notice'))
    .where('obligations.personId', '=', actor.id)
    .where('obligations.kind', '=', 'daily')
    .where('obligations.periodKey', '<=', today)
    .where('obligations.periodKey', '>=', addDays(today, -lateFillDays - 15))
    .where((row) =>
      row.or([
        row(stateNow(now), 'in', ['pending', 'missed']),
        row.and([row('obligations.state', '=', 'exempt'), row('obligations.periodKey', '=', today)]),
      ]),
    )
    .where((row) =>
      row.or([
        row('obligations.closesAt', '>=', now),
        row('obligations.periodKey', '>=', addDays(today, -lateFillDays)),
      ]),
    )
    .orderBy('obligations.periodKey')
    .execute()
  const written = await dayCounts(
    { db, actor, now },
    rows.filter(({ reportId }) => !reportId).map(({ onDate }) => onDate),
  )
  const lost = rows.filter(({ state, submittedAt }) => state === 'missed' && !submittedAt)
  const pending = rows.filter(({ state }) => state === 'pending')
  const rejected = rows.filter(({ submittedAt, notice }) => submittedAt && notice)
  return {
    items: [
      ...pending.map((row) => pendingItem(row, written, today, now)),
      ...lostItems(lost, today),
      ...rejected.map((row) => rejectedItem(row, today)),
    ],
    exempt: exemptionOf(rows.find(({ state }) => state === 'exempt')),
  }
}

interface Row {
  onDate: string
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
  and n.read_at is null and n.kind = 'decision' and n.link = '/reports/daily/' || obligations.period_key
  order by n.created_at desc limit 1)`

function pendingItem(row: Row, written: ReadonlyMap<string, string>, today: string, now: Date): Item {
  const inGrace = !isMet(row.dueAt, now)
  const draft = row.reportId
    ? { description: parseLines(row.description), result: parseLines(row.result), issue: row.issue }
    : null
  return {
    key: `own:${row.onDate}`,
    kind: 'own_report',
    title: titleOf(row.onDate, today),
    tag: inGrace && row.specialReasonKind === null ? { text: '须选特殊原因', tone: 'amber' } : null,
    facts: draftFacts(draft, written.get(row.onDate)),
    clause: inGrace ? '五.1.3)②' : '五.1.3)①',
    dueAt: inGrace ? row.graceAt : row.dueAt,
    action: { label: inGrace ? '补齐提交' : '写日报', to: `/reports/daily/${row.onDate}`, urge: null },
    ...(inGrace ? { saveFrom: row.dueAt } : {}),
  }
}

/** 以没填计 stays so whatever is filled in later: one row, however many days, never louder than what can still be saved. */
function lostItems(lost: readonly Row[], today: string): Item[] {
  const [first] = lost
  const last = lost.at(-1)
  if (!first || !last) return []
  const days = lost.map(({ onDate }) => onDate.slice(5)).join('、')
  const several = lost.length > 1
  return [
    {
      key: several ? 'own:missed' : `own:${first.onDate}`,
      kind: 'own_report',
      title: several ? `${lost.length} 份日报以没填计` : titleOf(first.onDate, today),
      tag: { text: '未填', tone: 'red' },
      facts: several ? `${days}；补填后内容保留，仍计未填` : '以没填计；补填后内容保留，仍计未填',
      clause: '五.1.3)②',
      dueAt: last.graceAt,
      action: { label: '补填', to: `/reports/daily/${last.onDate}`, urge: null, soft: true },
    },
  ]
}

/** §1B-2 there is nothing left to write, only something to know. */
function rejectedItem(row: Row, today: string): Item {
  return {
    key: `rejected:${row.onDate}`,
    kind: 'own_report',
    title: `${shortDate(row.onDate, today)}日报的特殊原因未获认可`,
    tag: { text: '未填', tone: 'red' },
    facts: `以没填计${row.reasonRejectedWhy ? `：${row.reasonRejectedWhy}` : ''}`,
    clause: '五.1.3)②',
    dueAt: row.graceAt,
    action: {
      label: '看结果',
      to: `/?story=${row.onDate}`,
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

const titleOf = (date: string, today: string) =>
  date === today ? dailySubject(date) : `${dailySubject(date)}（${shortDate(date, today)}）`

function draftFacts(draft: Parameters<typeof missingParts>[0] | null, known: string | undefined): string {
  if (!draft) return known ? `还没有写；打开就已写入 ${known}` : '还没有写；当天没有拜访和新客户'
  const lines = draft.description.length + draft.result.length
  const [missing] = missingParts(draft)
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
        'reports.periodKey as date',
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
