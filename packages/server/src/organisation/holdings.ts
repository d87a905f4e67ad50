import { sql } from 'kysely'
import type { Database, Trx } from '../platform/db/connect.ts'
import { employed } from './position.ts'

/** What hangs on a person: it must have a new holder before the person goes. */
export async function holdingsOf(db: Database | Trx, personId: string, today: string) {
  const regions = await db
    .selectFrom('regions')
    .select(['id', 'name'])
    .where('ownerId', '=', personId)
    .orderBy('code')
    .execute()
  const { customers } = await db
    .selectFrom('customers')
    .select(sql<number>`count(*)::int`.as('customers'))
    .where('ownerId', '=', personId)
    .where('deletedAt', 'is', null)
    .executeTakeFirstOrThrow()
  const reports = await employed(db, today)
    .select(['id', 'name'])
    .where('managerId', '=', personId)
    .orderBy('employeeNo')
    .execute()
  return { regions, customers, reports }
}
