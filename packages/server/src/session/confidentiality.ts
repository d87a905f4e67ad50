import { clauseById } from '@zhuowei/domain/clauses/regulation-text.ts'
import { recordEvent } from '../platform/events.ts'
import type { Reading, Writing } from '../platform/http/implement.ts'
import { Refusal } from '../platform/refusal.ts'
import { confidentialityDue, confidentialityPromise } from '../platform/session/confidentiality.ts'
import { announceSessionChange } from '../platform/session/resolve.ts'

const { version, text } = confidentialityPromise

/** 三.1 as the person reads it, with the date of the last promise. */
export async function ownPromise({ db, actor, now }: Reading) {
  const last = await db
    .selectFrom('confidentialityAcknowledgements')
    .select('at')
    .where('personId', '=', actor.id)
    .where('version', '=', version)
    .orderBy('at', 'desc')
    .executeTakeFirst()
  const acknowledgedAt = last?.at ?? null
  const due = confidentialityDue(acknowledgedAt, now)
  return { version, clause: clauseById('三.1').text, text, acknowledgedAt, due }
}

/** Twice on the same day is one promise. */
export async function acknowledgeConfidentiality({ db, actor, now }: Writing, given: string): Promise<void> {
  if (given !== version) throw new Refusal('version_conflict', { facts: { current: version, yours: given } })
  const { due } = await ownPromise({ db, actor, now })
  if (!due) return
  await db
    .insertInto('confidentialityAcknowledgements')
    .values({ personId: actor.id, version, at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await recordEvent(db, actor, now, {
    verb: 'confidentiality.acknowledged',
    subjectType: 'person',
    subjectId: actor.id,
    divisionId: actor.divisionId,
    summary: `${actor.name}确认了保密承诺（三.1）`,
    after: { version },
  })
  await announceSessionChange(db, actor.id)
}
