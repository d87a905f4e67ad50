import { type Role, roleLabel } from '@zhuowei/domain/organisation/roles.ts'
import { sql } from 'kysely'
import type { Services } from '../platform/services.ts'

export const demoPassword = 'demo-zhuowei'

/** What each role shows best, in the order in which a newcomer would try them. */
const hints: Record<Role, string> = {
  dm: '看谁没交日报，点评、豁免',
  pm: '交日报，记一次拜访',
  spm: '管一个片区的客户',
  oa: '导入客户表，看合规统计',
  gm: '看各事业部，点评经理的日报',
  adm: '办入职、离职，改日历和参数',
}

/** The people of the demonstration, one of each role before the second of any; nobody outside it. */
export async function demoPeople({ db, demo }: Services) {
  if (!demo) return { password: null, items: [] }
  const people = await db
    .selectFrom('people')
    .select(['name', 'username', 'role', 'attendanceClerk'])
    .$narrowType<{ role: Role }>()
    .where('isDemo', '=', true)
    .where('leavingDate', 'is', null)
    .orderBy(sql`row_number() over (partition by role order by employee_no)`)
    .orderBy(sql`array_position(${Object.keys(hints)}::text[], role)`)
    .execute()
  const items = people.map(({ name, username, role, attendanceClerk }) => ({
    name,
    username,
    roleLabel: attendanceClerk ? `${roleLabel[role]}（考勤员）` : roleLabel[role],
    hint: attendanceClerk ? '看全事业部的请假和出差' : hints[role],
  }))
  return { password: demoPassword, items }
}
