import { sql } from 'kysely'
import type { Database, Trx } from '../platform/db/connect.ts'
import type { StagedTable } from './staging.ts'
import type { Verdict } from './verdict.ts'
import type { Written } from './written.ts'

/** Puts on each row what became of it; rows that wrote something count as applied. */
export async function saveVerdicts(
  db: Database | Trx,
  { id, sheetNo }: StagedTable,
  verdicts: readonly Verdict[],
  applied?: { written: ReadonlyMap<number, Written>; at: Date },
): Promise<void> {
  const rows = verdicts.map(({ row, outcome, reasons, customerId, followsRow, plan }) => ({
    row,
    outcome,
    reasons,
    followsRow,
    written: applied?.written.get(row) ?? null,
    // What a check would create has no record yet that anybody could open.
    customerId: applied || !(plan?.newCustomer || followsRow) ? customerId : null,
  }))
  await sql`update import_rows set outcome = v.outcome, reasons = v.reasons, customer_id = v."customerId",
      follows_row = v."followsRow", written = v.written,
      applied_at = case when v.written is null then null else ${applied?.at ?? null}::timestamptz end
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as v (row int, outcome text, reasons jsonb, "customerId" uuid, "followsRow" int, written jsonb)
    where import_rows.import_id = ${id} and import_rows.sheet_no = ${sheetNo} and import_rows.row_no = v.row`.execute(
    db,
  )
}
