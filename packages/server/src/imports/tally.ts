import type { ImportCounts } from '@zhuowei/contract/import-shapes.ts'
import { sql } from 'kysely'
import type { Database, Trx } from '../platform/db/connect.ts'
import type { StagedTable } from './staging.ts'
import type { Verdict } from './verdict.ts'

export const noCounts: ImportCounts = {
  create: 0,
  update: 0,
  duplicate: 0,
  unchanged: 0,
  error: 0,
  customersCreated: 0,
  customersUpdated: 0,
  contactsCreated: 0,
  contactsUpdated: 0,
  undone: 0,
  kept: 0,
}

/** What a check keeps: beside what the person sees, the numbers that an import of all rows will need. */
export interface CheckedCounts extends ImportCounts {
  newByRegion: Record<string, number>
}

/** Adds up what a check finds, so that the person sees before the import how many customers there will be. */
export function newTally() {
  const counts = { ...noCounts }
  const newByRegion: Record<string, number> = {}
  const updated = new Set<string>()
  return {
    add(verdicts: readonly Verdict[]) {
      for (const { outcome, plan } of verdicts) {
        counts[outcome] += 1
        if (plan?.newCustomer) {
          const { regionId } = plan.newCustomer
          counts.customersCreated += 1
          newByRegion[regionId] = (newByRegion[regionId] ?? 0) + 1
        }
        if (plan?.newContact) counts.contactsCreated += 1
        if (plan?.contactChange) counts.contactsUpdated += 1
        if (plan?.customerChange) updated.add(plan.customerChange.id)
      }
      counts.customersUpdated = updated.size
    },
    counts: (): CheckedCounts => ({ ...counts, newByRegion }),
  }
}

/** What an import really did, counted from its rows: an interrupted one was done by two processes. */
export async function countRows(db: Database | Trx, { id, sheetNo }: StagedTable): Promise<ImportCounts> {
  const { rows } = await sql<Omit<ImportCounts, 'undone' | 'kept'>>`
    select count(*) filter (where outcome = 'create') as create,
      count(*) filter (where outcome = 'update') as update,
      count(*) filter (where outcome = 'duplicate') as duplicate,
      count(*) filter (where outcome = 'unchanged') as unchanged,
      count(*) filter (where outcome = 'error') as error,
      count(*) filter (where written ? 'createdCustomer') as "customersCreated",
      count(distinct customer_id) filter (where written ? 'customerBefore') as "customersUpdated",
      count(*) filter (where written ? 'contactId' and not written ? 'contactBefore') as "contactsCreated",
      count(*) filter (where written ? 'contactBefore') as "contactsUpdated"
    from import_rows where import_id = ${id} and sheet_no = ${sheetNo}`.execute(db)
  return { ...noCounts, ...rows[0] }
}
