import { newId } from '../../../platform/ids.ts'
import type { World } from '../../world.ts'
import type { Target } from '../targets.ts'
import { changing, open, type Rows, reading, version } from './kinds.ts'

const facts = { subject: '报送方案', description: null }
const assigned =
  (state: 'open' | 'reported' = 'open') =>
  async (target: Target, world: World) => ({
    params: { id: await giveTask(world, target, 'assigned', state) },
  })
const toDo =
  (state: 'open' | 'done' = 'open') =>
  async (target: Target, world: World) => ({
    params: { id: await giveTask(world, target, 'general', state) },
  })

export const taskRows: Rows = {
  'tasks.agenda': open('who works with customers'),
  'tasks.list': {
    lists: 'read an assigned task',
    of: (target, world) => giveTask(world, target, 'assigned', 'open'),
    attempt: { query: { limit: 200 } },
  },
  'tasks.assignable': open('who leads a team'),
  'tasks.get': reading('read an assigned task', assigned()),
  'tasks.create': open('who works with customers', () => ({ body: facts })),
  'tasks.assign': open('who leads a team', ({ people }) => ({
    body: { ...facts, ownerId: people.pm.id, dueOn: '2026-11-27' },
  })),
  'tasks.change': changing('change an assigned task', async (target, world) => ({
    ...(await assigned()(target, world)),
    body: { ...facts, version, dueOn: '2026-11-27' },
  })),
  'tasks.cancel': changing('change an assigned task', async (target, world) => ({
    ...(await assigned()(target, world)),
    body: { version, reason: '客户取消' },
  })),
  'tasks.complete': changing('keep a to-do', async (target, world) => ({
    ...(await toDo()(target, world)),
    body: { version },
  })),
  'tasks.reopen': changing('keep a to-do', async (target, world) => ({
    ...(await toDo('done')(target, world)),
    body: { version },
  })),
  'tasks.feedback': changing('answer an assigned task', async (target, world) => ({
    ...(await assigned()(target, world)),
    body: { version, body: '已报送' },
  })),
  'tasks.accept': changing('accept an assigned task', async (target, world) => ({
    ...(await assigned('reported')(target, world)),
    body: { version },
  })),
  'tasks.sendBack': changing('accept an assigned task', async (target, world) => ({
    ...(await assigned('reported')(target, world)),
    body: { version, reason: '缺报价' },
  })),
}

/** A task of the target's person, assigned by the manager or kept by the person. */
async function giveTask(
  { services: { db }, people, otherDivisionId, divisionId }: World,
  { personId }: Target,
  kind: 'assigned' | 'general',
  state: 'open' | 'reported' | 'done',
): Promise<string> {
  const at = new Date('2026-11-20T10:00:00+08:00')
  const other = personId === people.pmOther.id
  const manager = other ? people.dmOther : people.dm
  const id = newId()
  await db
    .insertInto('tasks')
    .values({
      ...{ id, kind, state, subject: '报送方案', ownerId: personId, dueAt: at, createdAt: at, updatedAt: at },
      divisionId: other ? otherDivisionId : divisionId,
      assignerId: kind === 'assigned' ? manager.id : null,
      closedAt: state === 'done' ? at : null,
      createdBy: kind === 'assigned' ? manager.id : personId,
    })
    .execute()
  return id
}
