import { newId } from '../../../platform/ids.ts'
import type { World } from '../../world.ts'
import type { Target } from '../targets.ts'
import { changing, open, type Rows, reading, reason, version } from './kinds.ts'

type State = 'proposed' | 'planned' | 'running' | 'ended' | 'published'

const at = new Date('2026-11-20T10:00:00+08:00')
const later = '2026-12-24T10:00:00+08:00'
const meetingIn =
  (state: State, body: object = { version }) =>
  async (target: Target, world: World) => ({ params: { id: await makeMeeting(world, target, state) }, body })
const lineOf = (body?: object) => async (target: Target, world: World) => {
  const id = await makeMeeting(world, target, 'running')
  return { params: { id, lineId: await makeLine(world, target, id) }, ...(body && { body }) }
}
const itemIn =
  (closed: boolean, body: (target: Target) => object) => async (target: Target, world: World) => ({
    params: { id: await makeItem(world, target, closed) },
    body: { version, ...body(target) },
  })
const facts = ({ personId }: Target) => ({ body: '核对报价', ownerId: personId, dueOn: '2026-12-01' })
const occasional = { form: 'training', title: '销售培训', startsAt: later }

export const meetingRows: Rows = {
  'meetings.list': {
    lists: 'read a meeting',
    of: (target, world) => makeMeeting(world, target, 'published'),
    attempt: { query: { when: 'past', limit: 100 } },
  },
  'meetings.availability': open('who files reports', () => ({ query: { at: '2026-12-24T02:00:00.000Z' } })),
  'meetings.trainingHours': open('who works with customers', () => ({ query: { year: 2026 } })),
  'meetings.get': reading('read a meeting', async (target, world) => ({
    params: { id: await makeMeeting(world, target, 'planned') },
  })),
  'meetings.convene': open('who convenes', ({ people }) => ({
    body: { ...occasional, attendeeIds: [people.pm.id] },
  })),
  'meetings.propose': open('who files reports', () => ({ body: occasional })),
  'meetings.decideProposal': changing(
    'decide a proposed meeting',
    meetingIn('proposed', { version, accept: true, startsAt: later }),
  ),
  'meetings.reschedule': changing(
    'lead a meeting',
    meetingIn('planned', { version, startsAt: later, reason }),
  ),
  'meetings.cancel': changing('lead a meeting', meetingIn('planned', { version, reason })),
  'meetings.start': changing('lead a meeting', meetingIn('planned')),
  'meetings.end': changing('lead a meeting', meetingIn('running')),
  'meetings.resume': changing('lead a meeting', async (target, world) => {
    const id = await makeMeeting(world, target, 'ended')
    await world.services.db
      .updateTable('meetings')
      .set({ startedAt: world.services.clock.now() })
      .where('id', '=', id)
      .execute()
    return { params: { id }, body: { version } }
  }),
  'meetings.signIn': changing('sign somebody in', async (target, world) => ({
    params: { id: await makeMeeting(world, target, 'running') },
    body: { personId: target.personId },
  })),
  'meetings.addTopic': changing('bring a topic', meetingIn('planned', { body: '标书分工' })),
  'meetings.removeTopic': changing('sign somebody in', async (target, world) => {
    const id = await makeMeeting(world, target, 'planned')
    return { params: { id, topicId: await makeTopic(world, target, id) } }
  }),
  'meetings.confirmClauses': changing('confirm for oneself', async (target, world) => ({
    params: { id: await makeMeeting(world, target, 'running', 'policy') },
  })),
  'meetings.setTraining': changing('lead a meeting', meetingIn('ended', { version, people: [] })),
  'minutes.get': reading('read a meeting', async (target, world) => ({
    params: { id: await makeMeeting(world, target, 'published') },
  })),
  'minutes.addLine': changing('lead a meeting', meetingIn('running', { body: '一行' })),
  'minutes.writeLine': changing('lead a meeting', lineOf({ version, body: '改过' })),
  'minutes.removeLine': changing('lead a meeting', async (target, world) => ({
    ...(await lineOf()(target, world)),
    query: { version },
  })),
  'minutes.settleConflict': changing('lead a meeting', lineOf()),
  'minutes.lineVersions': reading('lead a meeting', lineOf()),
  'minutes.publish': changing('lead a meeting', meetingIn('ended')),
  'minutes.reopen': changing('lead a meeting', meetingIn('published', { version, reason })),
  'minutes.confirm': changing('confirm for oneself', async (target, world) => ({
    params: { id: await makeMeeting(world, target, 'published') },
  })),
  'minutes.print': changing('read a meeting', async (target, world) => ({
    params: { id: await makeMeeting(world, target, 'published') },
  })),
  'actionItems.list': {
    lists: 'read a meeting',
    of: (target, world) => makeItem(world, target, false),
    attempt: { query: { limit: 200 } },
  },
  'actionItems.add': changing('lead a meeting', async (target, world) => ({
    body: { meetingId: await makeMeeting(world, target, 'running'), ...facts(target) },
  })),
  'actionItems.change': changing('lead a meeting', itemIn(false, facts)),
  'actionItems.close': changing(
    'sign somebody in',
    itemIn(false, () => ({ outcome: 'done' })),
  ),
  'actionItems.reopen': changing(
    'lead a meeting',
    itemIn(true, () => ({ reason })),
  ),
  'supportRequests.list': {
    lists: 'read a support request',
    of: (target, world) => makeRequest(world, target),
    attempt: { query: { limit: 200 } },
  },
  'supportRequests.decide': changing('answer a support request', async (target, world) => ({
    params: { id: await makeRequest(world, target) },
    body: { version, grant: true, reply: '同意' },
  })),
}

