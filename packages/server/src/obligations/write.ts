import { sql } from 'kysely'
import type { Trx } from '../platform/db/connect.ts'
import { newId } from '../platform/ids.ts'
import type { Obligation } from './duty.ts'

const rowsPerStatement = 5000

/** Inserts rows, and brings open ones up to date where they differ; says how many it touched. */
export async function writeRows(
  trx: Trx,
  divisionId: string,
  rows: readonly Obligation[],
  now: Date,
  openAt: Date,
): Promise<number> {
  let changed = 0
  for (let start = 0; start < rows.length; start += rowsPerStatement)
    changed += await writeSome(trx, divisionId, rows.slice(start, start + rowsPerStatement), now, openAt)
  return changed
}

export async function removeRows(trx: Trx, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0
  await sql`delete from obligations where id = any(${[...ids]}::uuid[])`.execute(trx)
  return ids.length
}

async function writeSome(
  trx: Trx,
  divisionId: string,
  rows: readonly Obligation[],
  now: Date,
  openAt: Date,
): Promise<number> {
  const column = <T>(value: (row: Obligation) => T) => rows.map(value)
  const time = (instant: Date | null | undefined) => instant?.toISOString() ?? null
  const result = await sql`
    insert into obligations (id, division_id, person_id, kind, period_key, subject, on_date, opens_at, due_at, grace_at,
      closes_at, state, exemption, reasons, report_id, first_complete_at, special_reason, files_at, files_as, updated_at)
    select id, ${divisionId}, person_id, kind, period_key, subject, on_date, opens_at, due_at, grace_at,
      closes_at, state, exemption, reasons, report_id, first_complete_at, special_reason, files_at, files_as, ${now}
    from unnest(
      ${column(newId)}::uuid[],
      ${column((row) => row.personId)}::uuid[],
      ${column((row) => row.kind)}::text[],
      ${column((row) => row.key)}::text[],
      ${column((row) => row.subject)}::text[],
      ${column((row) => row.onDate)}::date[],
      ${column((row) => time(row.opensAt))}::timestamptz[],
      ${column((row) => time(row.due))}::timestamptz[],
      ${column((row) => time(row.grace))}::timestamptz[],
      ${column((row) => time(row.closesAt))}::timestamptz[],
      ${column((row) => row.state)}::text[],
      ${column((row) => row.exemption)}::text[],
      ${column((row) => JSON.stringify(row.reasons))}::jsonb[],
      ${column((row) => row.report?.id ?? null)}::uuid[],
      ${column((row) => time(row.report?.submittedAt))}::timestamptz[],
      ${column((row) => row.report?.specialReason ?? false)}::boolean[],
      ${column((row) => time(row.filing?.at))}::timestamptz[],
      ${column((row) => row.filing?.as ?? null)}::text[]
    ) as row (id, person_id, kind, period_key, subject, on_date, opens_at, due_at, grace_at, closes_at, state, exemption, reasons, report_id,
      first_complete_at, special_reason, files_at, files_as)
    on conflict on constraint obligations_one_per_period do update set
      division_id = excluded.division_id, subject = excluded.subject, opens_at = excluded.opens_at, due_at = excluded.due_at, grace_at = excluded.grace_at,
      closes_at = excluded.closes_at, state = excluded.state, exemption = excluded.exemption,
      reasons = excluded.reasons, report_id = excluded.report_id, first_complete_at = excluded.first_complete_at,
      special_reason = excluded.special_reason, files_at = excluded.files_at, files_as = excluded.files_as,
      updated_at = excluded.updated_at
    where obligations.closed_at is null and obligations.closes_at >= ${openAt}
      and (obligations.division_id, obligations.subject, obligations.opens_at, obligations.due_at, obligations.closes_at, obligations.state, obligations.reasons,
        obligations.report_id, obligations.first_complete_at, obligations.files_at, obligations.files_as)
      is distinct from (excluded.division_id, excluded.subject, excluded.opens_at, excluded.due_at, excluded.closes_at, excluded.state, excluded.reasons,
        excluded.report_id, excluded.first_complete_at, excluded.files_at, excluded.files_as)`.execute(trx)
  return Number(result.numAffectedRows ?? 0)
}
