import type { ProfileStatus } from '@zhuowei/contract/profiles.ts'
import { may } from '../customers/access.ts'
import type { Reading } from '../platform/http/implement.ts'
import { findProfile, parametersOf, visibleContact } from './find.ts'

/** Whether there is a profile and until when; what it says is a deliberate look (`viewProfile`). */
export async function profileStatus(reading: Reading, contactId: string): Promise<ProfileStatus> {
  const { db, actor, now } = reading
  const { contact, customer } = await visibleContact(reading, contactId)
  const row = await findProfile(db, contactId)
  const { 'profile.enabled': enabled } = await parametersOf(db, customer.divisionId, now)
  const state = !enabled ? 'off' : !row ? 'none' : row.hiddenOn ? 'hidden' : 'kept'
  const writes = may.writeProfile(actor, customer)
  return {
    contact: { id: contact.id, name: contact.name, position: contact.position },
    customer: { id: customer.id, name: customer.name },
    state,
    expiresOn: row?.expiresOn ?? null,
    purgeOn: row?.purgeOn ?? null,
    version: row?.version ?? 0,
    can: {
      view: state === 'kept',
      save: writes && (state === 'none' || state === 'kept'),
      renew: writes && state === 'hidden',
      remove: writes && row !== undefined,
    },
  }
}
