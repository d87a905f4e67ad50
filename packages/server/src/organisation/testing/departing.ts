import type { Person, World } from '../../testing/world.ts'

let nth = 0
/** A customer of this person, directly in the table: the customers' own commands are not what is tested here. */
export async function customerOf(
  world: World,
  owner: Person,
  more: { grade?: string; nextStepOn?: string } = {},
): Promise<string> {
  nth += 1
  const id = crypto.randomUUID()
  const at = new Date('2026-10-01T09:00:00+08:00')
  const stamp = { createdAt: at, createdBy: owner.id, updatedAt: at, updatedBy: owner.id }
  await world.services.db
    .insertInto('customers')
    .values({
      ...stamp,
      id,
      divisionId: world.divisionId,
      number: `KH-YL-${nth}`,
      name: `听涛供电公司${nth}`,
      nameKey: `听涛${nth}`,
      nameOrder: `tingtao${nth}`,
      type: 'county_grid',
      regionId: world.regions.yunling,
      ownerId: owner.id,
      status: 'potential',
      tradeStatus: 'untraded',
      grade: more.grade ?? 'C',
      gradeSince: at,
      statusSince: at,
      source: 'phone',
      searchText: '',
      searchContacts: '',
      searchGrams: [],
      lastActivityAt: at,
      nextStepOn: more.nextStepOn ?? null,
    })
    .execute()
  return id
}

export async function ownersOf(world: World, ids: readonly string[]) {
  const rows = await world.services.db
    .selectFrom('customers')
    .select(['id', 'ownerId', 'version'])
    .where('id', 'in', ids)
    .execute()
  return ids.map((id) => rows.find((row) => row.id === id))
}

/** Leaves today, customers into the pool. */
export const departure = (more: object = {}) => ({
  leavingDate: '2026-11-23',
  handover: { to: null },
  version: 1,
  ...more,
})
