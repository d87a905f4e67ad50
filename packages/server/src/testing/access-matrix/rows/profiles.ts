import { emptyProfile } from '@zhuowei/domain/profiles/profile.ts'
import type { PersonalRequestKind, PersonalRequestState } from '@zhuowei/domain/profiles/request.ts'
import { newId } from '../../../platform/ids.ts'
import { sealProfile } from '../../../profiles/find.ts'
import type { World } from '../../world.ts'
import type { Target } from '../targets.ts'
import { changing, type Rows, reading, reason, version } from './kinds.ts'

const grounds = { purpose: '拜访前准备', basis: 'provided', source: '本人交谈' }

const withProfile = async (target: Target, world: World) => ({
  params: { id: await giveProfile(world, target) },
})
const byContact = ({ contactId }: Target) => ({ params: { id: contactId } })

export const profileRows: Rows = {
  'profiles.status': reading('read a restricted profile', byContact),
  'profiles.view': reading('read a restricted profile', async (target, world) => ({
    ...(await withProfile(target, world)),
    body: { reason },
  })),
  'profiles.save': changing('write a restricted profile', (target) => ({
    ...byContact(target),
    body: { ...emptyProfile, expertise: '继电保护', ...grounds, version: 0 },
  })),
  'profiles.renew': changing('write a restricted profile', async (target, world) => ({
    ...(await withProfile(target, world)),
    body: { ...grounds, version },
  })),
  'profiles.remove': changing('write a restricted profile', withProfile),
  'personalRequests.list': {
    lists: 'read a personal request',
    of: (target, world) => giveRequest(world, target, 'erase', 'approved'),
    attempt: { query: { limit: 200 } },
  },
  'personalRequests.get': reading('read a personal request', async (target, world) => ({
    params: { id: await giveRequest(world, target, 'copy', 'open') },
  })),
  'personalRequests.record': changing('change a customer', (target) => ({
    ...byContact(target),
    body: { kind: 'copy', receivedOn: '2026-11-20', evidence: '当面提出' },
  })),
  'personalRequests.decide': changing('handle a personal request', async (target, world) => ({
    params: { id: await giveRequest(world, target, 'correct', 'open') },
    body: { version, agree: true, answer: '已更正' },
  })),
  'personalRequests.copy': reading('handle a personal request', async (target, world) => ({
    params: { id: await giveRequest(world, target, 'copy', 'open') },
  })),
  'personalRequests.erase': changing('erase a person', async (target, world) => ({
    params: { id: await giveRequest(world, target, 'erase', 'approved') },
    body: { version },
  })),
}

const at = new Date('2026-11-20T10:00:00+08:00')

async function giveProfile(
  { services: { db, secrets }, ...world }: World,
  { contactId, personId }: Target,
): Promise<string> {
  const content = { ...emptyProfile, expertise: '继电保护' }
  await db
    .insertInto('contactProfiles')
    .values({
      ...sealProfile(secrets, contactId, { content, purpose: grounds.purpose, source: grounds.source }),
      contactId,
      divisionId: personId === world.people.pmOther.id ? world.otherDivisionId : world.divisionId,
      basis: 'provided',
      expiresOn: '2028-11-20',
      version,
      updatedAt: at,
      updatedBy: personId,
    })
    .onConflict((known) => known.column('contactId').doNothing())
    .execute()
  return contactId
}

async function giveRequest(
  { services: { db }, ...world }: World,
  { contactId, customerId, personId }: Target,
  kind: PersonalRequestKind,
  state: PersonalRequestState,
): Promise<string> {
  const id = newId()
  await db
    .insertInto('personalRequests')
    .values({
      ...{ id, number: `GR-${id}`, kind, state, customerId, contactId },
      divisionId: personId === world.people.pmOther.id ? world.otherDivisionId : world.divisionId,
      receivedOn: '2026-11-20',
      dueOn: '2026-12-11',
      createdAt: at,
      createdBy: personId,
      updatedAt: at,
      updatedBy: personId,
    })
    .execute()
  return id
}
