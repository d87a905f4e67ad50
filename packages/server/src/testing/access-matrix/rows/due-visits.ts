import type { World } from '../../world.ts'
import type { Target } from '../targets.ts'
import { byCustomer, changing, open, type Rows } from './kinds.ts'

export const dueVisitRows: Rows = {
  'dueVisits.list': {
    lists: 'read a visit',
    of: longOverdue,
    attempt: { query: { limit: 200 } },
  },
  'dueVisits.people': open('who works with customers'),
  'dueVisits.regions': open('who works with customers'),
  'dueVisits.plan': changing('visit a customer', (target) => ({
    ...byCustomer(target),
    body: { on: '2026-11-27' },
  })),
}

async function longOverdue({ customerId }: Target, { services: { db } }: World): Promise<string> {
  await db
    .updateTable('customers')
    .set({ lastActivityAt: new Date('2020-01-01T00:00:00Z') })
    .where('id', '=', customerId)
    .execute()
  return customerId
}
