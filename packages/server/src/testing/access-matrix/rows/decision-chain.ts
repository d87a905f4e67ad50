import { newId } from '../../../platform/ids.ts'
import type { World } from '../../world.ts'
import type { Target } from '../targets.ts'
import { byCustomer, changing, type Rows, reading, version } from './kinds.ts'

export const decisionChainRows: Rows = {
  'decisionChain.get': reading('read a customer', byCustomer),
  'decisionChain.relate': changing('change a customer', async (target, world) => ({
    ...byCustomer(target),
    body: { fromId: target.contactId, toId: await secondContactOf(target, world), kind: 'directs' },
  })),
  'decisionChain.changeRelation': changing('change a customer', async (target, world) => ({
    params: { id: await relationOf(target, world) },
    body: { kind: 'close', version },
  })),
  'decisionChain.unrelate': changing('change a customer', async (target, world) => ({
    params: { id: await relationOf(target, world) },
  })),
  'decisionChain.arrange': changing('change a customer', (target) => ({
    ...byCustomer(target),
    body: { placed: [{ contactId: target.contactId, x: 10, y: 10 }] },
  })),
  'decisionChain.tidy': changing('change a customer', byCustomer),
  'decisionChain.agree': changing('change a customer', (target) => ({
    ...byCustomer(target),
    body: { text: '一起做试点', on: '2026-11-20', version: 0 },
  })),
  'decisionChain.answer': changing('change a customer', ({ contactId }) => ({
    params: { id: contactId },
    body: { countermeasure: '先做演练', version },
  })),
  'decisionChain.takePicture': reading('see a whole phone number', (target) => ({
    ...byCustomer(target),
    body: { purpose: '周例会上讨论' },
  })),
}

async function secondContactOf({ customerId, contactId }: Target, { services: { db } }: World) {
  const { id } = await db
    .selectFrom('contacts')
    .select('id')
    .where('customerId', '=', customerId)
    .where('id', '<>', contactId)
    .executeTakeFirstOrThrow()
  return id
}

async function relationOf(target: Target, world: World): Promise<string> {
  const id = newId()
  const { customerId, contactId: fromId, personId } = target
  const { db } = world.services
  const { divisionId } = await db
    .selectFrom('customers')
    .select('divisionId')
    .where('id', '=', customerId)
    .executeTakeFirstOrThrow()
  const at = new Date('2026-11-20T10:00:00+08:00')
  await db
    .insertInto('contactRelations')
    .values({
      ...{ id, divisionId, customerId, fromId, toId: await secondContactOf(target, world), kind: 'close' },
      ...{ createdAt: at, createdBy: personId, updatedAt: at, updatedBy: personId },
    })
    .execute()
  return id
}