const divisionOf = ({ people, otherDivisionId, divisionId }: World, { personId }: Target) =>
  personId === people.pmOther.id ? otherDivisionId : divisionId

/** A meeting of the target's division, to which the target's person is invited and which he missed. */
async function makeMeeting(world: World, target: Target, state: State, form = 'training'): Promise<string> {
  const { db } = world.services
  const id = newId()
  await db
    .insertInto('meetings')
    .values({
      ...{
        id,
        state,
        form,
        kind: 'occasional',
        title: '会议',
        divisionId: divisionOf(world, target),
        number: `HY-${id}`,
      },
      startsAt: state === 'proposed' ? new Date(later) : at,
      publishedAt: state === 'published' ? at : null,
      ...{ createdAt: at, updatedAt: at },
    })
    .execute()
  await db
    .insertInto('meetingAttendees')
    .values({ meetingId: id, personId: target.personId, minutesDueAt: at })
    .execute()
  return id
}

async function makeLine(
  { services: { db } }: World,
  { personId }: Target,
  meetingId: string,
): Promise<string> {
  const id = newId()
  const by = { createdAt: at, createdBy: personId, updatedAt: at, updatedBy: personId }
  await db
    .insertInto('minutesLines')
    .values({ id, meetingId, position: 1, body: '一行', ...by })
    .execute()
  await db
    .insertInto('minutesLineVersions')
    .values({ lineId: id, version, body: '一行', at, byId: personId })
    .execute()
  return id
}

async function makeTopic(
  { services: { db } }: World,
  { personId }: Target,
  meetingId: string,
): Promise<string> {
  const id = newId()
  await db
    .insertInto('agendaItems')
    .values({
      ...{ id, meetingId, section: 0, sourceKey: `topic:${id}`, personId, lines: ['标书分工'] },
      ...{ createdAt: at, createdBy: personId },
    })
    .execute()
  return id
}

async function makeItem(world: World, target: Target, closed: boolean): Promise<string> {
  const id = newId()
  const meetingId = await makeMeeting(world, target, 'ended')
  await world.services.db
    .insertInto('actionItems')
    .values({
      ...{ id, meetingId, divisionId: divisionOf(world, target), body: '核对报价', ownerId: target.personId },
      ...{ dueOn: '2020-01-01', state: closed ? 'done' : 'open', closedAt: closed ? at : null },
      ...{ createdAt: at, createdBy: target.personId, updatedAt: at },
    })
    .execute()
  return id
}

async function makeRequest(world: World, target: Target): Promise<string> {
  const { personId, reportId } = target
  const id = newId()
  await world.services.db
    .insertInto('supportRequests')
    .values({
      ...{ id, reportId, personId, week: '2026-W47', body: '请派工程师', state: 'open' },
      divisionId: divisionOf(world, target),
      ...{ createdAt: new Date('2020-01-01T00:00:00Z'), updatedAt: at },
    })
    .execute()
  return id
}
