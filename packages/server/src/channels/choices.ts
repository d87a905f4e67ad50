import type { ChangedChoices, ReminderChoices } from '@zhuowei/contract/channels.ts'
import type { OnServer } from '@zhuowei/contract/kernel.ts'
import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { type Topic, topics, usualMailTopics } from '@zhuowei/domain/channels/kinds.ts'
import { resolveParameters } from '@zhuowei/domain/clauses/parameters.ts'
import { loadRules } from '../obligations/rules.ts'
import type { Reading, Writing } from '../platform/http/implement.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Secrets } from '../platform/secrets.ts'
import { pushKeys } from './push-keys.ts'

type Look = Reading & { secrets: Secrets }

export async function ownChoices(look: Look): Promise<OnServer<ReminderChoices>> {
  const { db, actor, secrets } = look
  const row = await readChoices(look)
  const mail = await db.selectFrom('mailSettings').select('enabled').executeTakeFirst()
  const person = await db.selectFrom('people').select('email').where('id', '=', actor.id).executeTakeFirst()
  const devices = await db
    .selectFrom('pushDevices')
    .select(['id', 'label', 'createdAt'])
    .where('personId', '=', actor.id)
    .orderBy('createdAt')
    .execute()
  return {
    mail: {
      address: person?.email ?? null,
      enabled: mail?.enabled ?? false,
      topics: known(row?.mailTopics ?? usualMailTopics),
    },
    push: {
      publicKey: (await pushKeys(db, secrets)).publicKey,
      topics: known(row?.pushTopics ?? topics),
      devices,
    },
    quiet:
      row && row.quietFrom !== null && row.quietTo !== null
        ? { from: row.quietFrom, to: row.quietTo, own: true }
        : { ...(await usualQuiet(look)), own: false },
    onLeave: row?.onLeave ?? false,
    version: row?.version ?? 0,
  }
}

/** One's own matter, and therefore no event of the business. */
export async function chooseReminders(
  work: Writing & { secrets: Secrets },
  { version, ...input }: ChangedChoices,
): Promise<OnServer<ReminderChoices>> {
  const { db, actor, now } = work
  const before = await readChoices(work)
  if ((before?.version ?? 0) !== version)
    throw new Refusal('version_conflict', { facts: { current: await ownChoices(work), yours: input } })
  const values = { ...input, version: version + 1, updatedAt: now }
  const saved = await db
    .insertInto('reminderChoices')
    .values({ personId: actor.id, ...values })
    .onConflict((conflict) =>
      conflict.column('personId').doUpdateSet(values).where('reminderChoices.version', '=', version),
    )
    .returning('version')
    .executeTakeFirst()
  if (!saved)
    throw new Refusal('version_conflict', { facts: { current: await ownChoices(work), yours: input } })
  return ownChoices(work)
}

const readChoices = ({ db, actor }: Reading) =>
  db.selectFrom('reminderChoices').selectAll().where('personId', '=', actor.id).executeTakeFirst()

/** 总经理 and 系统管理员 stand outside the divisions: for them the defaults hold. */
async function usualQuiet({ db, actor, now }: Reading) {
  const today = shanghaiDate(now)
  const parameters = actor.divisionId
    ? (await loadRules(db, actor.divisionId, today)).parameters
    : resolveParameters([], today)
  return { from: parameters['remind.quietFrom'], to: parameters['remind.quietTo'] }
}

const known = (chosen: readonly string[]): Topic[] => topics.filter((topic) => chosen.includes(topic))
