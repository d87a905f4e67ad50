import { newId } from '../../../platform/ids.ts'
import type { World } from '../../world.ts'
import { owners } from '../expected.ts'
import { makeTarget, type Target } from '../targets.ts'
import { changing, open, type Rows, reading, version } from './kinds.ts'

export const mergeRows: Rows = {
  'merges.preview': reading('merge customers', async (target, world) => ({
    query: { oneId: target.customerId, otherId: await twinOf(target, world) },
  })),
  'merges.merge': changing('merge customers', async (target, world) => ({
    body: {
      kept: { id: target.customerId, version },
      others: [{ id: await twinOf(target, world), version }],
    },
  })),
  'merges.list': open('who merges customers'),
  'merges.undo': changing('merge customers', async (target, world) => ({
    params: { id: await mergeOf(target, world) },
  })),
  'merges.pairs': open('who merges customers'),
  'merges.dismiss': changing('merge customers', async (target, world) => ({
    body: await pairOf(target, world),
  })),
  'merges.reopen': changing('merge customers', async (target, world) => ({
    body: await pairOf(target, world),
  })),
}

/** A second customer of the same person. */
async function twinOf({ personId }: Target, world: World): Promise<string> {
  const owner = owners.find((one) => world.people[one].id === personId) ?? 'pm'
  return (await makeTarget(world, owner)).customerId
}

async function divisionOf({ customerId }: Target, { services: { db } }: World): Promise<string> {
  const row = await db
    .selectFrom('customers')
    .select('divisionId')
    .where('id', '=', customerId)
    .executeTakeFirstOrThrow()
  return row.divisionId
}

async function mergeOf(target: Target, world: World): Promise<string> {
  const { db } = world.services
  const id = newId()
  const twin = await twinOf(target, world)
  const divisionId = await divisionOf(target, world)
  const at = new Date('2026-11-20T10:00:00+08:00')
  await db
    .updateTable('customers')
    .set({ deletedAt: at, mergedIntoId: target.customerId })
    .where('id', '=', twin)
    .execute()
  await db
    .insertInto('customerMerges')
    .values({
      ...{ id, divisionId, survivorId: target.customerId, mergedIds: [twin] },
      ...{ before: '{}', after: '{"tagsAdded":[]}', moved: '[]', mergedAt: at, mergedBy: target.personId },
    })
    .execute()
  return id
}

async function pairOf(target: Target, world: World): Promise<{ oneId: string; otherId: string }> {
  const [oneId = '', otherId = ''] = [target.customerId, await twinOf(target, world)].sort()
  const divisionId = await divisionOf(target, world)
  await world.services.db
    .insertInto('duplicatePairs')
    .values({
      oneId,
      otherId,
      divisionId,
      reasons: ['similar_name'],
      foundAt: new Date('2026-11-20T10:00:00+08:00'),
    })
    .execute()
  return { oneId, otherId }
}
