import type { RegisteredExport } from '@zhuowei/contract/exports.ts'
import type { OnServer } from '@zhuowei/contract/kernel.ts'
import type { ExportState } from '@zhuowei/domain/exports/export.ts'
import { sql } from 'kysely'
import type { Actor } from '../platform/actor.ts'
import type { Database, Trx } from '../platform/db/connect.ts'
import { cursorOf, readCursor } from '../platform/http/cursor.ts'
import type { Reading } from '../platform/http/implement.ts'
import { notFound } from '../platform/refusal.ts'
import { mayDecide, mayDownload, visibleExports } from './access.ts'
import { thingOf } from './thing.ts'

export const approverOf = (forGm: boolean) => (forGm ? '总经理' : '部门经理')

interface Query {
  waiting?: 'true' | undefined
  cursor?: string | undefined
  limit: number
}

/** 三.1 every list that left the system, the newest first. */
export async function listExports(reading: Reading, { waiting, cursor, limit }: Query) {
  const { db, actor, now } = reading
  const [at, id] = cursor ? readCursor(cursor, 2) : []
  const rows = await selectExports(db, actor)
    .$if(waiting === 'true', (query) => query.where('exports.state', '=', 'waiting'))
    .$if(at !== undefined, (query) =>
      query.where(sql<boolean>`(exports.requested_at, exports.id) < (${at}::timestamptz, ${id}::uuid)`),
    )
    .orderBy('exports.requestedAt', 'desc')
    .orderBy('exports.id', 'desc')
    .limit(limit + 1)
    .execute()
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    items: page.map((row) => present(row, actor, now)),
    next: rows.length > limit && last ? cursorOf(last.requestedAt.toISOString(), last.id) : null,
  }
}

export async function getExport(
  { db, actor, now }: Reading,
  id: string,
): Promise<OnServer<RegisteredExport>> {
  const row = await selectExports(db, actor).where('exports.id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  return present(row, actor, now)
}

function selectExports(db: Database | Trx, actor: Actor) {
  return visibleExports(db, actor)
    .innerJoin('people as applicant', 'applicant.id', 'exports.requestedBy')
    .leftJoin('people as decider', 'decider.id', 'exports.decidedBy')
    .leftJoin('divisions', 'divisions.id', 'exports.divisionId')
    .select([
      'exports.id',
      'exports.divisionId',
      'exports.requestedBy',
      'exports.requestedAt',
      'exports.forGm',
    ])
    .select([
      'exports.compliance',
      'exports.purpose',
      'exports.words',
      'exports.withContacts',
      'exports.approvalReason',
    ])
    .select(['exports.decidedBy', 'exports.decidedAt', 'exports.refusal', 'exports.fileName'])
    .select([
      'exports.fileHash',
      'exports.fileSize',
      'exports.expiresAt',
      'exports.downloads',
      'exports.version',
    ])
    .select([
      'applicant.name as applicantName',
      'decider.name as deciderName',
      'divisions.name as divisionName',
    ])
    .select(sql<number>`coalesce(exports.rows, cardinality(exports.customer_ids))`.as('rows'))
    .select((row) => row.ref('exports.state').$castTo<Exclude<ExportState, 'expired'>>().as('state')) // exports_state_known
}

type Row = Awaited<ReturnType<ReturnType<typeof selectExports>['executeTakeFirstOrThrow']>>

function present(row: Row, actor: Actor, now: Date): OnServer<RegisteredExport> {
  const { divisionId, divisionName, decidedBy, deciderName, forGm, compliance, ...rest } = row
  const isExpired = row.state === 'ready' && row.expiresAt !== null && row.expiresAt <= now
  return {
    ...rest,
    of: thingOf({ compliance }),
    division: divisionId ? { id: divisionId, name: divisionName ?? '' } : null,
    requestedBy: { id: row.requestedBy, name: row.applicantName },
    decidedBy: decidedBy ? { id: decidedBy, name: deciderName ?? '' } : null,
    state: isExpired ? 'expired' : row.state,
    approver: approverOf(forGm),
    can: {
      decide: row.state === 'waiting' && mayDecide(actor, row),
      download: row.state === 'ready' && !isExpired && mayDownload(actor, row),
    },
  }
}
