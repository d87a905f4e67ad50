import type { Database, Trx } from '../platform/db/connect.ts'

/** §4D KH-{区}-{0001}: the next number of the region, allotted in the transaction that uses it, so that none is given twice. */
export async function nextCustomerNumber(db: Trx, divisionId: string, regionCode: string): Promise<string> {
  const [number = ''] = await nextCustomerNumbers(db, divisionId, regionCode, 1)
  return number
}

/** Several at once, in order. Allotted ahead of a transaction that is rolled back (全部成功才导入), they are lost and never given again. */
export async function nextCustomerNumbers(
  db: Database | Trx,
  divisionId: string,
  regionCode: string,
  count: number,
): Promise<string[]> {
  const scope = `KH-${regionCode}`
  const { last } = await db
    .insertInto('numberSequences')
    .values({ divisionId, scope, last: count })
    .onConflict((known) =>
      known
        .columns(['divisionId', 'scope'])
        .doUpdateSet((row) => ({ last: row('numberSequences.last', '+', count) })),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  return Array.from(
    { length: count },
    (_, index) => `${scope}-${String(last - count + 1 + index).padStart(4, '0')}`,
  )
}
