import type { Countermeasure, NewConsensus } from '@zhuowei/contract/decision-chain.ts'
import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { sql } from 'kysely'
import { contactFor } from '../customers/contacts.ts'
import { customerFor, refuseStale } from '../customers/find.ts'
import { recordAudit } from '../platform/audit/record.ts'
import { recordEvent } from '../platform/events.ts'
import type { Writing } from '../platform/http/implement.ts'
import { invalid } from '../platform/refusal.ts'

interface Placed {
  contactId: string
  x: number
  y: number
}

/** The arrangement is everybody's: each card keeps the place where it was put last, whoever put it there. */
export async function arrangePeople(
  work: Writing,
  customerId: string,
  placed: readonly Placed[],
): Promise<void> {
  const { db, actor, now } = work
  const { divisionId } = await customerFor(work, customerId, 'edit')
  const places = JSON.stringify(
    Object.fromEntries(placed.map(({ contactId, x, y }) => [contactId, [Math.round(x), Math.round(y)]])),
  )
  await db
    .insertInto('decisionMaps')
    .values({ customerId, divisionId, places })
    .onConflict((conflict) =>
      conflict.column('customerId').doUpdateSet({ places: sql`decision_maps.places || excluded.places` }),
    )
    .execute()
  await recordEvent(db, actor, now, {
    verb: 'decision_map.arranged',
    ...mapOf(customerId, divisionId),
    summary: `摆放了决策链图上的 ${placed.length} 个人`,
  })
}

export async function tidyMap(work: Writing, customerId: string): Promise<void> {
  const { db, actor, now } = work
  const { divisionId } = await customerFor(work, customerId, 'edit')
  const tidied = await db
    .updateTable('decisionMaps')
    .set({ places: '{}' })
    .where('customerId', '=', customerId)
    .returning('customerId')
    .executeTakeFirst()
  if (!tidied) return
  await recordEvent(db, actor, now, {
    verb: 'decision_map.tidied',
    ...mapOf(customerId, divisionId),
    summary: '整理了决策链图',
  })
}

/** 六.4.3) 达成共识，把客户与公司发展结合, with its day. */
export async function recordConsensus(
  work: Writing,
  customerId: string,
  { text, on, version }: NewConsensus,
): Promise<void> {
  const { db, actor, now } = work
  const { divisionId } = await customerFor(work, customerId, 'edit')
  if (on > shanghaiDate(now)) throw invalid('on', '日期不能晚于今天')
  const held = await db
    .selectFrom('decisionMaps')
    .select(['consensus', 'consensusOn', 'version'])
    .where('customerId', '=', customerId)
    .executeTakeFirst()
  const yours = { text, on, version }
  await refuseStale({ version: held?.version ?? 0 }, yours, async () => ({
    text: held?.consensus ?? null,
    on: held?.consensusOn ?? null,
    version: held?.version ?? 0,
  }))
  const consensus = { consensus: text, consensusOn: on, consensusBy: actor.id, version: version + 1 }
  await db
    .insertInto('decisionMaps')
    .values({ customerId, divisionId, ...consensus })
    .onConflict((conflict) => conflict.column('customerId').doUpdateSet(consensus))
    .execute()
  await recordEvent(db, actor, now, {
    verb: 'customer.consensus_recorded',
    ...{ subjectType: 'customer', subjectId: customerId, divisionId, customerId },
    summary: held?.consensus ? '更新了与客户的共识和合作方向' : '记下了与客户的共识和合作方向',
    before: held ? { text: held.consensus, on: held.consensusOn } : undefined,
    after: { text, on },
  })
}

/** 六.4.4) why somebody is against us, and what we do about it. */
export async function answerOpponent(
  work: Writing,
  contactId: string,
  { version, ...stance }: Countermeasure,
): Promise<string> {
  const { db, actor, now } = work
  const { row, customer } = await contactFor(work, contactId, 'edit')
  const { objection, countermeasure } = row
  await refuseStale(row, { ...stance, version }, async () => ({
    ...{ objection, countermeasure, version: row.version },
  }))
  await db
    .updateTable('contacts')
    .set({ ...stance, version: version + 1, updatedAt: now, updatedBy: actor.id })
    .where('id', '=', contactId)
    .execute()
  await recordEvent(db, actor, now, {
    verb: 'contact.countermeasure_recorded',
    ...{ subjectType: 'contact', subjectId: contactId, divisionId: row.divisionId, customerId: customer.id },
    summary: `记下了对${row.name}的对策`,
  })
  return customer.id
}

/** 三.1: a picture leaves the system; whose map, by whom, when and what for stands in the audit log. */
export async function tracePicture(
  work: Writing,
  customerId: string,
  { purpose }: { purpose: string },
): Promise<void> {
  const customer = await customerFor(work, customerId, 'seeContacts')
  await recordAudit(work.db, {
    action: 'decision_map.picture_taken',
    at: work.now,
    actor: work.actor,
    subjectType: 'customer',
    subjectId: customer.id,
    detail: { purpose },
  })
}

/** Not on the timeline: where a card lies says nothing about the customer. */
const mapOf = (customerId: string, divisionId: string) => ({
  ...{ subjectType: 'decision_map', subjectId: customerId, divisionId },
})
