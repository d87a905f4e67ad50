import type { OnServer } from '@zhuowei/contract/kernel.ts'
import type { Profile, ProfileInput, ProfileRenewal } from '@zhuowei/contract/profiles.ts'
import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { profileExpiry } from '@zhuowei/domain/profiles/keeping.ts'
import { isEmptyProfile, type ProfileContent } from '@zhuowei/domain/profiles/profile.ts'
import { sensitiveInProfile, sensitiveKindLabel } from '@zhuowei/domain/profiles/sensitive.ts'
import type { CustomerAct } from '../customers/access.ts'
import { contactFor } from '../customers/contacts.ts'
import { recordAudit } from '../platform/audit/record.ts'
import { recordEvent } from '../platform/events.ts'
import type { Writing } from '../platform/http/implement.ts'
import { invalid, notFound, Refusal } from '../platform/refusal.ts'
import type { SealedApart, Secrets } from '../platform/secrets.ts'
import {
  findProfile,
  openProfile,
  type ProfileRow,
  parametersOf,
  refuseSwitchedOff,
  sealProfile,
} from './find.ts'
import { presentProfile } from './present.ts'

type ProfileWriting = Writing & { secrets: Secrets }

/** 三.1, §3C: a look, with its reason in the audit log; the next page view is another one. */
export async function viewProfile(
  work: ProfileWriting,
  contactId: string,
  reason: string,
): Promise<OnServer<Profile>> {
  const { db, actor, now, secrets } = work
  const { row, customerId } = await existing(work, contactId, 'readProfile')
  refuseHidden(row)
  await recordAudit(db, {
    action: 'contact.profile_viewed',
    at: now,
    actor,
    subjectType: 'contact',
    subjectId: contactId,
    detail: { customerId, reason },
  })
  return presentProfile(db, row, openProfile(secrets, row))
}

/** 六.3.1)④ with purpose, basis and source; it overwrites, because no older version of such data may be kept (个人信息保护法 19). */
export async function saveProfile(
  work: ProfileWriting,
  contactId: string,
  input: ProfileInput,
): Promise<void> {
  const { db, secrets } = work
  const { customer } = await contactFor(work, contactId, 'writeProfile')
  await refuseSwitchedOff(db, customer.divisionId, work.now)
  const row = await findProfile(db, contactId)
  if (row) refuseHidden(row)
  refuseStale(row?.version ?? 0, input.version)
  const { version: _, purpose, basis, source, separateConsent: consented, ...content } = input
  if (isEmptyProfile(content)) throw invalid('experience', '至少填写一项，不需要的可以清除')
  const separateConsent = refuseUnconsented(content, { basis, consented })
  const sealed = sealProfile(secrets, contactId, { content, purpose, source })
  await keep(work, contactId, customer.divisionId, { ...sealed, basis, separateConsent }, input.version)
  await record(work, contactId, customer.divisionId, 'saved', '填写受限画像')
}

/** Still needed after it expired: why, on what basis and from where is said anew. The words stay as they are. */
export async function renewProfile(
  work: ProfileWriting,
  contactId: string,
  { version, purpose, basis, source }: ProfileRenewal,
): Promise<void> {
  const { row, divisionId } = await existing(work, contactId, 'writeProfile')
  refuseStale(row.version, version)
  const { content } = openProfile(work.secrets, row)
  const { separateConsent } = row
  if (separateConsent) refuseUnconsented(content, { basis, consented: true })
  const sealed = sealProfile(work.secrets, contactId, { content, purpose, source })
  await keep(work, contactId, divisionId, { ...sealed, basis, separateConsent }, version)
  await record(work, contactId, divisionId, 'renewed', '继续保留受限画像')
}

/** Gone at once and for good; again changes nothing. */
export async function removeProfile(work: Writing, contactId: string): Promise<void> {
  const { customer } = await contactFor(work, contactId, 'writeProfile')
  if (await deleteProfile(work, contactId)) {
    await record(work, contactId, customer.divisionId, 'removed', '清除受限画像')
  }
}

export async function deleteProfile({ db }: Pick<Writing, 'db'>, contactId: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('contactProfiles')
    .where('contactId', '=', contactId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

async function existing(work: Writing, contactId: string, act: CustomerAct) {
  const { customer } = await contactFor(work, contactId, act)
  await refuseSwitchedOff(work.db, customer.divisionId, work.now)
  const row = await findProfile(work.db, contactId)
  if (!row) throw notFound()
  return { row, customerId: customer.id, divisionId: customer.divisionId }
}

function refuseHidden({ hiddenOn, purgeOn }: ProfileRow): void {
  if (hiddenOn) throw new Refusal('window_closed', { detail: `受限画像已经到期隐藏，${purgeOn} 清除` })
}

/** Neither version is told: a refusal is no look. */
function refuseStale(current: number, yours: number): void {
  if (current !== yours) throw new Refusal('version_conflict')
}

/** 个人信息保护法 29: sensitive data only with the person's consent to exactly that; otherwise the words come out. */
function refuseUnconsented(
  content: ProfileContent,
  { basis, consented }: { basis: string; consented: boolean },
): boolean {
  const findings = sensitiveInProfile(content)
  if (findings.length === 0) return false
  if (!consented) {
    throw new Refusal('invalid_input', {
      errors: findings.map(({ field, kinds }) => ({
        path: field,
        message: `像是${kinds.map((kind) => sensitiveKindLabel[kind]).join('、')}：请删去，或确认已取得本人单独同意`,
      })),
    })
  }
  if (basis !== 'consent') throw invalid('basis', '含敏感个人信息时，依据只能是“本人同意”')
  return true
}

interface Kept extends SealedApart {
  basis: string
  separateConsent: boolean
}

async function keep(
  { db, actor, now }: Writing,
  contactId: string,
  divisionId: string,
  kept: Kept,
  version: number,
): Promise<void> {
  const values = {
    ...kept,
    expiresOn: profileExpiry(shanghaiDate(now), await parametersOf(db, divisionId, now)),
    hiddenOn: null,
    purgeOn: null,
    version: version + 1,
    updatedAt: now,
    updatedBy: actor.id,
  }
  await db
    .insertInto('contactProfiles')
    .values({ contactId, divisionId, ...values })
    .onConflict((known) => known.column('contactId').doUpdateSet(values))
    .execute()
}

/** In the audit, and on no timeline: that there is a profile is nobody else's business either. */
async function record(
  { db, actor, now }: Writing,
  contactId: string,
  divisionId: string,
  verb: string,
  summary: string,
): Promise<void> {
  await recordEvent(db, actor, now, {
    verb: `contact.profile_${verb}`,
    subjectType: 'contact',
    subjectId: contactId,
    divisionId,
    summary,
  })
}
