import type { Body } from '@zhuowei/contract/kernel.ts'
import type { organisationApi } from '@zhuowei/contract/organisation.ts'
import type { Database, Trx } from '../platform/db/connect.ts'
import { recordEvent } from '../platform/events.ts'
import type { Writing } from '../platform/http/implement.ts'
import { notFound } from '../platform/refusal.ts'
import { hashPassword, temporaryPassword, unknowablePassword } from '../platform/session/password.ts'
import { announceSessionChange } from '../platform/session/resolve.ts'
import { lockPerson } from './writing.ts'

/** A new first password, told once; every session ends. */
export async function resetPassword(
  { db, actor, now }: Omit<Writing, 'db'> & { db: Database },
  id: string,
  body: Body<typeof organisationApi.resetPassword>,
): Promise<string> {
  const password = temporaryPassword()
  const passwordHash = await hashPassword(password)
  await db.transaction().execute(async (trx) => {
    const writing = { db: trx, actor, now }
    const person = await lockPerson(writing, id, body)
    await setPassword(trx, id, passwordHash)
    await trx
      .updateTable('people')
      .set({ passwordChangeDue: true, version: person.version + 1, updatedAt: now, updatedBy: actor.id })
      .where('id', '=', id)
      .execute()
    await endSessions(trx, id)
    await recordEvent(trx, actor, now, {
      verb: 'person.password_reset',
      subjectType: 'person',
      subjectId: id,
      divisionId: person.divisionId,
      summary: `重置${person.name}的密码`,
    })
  })
  return password
}

export async function signOutEverywhere({ db, actor, now }: Writing, id: string): Promise<number> {
  const person = await db
    .selectFrom('people')
    .select(['name', 'divisionId'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!person) throw notFound()
  const revoked = await endSessions(db, id)
  await recordEvent(db, actor, now, {
    verb: 'person.signed_out',
    subjectType: 'person',
    subjectId: id,
    divisionId: person.divisionId,
    summary: `让${person.name}在 ${revoked} 台设备上退出`,
  })
  return revoked
}

/** The end of the last day closes the account by itself; here it is closed earlier. */
export async function shutAccount(
  db: Trx,
  id: string,
  { atOnce, past }: { atOnce: boolean; past: boolean },
): Promise<void> {
  if (atOnce) await setPassword(db, id, await unknowablePassword())
  if (atOnce || past) await endSessions(db, id)
  else await announceSessionChange(db, id)
}

async function setPassword(db: Trx, id: string, password: string): Promise<void> {
  await db
    .updateTable('authAccounts')
    .set({ password })
    .where('userId', '=', id)
    .where('providerId', '=', 'credential')
    .execute()
}

async function endSessions(db: Trx, id: string): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('authSessions')
    .where('userId', '=', id)
    .executeTakeFirstOrThrow()
  await announceSessionChange(db, id)
  return Number(numDeletedRows)
}
