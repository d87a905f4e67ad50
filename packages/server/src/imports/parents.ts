import { sql } from 'kysely'
import type { Trx } from '../platform/db/connect.ts'
import type { StagedTable } from './staging.ts'

/** Links 上级单位 when all rows are in; a customer that has one keeps it, and one whose 上级单位 did not make it says so on its row. */
export async function linkParents(
  trx: Trx,
  { id, sheetNo, divisionId }: StagedTable & { divisionId: string },
) {
  await sql`update customers set parent_id = above.id
    from import_rows line join customers above
      on above.division_id = ${divisionId} and above.name_key = line.written ->> 'parentKey' and above.deleted_at is null
    where line.import_id = ${id} and line.sheet_no = ${sheetNo} and line.written ? 'parentKey'
      and customers.id = line.customer_id and customers.parent_id is null and customers.id <> above.id`.execute(
    trx,
  )
  const note = { column: null, text: '上级单位没有导入成功，先空着', note: true }
  await sql`update import_rows line set reasons = reasons || ${JSON.stringify([note])}::jsonb
    from customers
    where line.import_id = ${id} and line.sheet_no = ${sheetNo} and line.written ? 'parentKey'
      and customers.id = line.customer_id and customers.parent_id is null`.execute(trx)
}
