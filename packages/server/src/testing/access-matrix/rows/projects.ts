import { newId } from '../../../platform/ids.ts'
import type { World } from '../../world.ts'
import type { Target } from '../targets.ts'
import { changing, open, type Rows, reading, reason, version } from './kinds.ts'

const given = async (target: Target, world: World) => ({ params: { id: await giveProject(world, target) } })
const sending = (body: object) => async (target: Target, world: World) => ({
  ...(await given(target, world)),
  body,
})

export const projectRows: Rows = {
  'projects.list': {
    lists: 'read a project',
    of: (target, world) => giveProject(world, target),
    attempt: { query: { limit: 200 } },
  },
  'projects.board': open('who works with customers'),
  'projects.get': reading('read a project', given),
  'projects.create': open('who sells', () => ({ body: { customerId: newId() } })),
  'projects.change': changing(
    'change a project',
    sending({ version, name: '改过', amountFen: 1, expectedSignOn: '2027-01-01', need: '改过' }),
  ),
  'projects.move': changing('change a project', sending({ version, kind: 'shelve', reason })),
  'projects.setFactor': changing(
    'change a project',
    sending({ code: 'budget', body: '已批', confirmedOn: '2026-11-20' }),
  ),
  'projects.setSlots': changing('change a project', sending({ slots: [] })),
  'projects.setCompetitors': changing(
    'change a project',
    sending({ withoutCompetitor: true, competitors: [] }),
  ),
  'projects.setMembers': changing('change a project', sending({ members: [] })),
  'projectInitiation.get': reading('read a project', given),
  'projectInitiation.save': changing('apply for 立项', sending({ version: 0, teamIds: [] })),
  'projectInitiation.submit': changing('apply for 立项', sending({ version: 0 })),
}

/** A project of the target's person with the target's customer, registered and nothing more. */
async function giveProject({ services: { db } }: World, { customerId, personId }: Target): Promise<string> {
  const at = new Date('2026-11-20T10:00:00+08:00')
  const id = newId()
  const customer = await db
    .selectFrom('customers')
    .select(['divisionId', 'regionId'])
    .where('id', '=', customerId)
    .executeTakeFirstOrThrow()
  const standing = { stage: 'information', status: 'open', step: 1 }
  await db.transaction().execute(async (trx) => {
    await trx
      .insertInto('projects')
      .values({
        ...{
          id,
          customerId,
          ...customer,
          ...standing,
          ownerId: personId,
          number: `XM-${id}`,
          name: '验权项目',
        },
        ...{ amountFen: 1, expectedSignOn: '2027-01-01', need: '无', lastActivityOn: '2026-11-20' },
        ...{ stageSince: at, createdAt: at, createdBy: personId, updatedAt: at, updatedBy: personId },
      })
      .execute()
    await trx
      .insertInto('stageTransitions')
      .values({
        ...{
          id: newId(),
          projectId: id,
          kind: 'registered',
          ...standing,
          evidence: JSON.stringify({ missing: [] }),
        },
        ...{ at, byId: personId },
      })
      .execute()
  })
  return id
}
