import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import type { Database, Trx } from '../platform/db/connect.ts'

/** Everybody of the division who is employed on that day; the manager first, then by staff number. */
export function staffAt(db: Database | Trx, divisionId: string, at: Date) {
  const date = shanghaiDate(at)
  return db
    .selectFrom('people')
    .select(['id', 'name', 'role'])
    .where('divisionId', '=', divisionId)
    .where('entryDate', '<=', date)
    .where((row) => row.or([row('leavingDate', 'is', null), row('leavingDate', '>=', date)]))
    .orderBy((row) => row.case().when('role', '=', 'dm').then(0).else(1).end())
    .orderBy('employeeNo')
    .execute()
}

/** The manager of a division, on whose behalf 综合管理 convenes. */
export async function managerOf(db: Database | Trx, divisionId: string) {
  return db
    .selectFrom('people')
    .select(['id', 'name'])
    .where('divisionId', '=', divisionId)
    .where('role', '=', 'dm')
    .where('leavingDate', 'is', null)
    .orderBy('employeeNo')
    .executeTakeFirst()
}

/** Who keeps the minutes: the manager and 综合管理. */
export async function minuteTakersOf(db: Database | Trx, divisionId: string): Promise<string[]> {
  const people = await db
    .selectFrom('people')
    .select('id')
    .where('divisionId', '=', divisionId)
    .where('role', 'in', ['dm', 'oa'])
    .where('leavingDate', 'is', null)
    .execute()
  return people.map(({ id }) => id)
}
