import { newId } from '../../../platform/ids.ts'
import type { World } from '../../world.ts'
import type { Target } from '../targets.ts'
import { byCustomer, changing, type Rows, reading, version } from './kinds.ts'

const server = { kind: 'it', category: 'server', brand: '浪潮', source: '现场查看', learnedOn: '2026-11-20' }

const byFact = async (target: Target, world: World) => ({ params: { id: await factOf(target, world) } })

export const backgroundRows: Rows = {
  'background.get': reading('read a customer', byCustomer),
  'background.rollUp': reading('read a customer', byCustomer),
  'background.record': changing('change a customer', (target) => ({ ...byCustomer(target), body: server })),
  'background.update': changing('change a customer', async (target, world) => ({
    ...(await byFact(target, world)),
    body: { ...server, version },
  })),
  'background.confirm': changing('change a customer', async (target, world) => ({
    ...(await byFact(target, world)),
    body: { version },
  })),
  'background.remove': changing('change a customer', byFact),
  'background.restore': changing('change a customer', byFact),
}

async function factOf(
  { customerId, personId }: Target,
  { services: { db }, divisionId }: World,
): Promise<string> {
  const id = newId()
  const at = new Date('2026-11-20T10:00:00+08:00')
  await db
    .insertInto('backgroundFacts')
    .values({
      ...server,
      ...{ id, customerId, divisionId, confirmedOn: '2026-11-20', confirmedBy: personId },
      ...{ createdAt: at, createdBy: personId, updatedAt: at, updatedBy: personId },
    })
    .execute()
  return id
}
