import type { CustomersByRegion, DueVisitsByPerson } from '@zhuowei/contract/due-visits.ts'
import { type Grade, grades } from '@zhuowei/domain/customers/grade.ts'
import { sql } from 'kysely'
import type { Reading } from '../platform/http/implement.ts'
import { followedCustomers } from './access.ts'
import { intervalsOf, overdueBy } from './intervals.ts'

/** 六.4.1) for the manager: who has left how many customers alone, most first. */
export async function dueVisitsByPerson(reading: Reading): Promise<DueVisitsByPerson[]> {
  const rows = await counted(reading)
    .then((counts) =>
      counts
        .leftJoin('people as owner', 'owner.id', 'customers.ownerId')
        .select(['customers.ownerId', 'owner.name as ownerName'])
        .groupBy(['customers.ownerId', 'owner.name']),
    )
    .then((counts) => counts.execute())
  return [...Map.groupBy(rows, ({ ownerId }) => ownerId)]
    .map(([ownerId, of]) => ({
      owner: ownerId ? { id: ownerId, name: of[0]?.ownerName ?? '' } : null,
      grades: byGrade(of),
      planned: of.reduce((sum, { planned }) => sum + planned, 0),
    }))
    .toSorted((one, other) => overdueIn(other) - overdueIn(one) || overallIn(other) - overallIn(one))
}

/** How many customers each region has by grade, and how many of them were left alone. */
export async function customersByRegion(reading: Reading): Promise<CustomersByRegion[]> {
  const counts = await counted(reading)
  const rows = await counts
    .innerJoin('regions', 'regions.id', 'customers.regionId')
    .select(['customers.regionId', 'regions.name as regionName'])
    .groupBy(['customers.regionId', 'regions.name', 'regions.code'])
    .orderBy('regions.code')
    .execute()
  return [...Map.groupBy(rows, ({ regionId }) => regionId)].map(([id, of]) => ({
    region: { id, name: of[0]?.regionName ?? '' },
    grades: byGrade(of),
  }))
}

async function counted(reading: Reading) {
  const overdue = overdueBy(await intervalsOf(reading))
  return followedCustomers(reading.db, reading.actor)
    .select(['customers.grade'])
    .select([
      sql<number>`count(*)::int`.as('customers'),
      sql<number>`(count(*) filter (where ${overdue}))::int`.as('overdue'),
      sql<number>`(count(*) filter (where ${overdue} and customers.planned_visit_on is not null))::int`.as(
        'planned',
      ),
    ])
    .groupBy('customers.grade')
}

function byGrade(rows: readonly { grade: string; customers: number; overdue: number }[]) {
  return grades.map((grade: Grade) => {
    const row = rows.find((one) => one.grade === grade)
    return { grade, customers: row?.customers ?? 0, overdue: row?.overdue ?? 0 }
  })
}

type Graded = Pick<DueVisitsByPerson, 'grades'>
const overdueIn = ({ grades: all }: Graded) => all.reduce((sum, { overdue }) => sum + overdue, 0)
const overallIn = ({ grades: all }: Graded) => all.reduce((sum, { customers }) => sum + customers, 0)
