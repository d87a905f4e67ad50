import { recordAudit } from '../platform/audit/record.ts'
import type { Reading, Writing } from '../platform/http/implement.ts'
import { notFound } from '../platform/refusal.ts'
import { announceSessionChange } from '../platform/session/resolve.ts'
import { deviceName } from './device-name.ts'

/** Where the person is signed in; this device first. */
export async function openSessions({ db, actor, now }: Reading) {
  const rows = await db
    .selectFrom('authSessions')
    .select(['id', 'userAgent', 'ipAddress', 'createdAt', 'expiresAt'])
    .where('userId', '=', actor.id)
    .where('expiresAt', '>', now)
    .orderBy('createdAt', 'desc')
    .execute()
  return rows
    .map((row) => ({
      id: row.id,
      current: row.id === actor.sessionId,
      device: deviceName(row.userAgent ?? ''),
      address: row.ipAddress ?? '',
      signedInAt: row.createdAt,
      expiresAt: row.expiresAt,
    }))
    .toSorted((one, other) => Number(other.current) - Number(one.current))
}

export async function revokeSession({ db, actor, now }: Writing, id: string): Promise<void> {
  const { numDeletedRows } = await db
    .deleteFrom('authSessions')
    .where('userId', '=', actor.id)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  if (numDeletedRows === 0n) throw notFound()
  await recordAudit(db, { action: 'session.revoked', at: now, actor, subjectType: 'session', subjectId: id })
  await announceSessionChange(db, actor.id)
}

export async function revokeOtherSessions({ db, actor, now }: Writing): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('authSessions')
    .where('userId', '=', actor.id)
    .where('id', '<>', actor.sessionId)
    .executeTakeFirstOrThrow()
  const revoked = Number(numDeletedRows)
  await recordAudit(db, { action: 'session.revoked', at: now, actor, detail: { others: revoked } })
  await announceSessionChange(db, actor.id)
  return revoked
}
