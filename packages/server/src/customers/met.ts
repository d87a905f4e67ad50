import {
  afterMeeting,
  type RelationshipLevel,
  relationshipLevelLabel,
} from '@zhuowei/domain/customers/contact.ts'
import type { Writing } from '../platform/http/implement.ts'
import { keepMove, recordContactEvent } from './contacts.ts'

/** 六.4.4) who was visited or called is no longer 未接触; everybody else stays where he stands. */
export async function meetContacts(work: Writing, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const { db, actor, now } = work
  const met = await db
    .selectFrom('contacts')
    .selectAll()
    .where('id', 'in', ids)
    .where('deletedAt', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute()
  for (const before of met) {
    const from = before.relationship as RelationshipLevel // check constraint contacts_relationship_known
    const relationship = afterMeeting(from)
    if (relationship === from) continue
    const version = before.version + 1
    const after = { ...before, relationship, version }
    await db
      .updateTable('contacts')
      .set({ relationship, version, updatedAt: now, updatedBy: actor.id })
      .where('id', '=', before.id)
      .execute()
    await keepMove(work, before, after)
    const [was, is] = [relationshipLevelLabel[from], relationshipLevelLabel[relationship]]
    // Without the name, which the timeline looks up: an erasure reaches no event (§3C).
    await recordContactEvent(work, after, 'contact.met', `有了接触，由“${was}”改为“${is}”`)
  }
}
