import { sql } from 'kysely'
import { similarNames } from '../customers/duplicates.ts'
import type { Database } from '../platform/db/connect.ts'

const atOnce = 500
/** A look takes no longer; a large import is worked through by the looks that follow, every ten minutes. */
const longestMs = 60_000

/** OA(3): looks for customers that stand on record twice. Doing it again changes nothing; a pair that is 不是重复 stays dismissed. */
export async function findPairs(db: Database, now: Date): Promise<void> {
  await pairsByPhone(db, now)
  const until = performance.now() + longestMs
  while ((await pairsByName(db, now)) === atOnce && performance.now() < until);
}

/** Two customers with a contact of the same number: one grouping over an index. */
async function pairsByPhone(db: Database, now: Date): Promise<void> {
  await sql`
    insert into duplicate_pairs (one_id, other_id, division_id, reasons, found_at)
    select distinct one.customer_id, other.customer_id, one.division_id, array['same_phone'], ${now}::timestamptz
    from (select phone_fingerprint, division_id from contacts where phone_fingerprint is not null and deleted_at is null
        group by 1, 2 having count(distinct customer_id) between 2 and 10) twice
      join contacts one using (phone_fingerprint, division_id)
      join contacts other using (phone_fingerprint, division_id)
      join customers c on c.id = one.customer_id and c.deleted_at is null
      join customers d on d.id = other.customer_id and d.deleted_at is null
    where one.customer_id < other.customer_id and one.deleted_at is null and other.deleted_at is null
    on conflict (one_id, other_id) do update set reasons = duplicate_pairs.reasons || excluded.reasons
      where not duplicate_pairs.reasons @> excluded.reasons`.execute(db)
}

/** The names that are new or were changed since they were last compared; returns how many it took. */
async function pairsByName(db: Database, now: Date): Promise<number> {
  const due = await db
    .selectFrom('customers')
    .leftJoin('duplicateChecks as checked', 'checked.customerId', 'customers.id')
    .where('customers.deletedAt', 'is', null)
    .where((row) =>
      row.or([
        row('checked.checkedAt', 'is', null),
        // As exact as what is kept below.
        row('checked.checkedAt', '<', sql<Date>`date_trunc('milliseconds', customers.updated_at)`),
      ]),
    )
    .select(['customers.id', 'customers.name', 'customers.divisionId', 'customers.updatedAt'])
    .orderBy('customers.id')
    .limit(atOnce)
    .execute()
  for (const { id, name, divisionId, updatedAt } of due) {
    const others = (await similarNames(db, divisionId, name)).filter((other) => other !== id)
    await sql`
      insert into duplicate_pairs (one_id, other_id, division_id, reasons, found_at)
      select least(${id}::uuid, other), greatest(${id}::uuid, other), ${divisionId}, array['similar_name'], ${now}::timestamptz
      from unnest(${others}::uuid[]) other
      on conflict (one_id, other_id) do update set reasons = duplicate_pairs.reasons || excluded.reasons
        where not duplicate_pairs.reasons @> excluded.reasons`.execute(db)
    await db
      .insertInto('duplicateChecks')
      .values({ customerId: id, checkedAt: updatedAt })
      .onConflict((known) => known.column('customerId').doUpdateSet({ checkedAt: updatedAt }))
      .execute()
  }
  return due.length
}
