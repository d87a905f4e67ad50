import type { OnServer } from '@zhuowei/contract/kernel.ts'
import type { PersonalCopy } from '@zhuowei/contract/personal-requests.ts'
import type { PersonalRequestKind, PersonalRequestState } from '@zhuowei/domain/profiles/request.ts'
import { personalRequestStateLabel } from '@zhuowei/domain/profiles/request.ts'
import { sql } from 'kysely'
import { presentContact } from '../customers/contact-view.ts'
import { recordAudit } from '../platform/audit/record.ts'
import type { Writing } from '../platform/http/implement.ts'
import { notFound, Refusal } from '../platform/refusal.ts'
import type { Secrets } from '../platform/secrets.ts'
import { deleteProfile } from '../profiles/commands.ts'
import { findProfile, openProfile } from '../profiles/find.ts'
import { presentProfile } from '../profiles/present.ts'
import { visibleRequests } from './access.ts'
import { eraseContact } from './erase-contact.ts'
import { administratorsOf, managersOf, recordStep, settleOwn, tell } from './telling.ts'

interface Decision {
  version: number
  agree: boolean
  answer: string
}

/** The manager answers; an erasure goes on to the administrator, so that two people stand behind it. */
export async function decideRequest(work: Writing, id: string, input: Decision): Promise<void> {
  const { db, actor, now } = work
  const request = await loadFor(work, id, 'open', input.version)
  const { number, kind, divisionId, contactId, createdBy } = request
  const goesOn = input.agree && kind === 'erase'
  const state = goesOn ? 'approved' : input.agree ? 'done' : 'refused'
  if (input.agree && kind === 'withdraw') await deleteProfile(work, contactId)
  await change(work, id, {
    state,
    answer: input.answer,
    decidedBy: actor.id,
    decidedAt: now,
    finishedAt: goesOn ? null : now,
  })
  const outcome = goesOn ? '同意，待管理员删除' : input.agree ? '办结' : '拒绝'
  await recordStep(work, { id, divisionId }, verbOf[state], `个人信息请求 ${number} ${outcome}`)
  await settleOwn(work, id)
  if (goesOn) await tell(work, await administratorsOf(db), id, `个人信息请求 ${number} 已同意，请删除`)
  if (createdBy !== actor.id) await tell(work, [createdBy], id, `个人信息请求 ${number} ${outcome}`)
}

/** 个人信息保护法 47: everything that was ours alone goes; what names the person in other people's texts is listed for the manager. */
export async function eraseOnRequest(
  work: Writing & { secrets: Secrets },
  id: string,
  version: number,
): Promise<void> {
  const { db, actor, now } = work
  const { number, divisionId, contactId } = await loadFor(work, id, 'approved', version)
  const proof = await eraseContact(work, contactId)
  await change(work, id, {
    state: 'done',
    finishedAt: now,
    erasedBy: actor.id,
    evidence: null,
    answer: null,
    proof: JSON.stringify(proof),
  })
  await recordStep(work, { id, divisionId }, 'erased', `个人信息请求 ${number} 已删除`)
  await settleOwn(work, id)
  const left = proof.mentions.length > 0 ? `，还有 ${proof.mentions.length} 处文字要人工处理` : ''
  await tell(work, await managersOf(db, divisionId), id, `个人信息请求 ${number} 已删除${left}`)
}

/** 个人信息保护法 45: all that we hold, for the person; each copy is on record. */
export async function copyForPerson(
  work: Writing & { secrets: Secrets },
  id: string,
): Promise<OnServer<PersonalCopy>> {
  const { db, actor, now, secrets } = work
  const { number, kind, contactId } = await loadFor(work, id, 'open')
  if (kind !== 'copy') throw new Refusal('nothing_to_decide', { detail: '这件请求不是查阅、复制' })
  const contact = await db
    .selectFrom('contacts')
    .selectAll()
    .where('id', '=', contactId)
    .executeTakeFirstOrThrow()
  const row = await findProfile(db, contactId)
  const { activities } = await db
    .selectFrom('activities')
    .select(sql<number>`count(*)::int`.as('activities'))
    .where('customerId', '=', contact.customerId)
    .where('deletedAt', 'is', null)
    .where(sql<boolean>`contact_ids @> array[${contactId}]::uuid[]`)
    .executeTakeFirstOrThrow()
  await recordAudit(db, {
    action: 'personal_request.copied',
    at: now,
    actor,
    subjectType: 'personal_request',
    subjectId: id,
    detail: { number },
  })
  return {
    ...presentContact(contact),
    phone: contact.phoneSealed ? secrets.open(contact.phoneSealed) : null,
    profile: row ? await presentProfile(db, row, openProfile(secrets, row)) : null,
    activities,
  }
}

const verbOf = { approved: 'approved', done: 'finished', refused: 'declined' } as const

/** Found (404), in the state that the step needs and as it was seen (409); locked until the end of the command. */
async function loadFor({ db, actor }: Writing, id: string, state: PersonalRequestState, version?: number) {
  const request = await visibleRequests(db, actor)
    .where('personalRequests.id', '=', id)
    .selectAll()
    .select((row) => [
      row.ref('kind').$castTo<PersonalRequestKind>().as('kind'), // personal_requests_kind_known
      row.ref('state').$castTo<PersonalRequestState>().as('state'), // personal_requests_state_known
    ])
    .forUpdate()
    .executeTakeFirst()
  if (!request) throw notFound()
  if (version !== undefined && request.version !== version) throw new Refusal('version_conflict')
  if (request.state !== state)
    throw new Refusal('nothing_to_decide', {
      detail: `这件请求现在是“${personalRequestStateLabel[request.state]}”`,
    })
  return request
}

interface Change {
  state: PersonalRequestState
  finishedAt: Date | null
  answer: string | null
  evidence?: null
  decidedBy?: string
  decidedAt?: Date
  erasedBy?: string
  proof?: string
}

async function change({ db, actor, now }: Writing, id: string, to: Change): Promise<void> {
  await db
    .updateTable('personalRequests')
    .set({ ...to, version: sql`version + 1`, updatedAt: now, updatedBy: actor.id })
    .where('id', '=', id)
    .execute()
}
