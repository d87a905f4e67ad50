import { recordEvent } from '../platform/events.ts'
import type { Writing } from '../platform/http/implement.ts'
import { invalid } from '../platform/refusal.ts'
import { hashPassword, passwordMatches } from '../platform/session/password.ts'
import { announceSessionChange } from '../platform/session/resolve.ts'

/** The person's own choice from now on; every other device has to sign in again. */
export async function changePassword(
  { db, actor, now }: Writing,
  { oldPassword, newPassword }: { oldPassword: string; newPassword: string },
): Promise<void> {
  const account = await db
    .selectFrom('authAccounts')
    .innerJoin('people', 'people.id', 'authAccounts.userId')
    .select(['authAccounts.id', 'password', 'username'])
    .where('userId', '=', actor.id)
    .where('providerId', '=', 'credential')
    .executeTakeFirst()
  if (!account?.password || !(await passwordMatches(account.password, oldPassword))) {
    throw invalid('oldPassword', '原密码不对')
  }
  if (newPassword === oldPassword) throw invalid('newPassword', '新密码不能与原密码相同')
  refuseUsernameAsPassword(account.username, newPassword)
  await db
    .updateTable('authAccounts')
    .set({ password: await hashPassword(newPassword), updatedAt: now })
    .where('id', '=', account.id)
    .execute()
  await db.updateTable('people').set({ passwordChangeDue: false }).where('id', '=', actor.id).execute()
  await db
    .deleteFrom('authSessions')
    .where('userId', '=', actor.id)
    .where('id', '<>', actor.sessionId)
    .execute()
  await recordEvent(db, actor, now, {
    verb: 'session.password_changed',
    subjectType: 'person',
    subjectId: actor.id,
    divisionId: actor.divisionId,
    summary: `${actor.name}修改了自己的密码`,
  })
  await announceSessionChange(db, actor.id)
}

export function refuseUsernameAsPassword(username: string, password: string, path = 'newPassword'): void {
  if (password.toLowerCase().includes(username)) throw invalid(path, '密码里不能包含用户名')
}
