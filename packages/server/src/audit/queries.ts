import type { AuditEntry, AuditQuery, auditApi } from '@zhuowei/contract/audit.ts'
import type { OnServer, Returned } from '@zhuowei/contract/kernel.ts'
import { atShanghai, endOfDay } from '@zhuowei/domain/calendar/dates.ts'
import { sql } from 'kysely'
import type { Actor } from '../platform/actor.ts'
import type { Database, Trx } from '../platform/db/connect.ts'
import { cursorOf, readCursor } from '../platform/http/cursor.ts'
import type { Reading } from '../platform/http/implement.ts'
import { mayVerifyAudit, readsBusiness, readsWholeAudit } from './access.ts'
import { actionLabel, actionsOf, isAdministrative, sentenceOf } from './wording.ts'

/** Newest first, as far as the person's sight reaches. */
export async function listAudit(
  { db, actor }: Reading,
  query: AuditQuery,
): Promise<Returned<typeof auditApi.list>> {
  const { actorId, area, from, to, subjectId, cursor, limit } = query
  let rows = visibleAudit(db, actor)
    .leftJoin('people as person', 'person.id', 'auditLog.actorId')
    .select([
      'auditLog.id',
      'auditLog.at',
      'auditLog.actorId',
      'auditLog.action',
      'auditLog.subjectType',
      'auditLog.subjectId',
      'auditLog.address',
      'auditLog.requestId',
    ])
    .select((row) => [
      row.fn.coalesce('auditLog.actorName', 'person.name').as('actorName'),
      row.ref('auditLog.detail').$castTo<Record<string, unknown>>().as('detail'), // written as an object by record.ts
    ])
    .select(subjectId ? sql<number>`1`.as('records') : recordsOf)
    .orderBy('auditLog.at', 'desc')
    .orderBy('auditLog.id', 'desc')
    .limit(limit + 1)
  if (!subjectId) rows = rows.where(isFirstOfItsCommand)
  if (actorId) rows = rows.where('auditLog.actorId', 'in', actorId)
  if (area) {
    const patterns = area.flatMap(actionsOf)
    rows = rows.where(sql<boolean>`audit_log.action like any(${patterns}::text[])`)
  }
  if (from) rows = rows.where('auditLog.at', '>=', atShanghai(from, '00:00'))
  if (to) rows = rows.where('auditLog.at', '<', endOfDay(to))
  if (subjectId) rows = rows.where('auditLog.subjectId', '=', subjectId)
  if (cursor) {
    const [at, id] = readCursor(cursor, 2)
    rows = rows.where(sql<boolean>`(audit_log.at, audit_log.id) < (${at}::timestamptz, ${id}::bigint)`)
  }
  const found = await rows.execute()
  const items = found.slice(0, limit)
  const last = found.length > limit ? items.at(-1) : undefined
  return {
    items: items.map((row) => present(actor, row)),
    next: last ? cursorOf(last.at.toISOString(), String(last.id)) : null,
    can: { verify: mayVerifyAudit(actor) },
  }
}

/** One command that did the same to thousands of records wrote a row for each, all with its instant, author and sentence. */
const ofOneCommand = sql`same.at = audit_log.at and same.actor_id = audit_log.actor_id and same.action = audit_log.action
  and same.detail ->> 'summary' = audit_log.detail ->> 'summary'`

/** By the next row in the index, of which there mostly is none: a join would read the whole log. */
const isFirstOfItsCommand = sql<boolean>`(select same.id from audit_log same where ${ofOneCommand} and same.id > audit_log.id
  order by same.id limit 1) is null`

const recordsOf =
  sql<number>`(select count(*)::int from audit_log same where ${ofOneCommand} and same.id < audit_log.id) + 1`.as(
    'records',
  )

/** The only way to the audit log for reading. */
function visibleAudit(db: Database | Trx, actor: Actor) {
  const log = db.selectFrom('auditLog')
  return readsWholeAudit(actor) ? log : log.where('auditLog.divisionId', '=', actor.divisionId)
}

interface Row extends Omit<OnServer<AuditEntry>, 'actor' | 'summary' | 'reason'> {
  actorId: string | null
  actorName: string | null
  detail: Record<string, unknown>
}

function present(actor: Actor, { actorId, actorName, detail, ...row }: Row): OnServer<AuditEntry> {
  const open = readsBusiness(actor) || isAdministrative(row.action)
  return {
    ...row,
    actor: actorName === null ? null : { id: actorId, name: actorName },
    action: actionLabel(row.action),
    summary: open ? sentenceOf(row.action, detail) : null,
    reason: open && typeof detail.reason === 'string' ? detail.reason : null,
  }
}
