import { newActivity } from '@zhuowei/contract/activities.ts'
import { completeNextStep, recordActivity } from '../../../activities/commands.ts'
import type { Draw } from '../dice.ts'
import type { DemoVisit } from '../field-work.ts'
import type { Quarter } from '../quarter.ts'
import { type Act, activityId, as, customerId, personId, type Stage } from '../stage/stage.ts'

/** Visits and calls are entered; a promise that was kept is ticked off. */
export function activityActs({
  visits,
  draw,
  quarter,
}: {
  visits: readonly DemoVisit[]
  draw: Draw
  quarter: Quarter
}): Act[] {
  const authors = new Map(visits.map(({ key, who }) => [key, who]))
  return visits.flatMap((visit) => {
    const owed = visit.date >= quarter.day('2026-11-18') && draw('update-owed', visit.key).chance(0.08)
    const kept =
      visit.keeps !== null && authors.get(visit.keeps) === visit.who ? [tick(visit, visit.keeps)] : []
    return [
      { at: visit.enteredAt, key: `visit|${visit.key}`, play: (stage: Stage) => enter(stage, visit, owed) },
      ...kept,
    ]
  })
}

async function enter(stage: Stage, visit: DemoVisit, updateOwed: boolean): Promise<void> {
  const { who, customer, kind, happenedAt, content, result, problem, nextStep, nextOn, newStatus } = visit
  const contacts = await stage.db
    .selectFrom('contacts')
    .select(['id', 'position'])
    .where('customerId', '=', customerId(customer))
    .where('deletedAt', 'is', null)
    .execute()
  const idOf = new Map(contacts.map(({ id, position }) => [position, id]))
  const input = newActivity.parse({
    ...{ kind, content, result, problem, nextStep, nextOn },
    customerId: customerId(customer),
    happenedAt: happenedAt.toISOString(),
    visitorIds: [who, ...(visit.with ? [visit.with] : [])].map(personId),
    contactIds: visit.met.flatMap((position) => idOf.get(position) ?? []),
    affectsFollowUp: newStatus !== null || updateOwed,
    customerUpdate: newStatus ? { status: newStatus } : undefined,
  })
  await as(stage, who, visit.enteredAt, (work) => recordActivity(work, input, activityId(visit.key)))
}

function tick({ who, key, enteredAt }: DemoVisit, promised: string): Act {
  const at = new Date(enteredAt.getTime() + 40_000)
  return {
    at,
    key: `tick|${key}`,
    play: (stage) => as(stage, who, at, (work) => completeNextStep(work, activityId(promised))),
  }
}
