import type { Database, Trx } from './connect.ts'

/** Joins the transaction that is open, or opens one. */
export function inTransaction<T>(db: Database | Trx, work: (trx: Trx) => Promise<T>): Promise<T> {
  return db.isTransaction ? work(db as Trx) : db.transaction().execute(work) // isTransaction is the check
}
