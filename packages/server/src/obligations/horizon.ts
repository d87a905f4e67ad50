import { addDays, shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { sql } from 'kysely'
import type { Database, Trx } from '../platform/db/connect.ts'
import { generateObligations, lockLedger, longestPeriod, recomputeOpen } from './generate.ts'

const daysAhead = 40

/**
 * Keeps every division's ledger written 40 days ahead. When people, absences or rules have changed since it was last written, the
 * open part is written anew, so that no command of another module has to remember to do it.
 */
export async function keepHorizons(db: Database, now: Date): Promise<void> {
  for (const { id, inputs } of await inputsOfDivisions(db)) {
    await db.transaction().execute((trx) => keepHorizon(trx, id, inputs, now))
  }
}

/** The open obligations of one person whose dates, role or division have just changed, in the same transaction. */
export async function followPerson(
  trx: Trx,
  { id, divisionId }: { id: string; divisionId: string | null },
  now: Date,
): Promise<void> {
  if (!divisionId) return
  const from = shanghaiDate(now)
  await recomputeOpen(trx, { divisionId, from, to: addDays(from, daysAhead), people: [id] }, now)
}

async function keepHorizon(trx: Trx, divisionId: string, inputs: string, now: Date): Promise<void> {
  const today = shanghaiDate(now)
  const through = addDays(today, daysAhead)
  const known = await horizonOf(trx, divisionId)
  if (known && known.throughDate >= through && known.inputs === inputs) return
  await lockLedger(trx, divisionId, 'alone')
  const standing = await horizonOf(trx, divisionId)
  const fresh = standing !== undefined && standing.inputs === inputs
  const from = fresh ? addDays(standing.throughDate, 1) : startOfOpen(standing?.fromDate, today, 15)
  const periods = {
    from: fresh ? from : startOfOpen(standing?.periodsFrom, today, longestPeriod),
    to: through,
  }
  if (from <= through) await generateObligations(trx, { divisionId, from, to: through, periods }, now)
  await trx
    .insertInto('obligationHorizons')
    .values({
      divisionId,
      fromDate: standing?.fromDate ?? today,
      periodsFrom: standing?.periodsFrom ?? today,
      throughDate: through,
      inputs,
    })
    .onConflict((conflict) =>
      conflict.column('divisionId').doUpdateSet((row) => ({
        throughDate: sql<string>`greatest(${row.ref('obligationHorizons.throughDate')}, ${through}::date)`,
        inputs,
      })),
    )
    .execute()
}

const horizonOf = (trx: Trx, divisionId: string) =>
  trx.selectFrom('obligationHorizons').selectAll().where('divisionId', '=', divisionId).executeTakeFirst()

/** A division begins today, never with days that nobody could have written about. */
function startOfOpen(fromDate: string | undefined, today: string, daysBack: number): string {
  if (!fromDate) return today
  const reachesBack = addDays(today, -daysBack)
  return fromDate > reachesBack ? fromDate : reachesBack
}

/** A fingerprint of everything that the ledger is computed from. */
async function inputsOfDivisions(db: Database): Promise<{ id: string; inputs: string }[]> {
  const { rows } = await sql<{ id: string; inputs: string }>`
    select d.id, concat_ws('|',
      (select concat(count(*), ' ', max(p.updated_at)) from people p where p.division_id = d.id),
      (select concat(count(*), ' ', count(a.cancelled_at), ' ', count(a.approved_at), ' ', count(a.refused_at), ' ', max(a.created_at)) from absences a where a.division_id = d.id),
      (select version from rules_version)) as inputs
    from divisions d order by d.id`.execute(db)
  return rows
}
