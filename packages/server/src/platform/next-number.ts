import type { Trx } from './db/connect.ts'

/** §4D {scope}-{001}, allotted in the transaction that uses it, so that none is given twice. */
export async function nextNumber(db: Trx, divisionId: string, scope: string): Promise<string> {
  const { last } = await db
    .insertInto('numberSequences')
    .values({ divisionId, scope, last: 1 })
    .onConflict((known) =>
      known
        .columns(['divisionId', 'scope'])
        .doUpdateSet((row) => ({ last: row('numberSequences.last', '+', 1) })),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  return `${scope}-${String(last).padStart(3, '0')}`
}
