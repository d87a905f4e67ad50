import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { missingYearWarning } from '@zhuowei/domain/calendar/official-years.ts'
import { notify } from '../notifications/notify.ts'
import type { Database, Trx } from '../platform/db/connect.ts'
import { officialYears } from './days.ts'

/** From 1 November on, once per year, until the official notice has been entered: to 综合管理 and 系统管理员 (§5). */
export async function warnOfMissingYear(db: Database | Trx, now: Date): Promise<void> {
  const today = shanghaiDate(now)
  const warning = missingYearWarning(await officialYears(db), today)
  if (!warning) return
  const keepers = await db
    .selectFrom('people')
    .select('id')
    .where('role', 'in', ['oa', 'adm'])
    .where('entryDate', '<=', today)
    .where((person) => person.or([person('leavingDate', 'is', null), person('leavingDate', '>=', today)]))
    .execute()
  await notify(
    db,
    {
      personIds: keepers.map((person) => person.id),
      kind: 'calendar',
      title: `请录入 ${warning.year} 年放假安排`,
      body: warning.message,
      link: `/settings/calendar?year=${warning.year}`,
      dedupeKey: `calendar-missing-${warning.year}`,
    },
    now,
  )
}
