import { newId } from '../../../platform/ids.ts'
import type { World } from '../../world.ts'
import type { Target } from '../targets.ts'
import { changing, open, type Rows, reading, version } from './kinds.ts'

const dispatched = async (target: Target, world: World) => ({
  params: { id: await giveComplaint(world, target, 'dispatched') },
})
const solved = async (target: Target, world: World) => ({
  params: { id: await giveComplaint(world, target, 'callback') },
})

export const complaintRows: Rows = {
  'complaints.list': {
    lists: 'read a complaint',
    of: (target, world) => giveComplaint(world, target, 'dispatched'),
    attempt: { query: { limit: 200 } },
  },
  'complaints.figures': open('who works with customers'),
  'complaints.get': reading('read a complaint', dispatched),
  'complaints.record': open('who works with customers', ({ people }) => ({
    body: { cause: 'service', about: 'person', targetPersonId: people.pm.id, content: '回电太慢' },
  })),
  'complaints.dispatch': changing('manage a complaint', async (target, world) => ({
    ...(await dispatched(target, world)),
    body: { version, assigneeId: target.personId },
  })),
  'complaints.handle': changing('handle a complaint', async (target, world) => ({
    ...(await dispatched(target, world)),
    body: { version, body: '已联系客户' },
  })),
  'complaints.resolve': changing('handle a complaint', async (target, world) => ({
    ...(await dispatched(target, world)),
    body: { version, body: '已更换' },
  })),
  'complaints.callBack': changing('manage a complaint', async (target, world) => ({
    ...(await solved(target, world)),
    body: { version, satisfied: true, body: '客户满意' },
  })),
}

/** A complaint of the target's customer, recorded by the manager and dispatched to the target's person. */
async function giveComplaint(
  { services: { db }, people, otherDivisionId, divisionId }: World,
  { customerId, personId }: Target,
  state: 'dispatched' | 'callback',
): Promise<string> {
  const at = new Date('2026-11-20T10:00:00+08:00')
  const other = personId === people.pmOther.id
  const id = newId()
  await db
    .insertInto('complaints')
    .values({
      ...{ id, state, customerId, createdAt: at, updatedAt: at },
      divisionId: other ? otherDivisionId : divisionId,
      number: `TS-${id}`,
      level: 'normal',
      cause: 'service',
      about: 'department',
      targetDepartment: '工程部',
      content: '图纸晚了一周',
      forGm: false,
      assigneeId: personId,
      responseDueAt: at,
      solutionDueAt: at,
      createdBy: (other ? people.dmOther : people.dm).id,
    })
    .execute()
  return id
}
