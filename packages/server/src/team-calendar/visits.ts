import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { type CallDirection, contactLabel, type VisitKind } from '@zhuowei/domain/customers/visit.ts'
import { visibleActivities } from '../activities/access.ts'
import { followedCustomers } from '../due-visits/access.ts'
import type { Reading } from '../platform/http/implement.ts'
import { type Entry, onDay, type Span } from './entries.ts'

/** Each of these looks through the reader's own eyes: a customer that he may not see has no name here. */
export async function visitsOf(
  { db, actor }: Reading,
  { from, to }: Span,
  personIds: readonly string[],
): Promise<Entry[]> {
  const rows = await activitiesOf(db, actor, personIds)
    .select(['activities.happenedAt', 'activities.happenedOn'])
    .select((row) => row.ref('activities.kind').$castTo<VisitKind>().as('kind')) // activities_kind_known
    .select((row) => row.ref('activities.callDirection').$castTo<CallDirection | null>().as('callDirection')) // activities_call_direction_known
    .where('activities.happenedOn', '>=', from)
    .where('activities.happenedOn', '<=', to)
    .orderBy('activities.happenedAt')
    .execute()
  return rows.map(
    (row): Entry => ({
      key: `activity:${row.id}`,
      ...{ from: row.happenedOn, to: row.happenedOn, at: row.happenedAt, until: null },
      title: `${contactLabel(row)}${row.customer}`,
      state: 'done',
      link: `/activities/${row.id}`,
      ...entryBy(row),
    }),
  )
}

/** 六.2.3)③ what was promised to customers for a day. */
export async function nextStepsOf(
  { db, actor, now }: Reading,
  { from, to }: Span,
  personIds: readonly string[],
): Promise<Entry[]> {
  const rows = await activitiesOf(db, actor, personIds)
    .select(['activities.nextStep', 'activities.nextDoneAt'])
    .select((row) => row.ref('activities.nextOn').$notNull().as('nextOn')) // asked for just below
    .where('activities.nextStep', 'is not', null)
    .where('activities.nextOn', '>=', from)
    .where('activities.nextOn', '<=', to)
    .orderBy('activities.nextOn')
    .execute()
  return rows.map(
    (row): Entry => ({
      key: `next-step:${row.id}`,
      ...onDay(row.nextOn),
      title: `下一步：${row.nextStep}（${row.customer}）`,
      state: row.nextDoneAt ? 'done' : row.nextOn < shanghaiDate(now) ? 'late' : 'due',
      link: `/activities/${row.id}`,
      ...entryBy(row),
    }),
  )
}

const activitiesOf = (db: Reading['db'], actor: Reading['actor'], personIds: readonly string[]) =>
  visibleActivities(db, actor)
    .innerJoin('people', 'people.id', 'activities.authorId')
    .select(['activities.id', 'people.id as personId', 'people.name', 'customers.name as customer'])
    .select(['activities.updatedAt', 'activities.version'])
    .where('activities.authorId', 'in', [...personIds])
    .limit(most)

/** 六.4.1) what stands in the plan; a record of it takes it out again. */
export async function plannedVisitsOf(
  { db, actor, now }: Reading,
  { from, to }: Span,
  personIds: readonly string[],
): Promise<Entry[]> {
  const rows = await followedCustomers(db, actor)
    .innerJoin('people', 'people.id', 'customers.ownerId')
    .select(['customers.id', 'customers.name as customer', 'people.id as personId', 'people.name'])
    .select(['customers.updatedAt', 'customers.version'])
    .select((row) => row.ref('customers.plannedVisitOn').$notNull().as('plannedOn')) // asked for just below
    .where('customers.ownerId', 'in', [...personIds])
    .where('customers.plannedVisitOn', '>=', from)
    .where('customers.plannedVisitOn', '<=', to)
    .orderBy('customers.plannedVisitOn')
    .limit(most)
    .execute()
  return rows.map(
    (row): Entry => ({
      key: `planned-visit:${row.id}`,
      ...onDay(row.plannedOn),
      title: `计划拜访${row.customer}`,
      state: row.plannedOn < shanghaiDate(now) ? 'late' : 'due',
      link: `/customers/${row.id}`,
      ...entryBy(row),
    }),
  )
}

/** How many contacts a division had on each day; the list behind it shows them one by one. */
export async function visitsByDay(
  { db, actor }: Reading,
  { from, to }: Span,
  divisionId: string,
): Promise<Entry[]> {
  const rows = await visibleActivities(db, actor)
    .select('activities.happenedOn as date')
    .select((row) => row.fn.countAll<number>().as('visits'))
    .where('activities.divisionId', '=', divisionId)
    .where('activities.happenedOn', '>=', from)
    .where('activities.happenedOn', '<=', to)
    .groupBy('activities.happenedOn')
    .execute()
  return rows.map(
    ({ date, visits }): Entry => ({
      key: `visits:${date}`,
      kind: 'visit',
      ...onDay(date),
      title: `拜访与电话 ${visits} 次`,
      person: null,
      state: 'done',
      link: `/activities?scope=all&from=${date}&to=${date}`,
      changedAt: new Date(0),
      revision: 0,
      busy: false,
      place: null,
    }),
  )
}

/** What is the same for whatever one person does with a customer. */
const entryBy = (row: { personId: string; name: string; updatedAt: Date; version: number }) => ({
  kind: 'visit' as const,
  person: { id: row.personId, name: row.name },
  changedAt: row.updatedAt,
  revision: row.version - 1,
  busy: false,
  place: null,
})

const most = 500
