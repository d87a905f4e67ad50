import type { OnServer } from '@zhuowei/contract/kernel.ts'
import type { Today } from '@zhuowei/contract/today.ts'
import { endOfDay } from '@zhuowei/domain/calendar/dates.ts'
import { missingYearWarning } from '@zhuowei/domain/calendar/official-years.ts'
import { sql } from 'kysely'
import type { Reading } from '../platform/http/implement.ts'
import type { Item } from './items.ts'

const day = 24 * 60 * 60 * 1000

/** For the administrator: calendar year, failed sign-ins of a day, how far the audit log is sealed. */
export async function systemStatus({ db, now }: Reading, today: string): Promise<OnServer<Today>['system']> {
  const { rows } = await sql<{
    years: number[]
    failed: number
    lastFailed: Date | null
    sealed: number
    sealedAt: Date | null
    unsealed: number
    people: number
  }>`
    select
      array(select distinct extract(year from date)::int from calendar_days where source <> 'estimated'
        and extract(month from date) = 10) as years,
      failed.count as failed, failed.last as last_failed,
      chain.count as sealed, chain.last as sealed_at,
      (select count(*)::int from audit_log where id > chain.through) as unsealed,
      (select count(*)::int from people where leaving_date is null or leaving_date >= ${today}::date) as people
    from
      (select count(*)::int as count, max(at) as last from sign_in_attempts
        where failed and at > ${new Date(now.getTime() - day)}) as failed,
      (select coalesce(max(position), 0)::int as count, max(sealed_at) as last, coalesce(max(audit_id), 0) as through
        from audit_chain) as chain`.execute(db)
  const [row] = rows
  if (!row) return null
  const missing = missingYearWarning(row.years, today)
  return {
    calendarWarning: missing?.message ?? null,
    calendarYear: missing?.year ?? null,
    failedSignIns: row.failed,
    lastFailedSignInAt: row.lastFailed,
    sealedRows: row.sealed,
    unsealedRows: row.unsealed,
    sealedAt: row.sealedAt,
    people: row.people,
  }
}

/** Deadlines are estimates until next year's notice is entered; on its first day they would count. */
export function calendarItems(system: OnServer<Today>['system']): Item[] {
  if (!system?.calendarYear) return []
  return [
    {
      key: `calendar:${system.calendarYear}`,
      kind: 'calendar',
      title: `录入 ${system.calendarYear} 年工作日历`,
      tag: { text: '估算', tone: 'amber' },
      facts: '还没有官方放假通知，期限按估算计算；可导入文件或手工录入',
      clause: '五.1.3)①',
      dueAt: endOfDay(`${system.calendarYear - 1}-12-31`),
      action: { label: '去录入', to: '/settings/calendar', urge: null },
    },
  ]
}
