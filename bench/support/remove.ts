import { ownerPool } from '@zhuowei/server/platform/db/connect.ts'

/** The product never deletes a customer, so nothing helps PostgreSQL to look for what still points at one. */
export const unchecked = 'set session_replication_role = replica'

/** Takes away what a row of the bench has made, so that the next run finds the same customers. */
export async function removeCustomers(databaseUrl: string, pattern: string): Promise<void> {
  const pool = ownerPool({ connectionString: databaseUrl })
  const client = await pool.connect()
  await client.query(unchecked)
  await client.query('create temp table gone as select id from customers where name like $1', [pattern])
  await client.query('delete from contacts where customer_id in (select id from gone)')
  await client.query('delete from events where customer_id in (select id from gone)')
  await client.query('delete from customers where id in (select id from gone)')
  await client.query('delete from idempotency_keys')
  client.release(true)
  await pool.end()
}
