import type { DefinitionInput, Trial } from '@zhuowei/contract/approval-shapes.ts'
import type { OnServer } from '@zhuowei/contract/kernel.ts'
import type { ApprovalFacts } from '@zhuowei/domain/approvals/condition.ts'
import { type Route, route } from '@zhuowei/domain/approvals/route.ts'
import {
  addDays,
  atShanghai,
  firstDayOfMonth,
  monthOf,
  shanghaiDate,
} from '@zhuowei/domain/calendar/dates.ts'
import type { Database, Trx } from '../platform/db/connect.ts'
import type { Reading } from '../platform/http/implement.ts'
import { colleaguesOf, delegationsOf } from './organisation.ts'
import { refuseInvalid } from './set-definition.ts'

const shownAtMost = 100

/** 试算: whom the cases of last month would have asked, with the people of today. Writes nothing. */
export async function tryDefinition(reading: Reading, given: DefinitionInput): Promise<OnServer<Trial>> {
  const { db, now } = reading
  const { divisionId, kind } = given
  await refuseInvalid(reading, given)
  const today = shanghaiDate(now)
  const thisMonth = firstDayOfMonth(monthOf(today))
  const to = addDays(thisMonth, -1)
  const from = firstDayOfMonth(monthOf(to))
  const cases = await db
    .selectFrom('approvals')
    .innerJoin('people', 'people.id', 'approvals.applicantId')
    .select(['approvals.id', 'title', 'applicantId', 'people.name', 'submittedAt', 'round'])
    .select((row) => row.ref('facts').$castTo<ApprovalFacts>().as('facts')) // submitApproval wrote them
    .where('approvals.divisionId', '=', divisionId)
    .where('approvals.kind', '=', kind)
    .where('submittedAt', '>=', atShanghai(from, '00:00'))
    .where('submittedAt', '<', atShanghai(thisMonth, '00:00'))
    .orderBy('submittedAt')
    .orderBy('approvals.id')
    .limit(shownAtMost)
    .execute()
  const people = await colleaguesOf(db, divisionId, today)
  const ids = people.map(({ id }) => id)
  const delegations = await delegationsOf(db, ids, today)
  const asked = await askedThen(
    db,
    cases.map(({ id }) => id),
  )
  return {
    ...{ from, to },
    cases: cases.map(({ id, title, applicantId, name, submittedAt, round, facts }) => {
      const way = route(given, facts, { divisionId, applicantId, people }, delegations, today)
      const then = asked.filter((one) => one.approvalId === id && one.round === round)
      return {
        ...{ id, title, submittedAt, problem: way.problem },
        applicant: { id: applicantId, name },
        asked: then.map((one) => ({ id: one.personId, name: one.name })),
        would: presentRoute(way, people),
        changed: idsOf(then.map((one) => one.personId)) !== idsOf(peopleIn(way)),
      }
    }),
  }
}

/** A way as data for the screen: names instead of ids. */
export const presentRoute = ({ steps }: Route, people: readonly { id: string; name: string }[]) =>
  steps.map(({ name, mode, asked, reason, people: persons }) => ({
    ...{ name, mode, asked, reason },
    people: persons.map((person) => ({
      ...{ id: person.id, name: person.name, reason: person.reason },
      deputy: nameOf(people.find(({ id }) => id === person.deputyId)),
    })),
  }))

const nameOf = (person: { id: string; name: string } | undefined) =>
  person ? { id: person.id, name: person.name } : null

const peopleIn = ({ steps }: Route) => steps.flatMap((step) => step.people.map(({ id }) => id))
const idsOf = (ids: readonly string[]) => [...new Set(ids)].sort().join()

async function askedThen(db: Database | Trx, approvalIds: readonly string[]) {
  if (approvalIds.length === 0) return []
  return db
    .selectFrom('approvalSigners')
    .innerJoin('approvalSteps', 'approvalSteps.id', 'approvalSigners.stepId')
    .innerJoin('people', 'people.id', 'approvalSigners.personId')
    .select(['approvalSigners.approvalId', 'approvalSteps.round', 'personId', 'people.name'])
    .where('approvalSigners.approvalId', 'in', [...approvalIds])
    .orderBy('approvalSteps.place')
    .execute()
}
