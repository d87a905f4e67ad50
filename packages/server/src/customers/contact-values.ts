import type { NewContact } from '@zhuowei/contract/contacts.ts'
import { displayName } from '@zhuowei/domain/customers/name.ts'
import { maskPhone, normalisePhone } from '@zhuowei/domain/customers/phone.ts'
import type { Writing } from '../platform/http/implement.ts'
import { newId } from '../platform/ids.ts'
import type { Secrets } from '../platform/secrets.ts'

export type ContactInput = Partial<Omit<NewContact, 'purchaseRoles'>> &
  Pick<NewContact, 'name' | 'position' | 'phone'> & { purchaseRoles?: NewContact['purchaseRoles'] | null }

interface Belonging {
  customerId: string
  divisionId: string
  isPrimary: boolean
  importId?: string | null
}

/** A new row of `contacts`, complete, so that the reply needs no second look. */
export function contactValues(
  { actor, now, secrets }: Pick<Writing, 'actor' | 'now'> & { secrets: Secrets },
  { customerId, divisionId, isPrimary, importId = null }: Belonging,
  input: ContactInput,
) {
  return {
    id: newId(),
    customerId,
    divisionId,
    isPrimary,
    importId,
    departmentId: null,
    ...contactFields(input),
    ...phoneFields(secrets, input.phone),
    objection: null,
    countermeasure: null,
    version: 1,
    createdAt: now,
    createdBy: actor.id,
    updatedAt: now,
    updatedBy: actor.id,
    deletedAt: null,
    eraseOn: null,
    erasedAt: null,
  }
}

export function contactFields(input: Omit<ContactInput, 'phone'>) {
  return {
    name: displayName(input.name),
    position: input.position,
    department: input.department ?? null,
    departmentKind: input.departmentKind ?? null,
    level: input.level ?? null,
    personKind: input.personKind ?? null,
    purchaseRoles: input.purchaseRoles ?? [],
    relationship: input.relationship ?? 'none',
    attitude: input.attitude ?? 'unknown',
    email: input.email ?? null,
    wechat: input.wechat ?? null,
    remarks: input.remarks ?? null,
  }
}

/** §3C: encrypted at rest; the fingerprint finds equal numbers, the mask is what everybody sees first. */
export function phoneFields(secrets: Secrets, phone: string | null) {
  if (!phone) return { phoneSealed: null, phoneFingerprint: null, phoneMask: null }
  const number = normalisePhone(phone)
  return {
    phoneSealed: secrets.seal(number),
    phoneFingerprint: secrets.fingerprint(number),
    phoneMask: maskPhone(number),
  }
}
