import type { DeparturePreview } from '@zhuowei/contract/departure.ts'
import type { OnServer } from '@zhuowei/contract/kernel.ts'
import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import type { Grade } from '@zhuowei/domain/customers/grade.ts'
import { type Role, reportsTo } from '@zhuowei/domain/organisation/roles.ts'
import { sql } from 'kysely'
import { openComplaintsOf } from '../complaints/leaver.ts'
import { recordAudit } from '../platform/audit/record.ts'
import type { Database, Trx } from '../platform/db/connect.ts'
import type { Reading } from '../platform/http/implement.ts'
import { openWorkOf, workersBeside } from './departure-work.ts'
import { holdingsOf } from './holdings.ts'
import { loadPerson } from './people.ts'
import { employed } from './position.ts'

/** So many names are listed for a division among several successors; beyond that the rest goes as one. */
const listed = 500

/** What a person would leave behind and who could take it. Names of customers are shown, so the look is on record (三.1). */
export async function previewDeparture(reading: Reading, id: string): Promise<OnServer<DeparturePreview>> {
  const { db, actor, now } = reading
  const today = shanghaiDate(now)
  const person = await loadPerson(reading, id)
  const { regions, reports } = await holdingsOf(db, id, today)
  const colleagues = await colleaguesOf(db, id, person.division?.id ?? null, today)
  const customers = await customersOf(db, id)
  const counts = await countsOf(db, id)
  const openWork = await openWorkOf(db, id)
  const divisionId = person.division?.id ?? null
  const workers = await workersBeside(db, { id, role: person.role, divisionId }, today)
  await recordAudit(db, {
    action: 'person.departure_previewed',
    at: now,
    actor,
    subjectType: 'person',
    subjectId: id,
    detail: { customers: counts.customersTotal },
  })
  const inRegion = new Set(person.regions.map((region) => region.id))
  return {
    person,
    customers,
    ...counts,
    openWork,
    workers,
    regions: regions.map((region) => ({
      ...region,
      candidates: colleagues
        .filter((colleague) => colleague.role !== 'dm')
        .toSorted(by((colleague) => !colleague.regionIds.includes(region.id)))
        .map(({ id, name }) => ({ id, name })),
    })),
    reports,
    successors: colleagues
      .map(({ id, name, role, customers, regionIds }) => ({
        id,
        name,
        role,
        customers,
        sharesRegion: regionIds.some((regionId) => inRegion.has(regionId)),
      }))
      .toSorted(by((colleague) => !colleague.sharesRegion)),
    managers: await peersOf(db, person, today),
    obstacles: await obstaclesOf(db, person, today),
  }
}

/** Those for whom the answer is no come first; otherwise the order stays. */
const by =
  <T>(test: (item: T) => boolean) =>
  (one: T, other: T) =>
    Number(test(one)) - Number(test(other))

/** Who may own customers in the division: supervisors, then the manager. */
function colleaguesOf(db: Database | Trx, id: string, divisionId: string | null, today: string) {
  return employed(db, today)
    .select(['people.id', 'people.name', 'people.role'])
    .$narrowType<{ role: Role }>()
    .select([
      sql<string[]>`array(select m.region_id from region_members m where m.person_id = people.id)`.as(
        'regionIds',
      ),
      // With the division the count reads one stretch of customers_owner_recent for each colleague.
      sql<number>`(select count(*)::int from customers c
        where c.division_id = people.division_id and c.owner_id = people.id and c.deleted_at is null)`.as(
        'customers',
      ),
    ])
    .where('divisionId', '=', divisionId)
    .where('people.id', '<>', id)
    .where('role', 'in', ['spm', 'pm', 'dm'])
    .where('entryDate', '<=', today)
    .orderBy(sql`role = 'dm'`)
    .orderBy('employeeNo')
    .execute()
}

function customersOf(db: Database | Trx, id: string) {
  return db
    .selectFrom('customers')
    .innerJoin('regions', 'regions.id', 'customers.regionId')
    .select(['customers.id', 'customers.number', 'customers.name', 'grade', 'regions.name as regionName'])
    .$narrowType<{ grade: Grade }>()
    .where('customers.ownerId', '=', id)
    .where('deletedAt', 'is', null)
    .orderBy('grade')
    .orderBy('customers.number')
    .limit(listed)
    .execute()
}

async function countsOf(db: Database | Trx, id: string) {
  const counted = await db
    .selectFrom('customers')
    .select([
      sql<number>`count(*)::int`.as('customersTotal'),
      sql<number>`(count(*) filter (where grade = 'A'))::int`.as('a'),
      sql<number>`(count(*) filter (where grade = 'B'))::int`.as('b'),
      sql<number>`(count(*) filter (where grade = 'C'))::int`.as('c'),
      sql<number>`(count(next_step_on))::int`.as('openNextSteps'),
    ])
    .where('ownerId', '=', id)
    .where('deletedAt', 'is', null)
    .executeTakeFirstOrThrow()
  const { unreflectedGradeChanges } = await db
    .selectFrom('gradeChanges')
    .select(sql<number>`count(*)::int`.as('unreflectedGradeChanges'))
    .where('ownerId', '=', id)
    .where('reflectedInReportId', 'is', null)
    .executeTakeFirstOrThrow()
  const { a, b, c, customersTotal, openNextSteps } = counted
  const openComplaints = await openComplaintsOf(db, id)
  const byGrade = { A: a, B: b, C: c }
  return { customersTotal, byGrade, openNextSteps, unreflectedGradeChanges, openComplaints }
}

/** Who can take over the people that reported to a manager who leaves: another manager of the same place. */
async function peersOf(
  db: Database | Trx,
  person: { id: string; role: Role; division: { id: string } | null },
  today: string,
) {
  if (!Object.values(reportsTo).includes(person.role)) return []
  return employed(db, today)
    .select(['id', 'name'])
    .where('role', '=', person.role)
    .where('id', '<>', person.id)
    .where(sql<boolean>`division_id is not distinct from ${person.division?.id ?? null}::uuid`)
    .orderBy('employeeNo')
    .execute()
}

async function obstaclesOf(db: Database | Trx, person: { id: string; role: Role }, today: string) {
  if (person.role !== 'adm') return []
  const others = await employed(db, today)
    .select('id')
    .where('role', '=', 'adm')
    .where('id', '<>', person.id)
    .execute()
  return others.length > 0 ? [] : ['这是最后一位系统管理员，请先指定另一位']
}
