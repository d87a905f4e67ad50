import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { type Role, roleLabel } from '@zhuowei/domain/organisation/roles.ts'
import type { Reading } from '../platform/http/implement.ts'
import { handsReportsTo } from '../reports/access.ts'

/** 二.1: the direct reports of this person who are still there, to whom alone he may assign. */
export async function staffOf({ db, actor, now }: Reading) {
  const people = await db
    .selectFrom('people')
    .select(['id', 'name', 'divisionId'])
    .select((row) => row.ref('role').$castTo<Role>().as('role')) // people_role_known
    .where('role', 'in', handsReportsTo(actor))
    .where((row) => row.or([row('leavingDate', 'is', null), row('leavingDate', '>=', shanghaiDate(now))]))
    .$if(actor.role !== 'gm', (query) => query.where('divisionId', '=', actor.divisionId))
    .orderBy('employeeNo')
    .execute()
  return people.filter(({ id }) => id !== actor.id)
}

export async function assignable(reading: Reading) {
  const people = await staffOf(reading)
  return { people: people.map(({ id, name, role }) => ({ id, name, roleLabel: roleLabel[role] })) }
}
