import { newId } from '../../../platform/ids.ts'
import type { World } from '../../world.ts'
import type { Target } from '../targets.ts'
import { changing, open, type Rows, reading, reason } from './kinds.ts'

const round = 1
const made = async (target: Target, world: World) => ({ params: { id: await giveApproval(world, target) } })
const way = ({ divisionId }: World) => ({
  ...{ divisionId, kind: 'contract', effectiveFrom: '2026-12-01', copies: [] },
  steps: [{ name: '经理', who: { by: 'superior' }, mode: 'any', when: null }],
})

export const approvalRows: Rows = {
  'approvals.list': {
    lists: 'apply for an approval',
    of: (target, world) => giveApproval(world, target),
    attempt: { query: { list: 'mine', limit: 200 } },
  },
  'approvals.get': reading('read an approval', made),
  'approvals.decide': changing('decide an approval', async (target, world) => ({
    ...(await made(target, world)),
    body: { round, decision: 'approve' },
  })),
  'approvals.addSigner': changing('decide an approval', async (target, world) => ({
    ...(await made(target, world)),
    body: { round, personId: world.people.gm.id, place: 'after' },
  })),
  'approvals.recall': changing('recall an approval', async (target, world) => ({
    ...(await made(target, world)),
    body: { round, reason },
  })),
  'approvals.urge': changing('recall an approval', async (target, world) => ({
    ...(await made(target, world)),
    body: { round },
  })),
  'approvalDelegations.list': open('who works with customers'),
  'approvalDelegations.give': open('who works with customers', ({ people }) => ({
    body: { toId: people.dm.id, fromDate: '2026-12-01', toDate: '2026-12-02', reason },
  })),
  'approvalDelegations.end': changing('end a delegation', async (target, world) => ({
    params: { id: await giveDelegation(world, target) },
  })),
  'approvalDefinitions.list': open('who reads the audit'),
  'approvalDefinitions.set': open('the administrator', (world) => ({ body: { ...way(world), reason } })),
  'approvalDefinitions.tryOut': open('the administrator', (world) => ({ body: way(world) })),
}

/** Applied for by the target's person, waiting for his manager. */
async function giveApproval(
  { services: { db }, people, otherDivisionId, divisionId }: World,
  { personId }: Target,
): Promise<string> {
  const at = new Date('2026-11-20T10:00:00+08:00')
  const other = personId === people.pmOther.id
  const [id, stepId] = [newId(), newId()]
  await db
    .insertInto('approvals')
    .values({
      ...{ id, kind: 'contract', subjectId: newId(), title: '备份设备合同', facts: '{}', state: 'waiting' },
      ...{ applicantId: personId, submittedAt: at, divisionId: other ? otherDivisionId : divisionId },
    })
    .execute()
  await db
    .insertInto('approvalSteps')
    .values({
      ...{ id: stepId, approvalId: id, round, place: 0, name: '部门经理', mode: 'any', skipsApproved: false },
      ...{ reason: '都需要', state: 'open', openedAt: at },
    })
    .execute()
  const managerId = (other ? people.dmOther : people.dm).id
  await db
    .insertInto('approvalSigners')
    .values({ stepId, approvalId: id, personId: managerId, reason: '部门经理', state: 'waiting' })
    .execute()
  return id
}

async function giveDelegation({ services: { db }, people }: World, { personId }: Target): Promise<string> {
  const id = newId()
  await db
    .insertInto('approvalDelegations')
    .values({
      ...{ id, fromId: personId, toId: people.dm.id, fromDate: '2026-12-01', toDate: '2026-12-02', reason },
      ...{ createdAt: new Date('2026-11-20T10:00:00+08:00'), createdBy: personId },
    })
    .execute()
  return id
}
