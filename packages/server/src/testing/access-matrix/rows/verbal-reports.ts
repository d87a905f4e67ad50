import { newId } from '../../../platform/ids.ts'
import type { World } from '../../world.ts'
import type { Target } from '../targets.ts'
import { changing, open, type Rows, reading, reason, version } from './kinds.ts'

const logged = async (target: Target, world: World) => ({ params: { id: await giveReport(world, target) } })
const happened = async (target: Target, world: World) => ({
  params: { id: await giveIncident(world, target) },
})
const at = new Date('2026-11-20T10:00:00+08:00')

export const verbalReportRows: Rows = {
  'verbalReports.list': {
    lists: 'read a verbal report',
    of: (target, world) => giveReport(world, target),
    attempt: { query: { limit: 200 } },
  },
  'verbalReports.get': reading('read a verbal report', logged),
  'verbalReports.record': open('who works with customers', () => ({ body: { topic: '客户要改付款方式' } })),
  'verbalReports.answer': changing('answer a verbal report', async (target, world) => ({
    ...(await logged(target, world)),
    body: { heard: true },
  })),
  'incidents.list': {
    lists: 'read a verbal report',
    of: (target, world) => giveIncident(world, target),
    attempt: { query: { limit: 200 } },
  },
  'incidents.get': reading('read a verbal report', happened),
  'incidents.record': open('who works with customers', () => ({
    body: { occurredAt: at.toISOString(), content: '投标保证金没有按时到账' },
  })),
  'incidents.link': changing('answer a verbal report', async (target, world) => ({
    ...(await happened(target, world)),
    body: { version, verbalReportId: null, reason },
  })),
}

const divisionOf = ({ people, otherDivisionId, divisionId }: World, { personId }: Target) =>
  personId === people.pmOther.id ? otherDivisionId : divisionId

async function giveReport(world: World, target: Target): Promise<string> {
  const id = newId()
  const { personId } = target
  await world.services.db
    .insertInto('verbalReports')
    .values({
      ...{ id, personId, divisionId: divisionOf(world, target), forGm: false, topic: '客户要改付款方式' },
      ...{ state: 'logged', occurredAt: at, loggedAt: at, loggedBy: personId, answerDueAt: at },
    })
    .execute()
  return id
}

async function giveIncident(world: World, target: Target): Promise<string> {
  const id = newId()
  const { personId } = target
  await world.services.db
    .insertInto('incidents')
    .values({
      ...{ id, personId, divisionId: divisionOf(world, target), forGm: false, occurredAt: at },
      ...{ content: '投标保证金没有按时到账', createdAt: at, createdBy: personId, updatedAt: at },
    })
    .execute()
  return id
}
