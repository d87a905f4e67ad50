import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import type { ProfileBasis, ProfileContent } from '@zhuowei/domain/profiles/profile.ts'
import { allow, visibleCustomer } from '../customers/find.ts'
import { loadRules } from '../obligations/rules.ts'
import type { Database, Trx } from '../platform/db/connect.ts'
import type { Reading } from '../platform/http/implement.ts'
import { forbidden, notFound } from '../platform/refusal.ts'
import type { SealedApart, Secrets } from '../platform/secrets.ts'

/** What is sealed: the words, and with them why they are kept. */
export interface SealedProfile {
  content: ProfileContent
  purpose: string
  source: string
}

export type ProfileRow = NonNullable<Awaited<ReturnType<typeof findProfile>>>

export function findProfile(db: Database | Trx, contactId: string) {
  return db
    .selectFrom('contactProfiles')
    .selectAll()
    .select((row) => row.ref('basis').$castTo<ProfileBasis>().as('basis')) // contact_profiles_basis_known
    .where('contactId', '=', contactId)
    .executeTakeFirst()
}

/** Found in the person's scope (404) and open to those who may look at profiles (403). */
export async function visibleContact(reading: Reading, id: string) {
  const contact = await reading.db
    .selectFrom('contacts')
    .select(['id', 'name', 'position', 'customerId'])
    .where('id', '=', id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst()
  if (!contact) throw notFound()
  const customer = await visibleCustomer(reading, contact.customerId)
  return { contact, customer: allow(reading.actor, 'readProfile', customer) }
}

export async function parametersOf(db: Database | Trx, divisionId: string, now: Date) {
  return (await loadRules(db, divisionId, shanghaiDate(now))).parameters
}

/** G25: a division can do without; then nobody looks, writes or prolongs, and what there is runs out. */
export async function refuseSwitchedOff(db: Database | Trx, divisionId: string, now: Date): Promise<void> {
  const { 'profile.enabled': enabled } = await parametersOf(db, divisionId, now)
  if (!enabled) throw forbidden('本事业部已停用受限画像')
}

export const openProfile = (secrets: Secrets, row: ProfileRow): SealedProfile =>
  JSON.parse(secrets.openApart(row, row.contactId)) // written by `sealProfile` only

export const sealProfile = (secrets: Secrets, contactId: string, profile: SealedProfile): SealedApart =>
  secrets.sealApart(JSON.stringify(profile), contactId)
