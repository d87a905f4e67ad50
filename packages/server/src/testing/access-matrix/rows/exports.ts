import { newId } from '../../../platform/ids.ts'
import type { World } from '../../world.ts'
import type { Target } from '../targets.ts'
import { changing, open, type Rows, reading, reason, version } from './kinds.ts'

const waiting = async (target: Target, world: World) => ({
  params: { id: await giveExport(world, target) },
})

const gridAsked = { unit: 'day', from: '2026-11-16', to: '2026-11-20' }

export const exportRows: Rows = {
  'exports.list': { lists: 'read an export', of: (target, world) => giveExport(world, target), attempt: {} },
  'exports.forecast': open('who may export customers', () => ({ body: { matching: {} } })),
  'exports.request': open('who may export customers', () => ({ body: {} })),
  'exports.forecastCompliance': open('who sees the numbers of the division', () => ({ body: gridAsked })),
  'exports.requestCompliance': open('who sees the numbers of the division', () => ({ body: {} })),
  'exports.approve': changing('approve an export', async (target, world) => ({
    ...(await waiting(target, world)),
    body: { version },
  })),
  'exports.refuse': changing('approve an export', async (target, world) => ({
    ...(await waiting(target, world)),
    body: { version, reason },
  })),
  'exports.file': reading('take an export', waiting),
}

/** Asked for by the person whose records are tried. */
async function giveExport(
  { services: { db }, people, divisionId, otherDivisionId }: World,
  { customerId, personId }: Target,
): Promise<string> {
  const id = newId()
  await db
    .insertInto('exports')
    .values({
      ...{ id, requestedBy: personId, requestedAt: new Date(), purpose: reason, words: '全部客户' },
      divisionId: personId === people.pmOther.id ? otherDivisionId : divisionId,
      ...{ customerIds: [customerId], withContacts: false, state: 'waiting', forGm: false },
    })
    .execute()
  return id
}
