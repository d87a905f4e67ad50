import type { Database, Trx } from '../platform/db/connect.ts'

/** Whom a complaint can be given to (§3A RU-assigned): who works with customers in the division, and its manager. */
export function assignable(db: Database | Trx, divisionId: string) {
  return db
    .selectFrom('people')
    .select(['id', 'name'])
    .where('divisionId', '=', divisionId)
    .where('leavingDate', 'is', null)
    .where('role', 'in', ['dm', 'spm', 'pm'])
    .orderBy('employeeNo')
    .execute()
}
