import type { OnServer } from '@zhuowei/contract/kernel.ts'
import type { Today } from '@zhuowei/contract/today.ts'
import { addDays, atShanghai } from '@zhuowei/domain/calendar/dates.ts'
import { isMet } from '@zhuowei/domain/calendar/deadline.ts'
import { shortDate } from '@zhuowei/domain/calendar/wording.ts'
import { dailySubject } from '@zhuowei/domain/reports/daily.ts'
import { stateNow } from '../obligations/state.ts'
import type { Reading } from '../platform/http/implement.ts'
import { missingParts } from '../reports/content.ts'
import { parseLines } from '../reports/lines.ts'
import { dayCounts } from './day-counts.ts'
import type { Item } from './items.ts'

// 补填 is offered for as long as somebody would still write it from memory.
const lateFillDays = 7

/** What this person owes himself: today's report, those in their grace period, and 未填 that can still be filled in. */
export async function ownReports({ db, actor, now }: Reading, today: string): Promise<Item[]> {
  const rows = await db
    .selectFrom('obligations')
    .leftJoin('reports', (join) =>
      join
        .onRef('reports.authorId', '=', 'obligations.personId')
        .onRef('reports.kind', '=', 'obligations.kind')
        .onRef('reports.periodKey', '=', 'obligations.periodKey'),
    )
    .select([
      'obligations.onDate',
      'obligations.dueAt',
      'obligations.graceAt',
      'reports.id as reportId',
      'reports.description',
      'reports.result',
      'reports.issue',
      'reports.specialReasonKind',
    ])
    .select(stateNow(now).as('state'))
    .where('obligations.personId', '=', actor.id)
    .where('obligations.kind', '=', 'daily')
    .where('obligations.periodKey', '<=', today)
    .where('obligations.periodKey', '>=', addDays(today, -lateFillDays - 15))
    .where(stateNow(now), 'in', ['pending', 'missed'])
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
  return rows.map((row) => {
    const inGrace = row.state === 'pending' && !isMet(row.dueAt, now)
    const missed = row.state === 'missed'
    const draft = row.reportId
      ? {
          description: parseLines(row.description),
          result: parseLines(row.result),
          issue: row.issue,
        }
      : null
    return {
      key: `own:${row.onDate}`,
      kind: 'own_report' as const,
      title:
        row.onDate === today
          ? dailySubject(row.onDate)
          : `${dailySubject(row.onDate)}（${shortDate(row.onDate, today)}）`,
      tag: tagOf({ inGrace, missed, chosen: row.specialReasonKind !== null }),
      facts: missed ? '以没填计；补填后内容保留，仍计未填' : draftFacts(draft, written.get(row.onDate)),
      clause: inGrace || missed ? '五.1.3)②' : '五.1.3)①',
      dueAt: inGrace || missed ? row.graceAt : row.dueAt,
      action: {
        label: missed ? '补填' : inGrace ? '补齐提交' : '写日报',
        to: `/reports/daily/${row.onDate}`,
        urge: null,
      },
    }
  })
}

function tagOf({
  inGrace,
  missed,
  chosen,
}: {
  inGrace: boolean
  missed: boolean
  chosen: boolean
}): Item['tag'] {
  if (missed) return { text: '未填', tone: 'red' }
  return inGrace && !chosen ? { text: '须选特殊原因', tone: 'amber' } : null
}

function draftFacts(draft: Parameters<typeof missingParts>[0] | null, known: string | undefined): string {
  if (!draft) return known ? `还没有写；打开就已写入 ${known}` : '还没有写；当天没有拜访和新客户'
  const lines = draft.description.length + draft.result.length
  const [missing] = missingParts(draft)
  return missing ? `草稿 ${lines} 条；${missing.message}` : `草稿 ${lines} 条，已填完整，到期自动提交`
}

/** 经理最近点评: what was said about the own reports in the last two weeks. */
export async function guidanceFor(
  { db, actor }: Reading,
  today: string,
): Promise<OnServer<Today>['guidance']> {
  const rows = await db
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
    .limit(3)
    .execute()
  return rows
}
