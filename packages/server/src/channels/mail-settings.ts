import type { ChangedMail, MailSettings } from '@zhuowei/contract/channels.ts'
import type { Database, Trx } from '../platform/db/connect.ts'
import { recordEvent } from '../platform/events.ts'
import type { Writing } from '../platform/http/implement.ts'
import { invalid, Refusal } from '../platform/refusal.ts'
import type { Secrets } from '../platform/secrets.ts'

export async function readMailSettings(db: Database | Trx): Promise<MailSettings | null> {
  const row = await db.selectFrom('mailSettings').selectAll().executeTakeFirst()
  return row ? present(row) : null
}

/** A password that is left out stays as it is; without a user name there is none. */
export async function saveMailSettings(
  { db, actor, now, secrets }: Writing & { secrets: Secrets },
  { version, password, ...input }: ChangedMail,
): Promise<MailSettings> {
  const before = await db.selectFrom('mailSettings').selectAll().forUpdate().executeTakeFirst()
  if ((before?.version ?? 0) !== version)
    throw new Refusal('version_conflict', {
      facts: { current: before ? present(before) : null, yours: input },
    })
  const kept =
    before && before.host === input.host && before.username === input.username ? before.sealed : null
  const sealed = input.username === null ? null : password ? secrets.seal(password) : kept
  if (input.username !== null && sealed === null) throw invalid('password', '请填写密码')
  const values = { ...input, sealed, version: version + 1, updatedAt: now, updatedBy: actor.id }
  const row = await db
    .insertInto('mailSettings')
    .values(values)
    .onConflict((conflict) => conflict.column('oneRow').doUpdateSet(values))
    .returningAll()
    .executeTakeFirstOrThrow()
  await db.deleteFrom('restingDestinations').where('destination', '=', 'mail').execute()
  const { host, port, enabled } = input
  await recordEvent(db, actor, now, {
    verb: 'channel.mail_set',
    subjectType: 'mail_settings',
    subjectId: actor.id,
    divisionId: null,
    summary: `设置邮件服务器：${host}:${port}，${enabled ? '启用' : '停用'}`,
    before: before && present(before),
    after: present(row),
  })
  return present(row)
}

type Row = {
  enabled: boolean
  host: string
  port: number
  security: string
  username: string | null
  sealed: string | null
  fromAddress: string
  fromName: string
  version: number
}

function present(row: Row): MailSettings {
  const { enabled, host, port, username, fromAddress, fromName, version } = row
  return {
    ...{ enabled, host, port, username, fromAddress, fromName, version },
    security: row.security as MailSettings['security'], // mail_settings_security_known
    hasPassword: row.sealed !== null,
  }
}
