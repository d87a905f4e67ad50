import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Database, Trx } from '../db/connect.ts'

/** A row of the audit log, every column as text, so that the hash depends neither on drivers nor on time zones. */
export type LoggedRow = Awaited<ReturnType<ReturnType<typeof loggedRows>['execute']>>[number]

export function loggedRows(db: Database | Trx) {
  return db
    .selectFrom('auditLog')
    .select(['auditLog.id', 'action', 'actorName', 'subjectType', 'subjectId', 'requestId', 'address'])
    .select([
      sql<string>`to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US')`.as('at'),
      sql<string | null>`division_id::text`.as('divisionId'),
      sql<string | null>`actor_id::text`.as('actorId'),
      sql<string>`detail::text`.as('detail'),
    ])
}

/** Covers the row, its place and, through the hash before it, everything earlier. */
export function sealOf(row: LoggedRow, position: number, previous: string): string {
  const content = [
    previous,
    position,
    row.id,
    row.at,
    row.divisionId,
    row.actorId,
    row.actorName,
    row.action,
    row.subjectType,
    row.subjectId,
    row.detail,
    row.requestId,
    row.address,
  ]
  return createHash('sha256').update(JSON.stringify(content)).digest('hex')
}

/** What the first row is chained to. */
export const beginning = ''
