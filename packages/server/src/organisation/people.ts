import type { OnServer, Query } from '@zhuowei/contract/kernel.ts'
import type { organisationApi } from '@zhuowei/contract/organisation.ts'
import type { Person, personStates } from '@zhuowei/contract/person-shapes.ts'
import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { type Role, roleLabel, roles } from '@zhuowei/domain/organisation/roles.ts'
import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import type { Actor } from '../platform/actor.ts'
import type { Database, Trx } from '../platform/db/connect.ts'
import type { DB } from '../platform/db/schema.d.ts'
import { cursorOf, readCursor } from '../platform/http/cursor.ts'
import type { Reading } from '../platform/http/implement.ts'
import { notFound } from '../platform/refusal.ts'
import { mayAdminister, mayReadRecord, seesAllDivisions } from './access.ts'
import { organisationGaps } from './gaps.ts'

/** From the top of the house down, then by employee number. */
const rank = sql<number>`array_position(${roles}::text[], people.role)`

type PeopleQuery = Query<typeof organisationApi.people>

export async function listPeople(reading: Reading, query: PeopleQuery) {
  const { db, actor, now } = reading
  const today = shanghaiDate(now)
  let people = selectPeople(db, actor)
    .where((person) => person.and(conditionsOf(person, query, today)))
    .orderBy(rank)
    .orderBy('people.employeeNo')
    .limit(query.limit + 1)
  if (query.role) people = people.where('people.role', 'in', query.role)
  if (query.cursor) {
    const [after, employeeNo] = readCursor(query.cursor, 2)
    people = people.where(sql<boolean>`(${rank}, people.employee_no) > (${after}::int, ${employeeNo})`)
  }
  const rows = await people.execute()
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  return {
    items: await present(reading, page),
    next:
      rows.length > page.length && last
        ? cursorOf(String(roles.indexOf(last.role) + 1), last.employeeNo)
        : null,
    can: { onboard: mayAdminister(actor) },
    roles: await countRoles(db, actor, query, today),
    gaps: await organisationGaps(reading),
  }
}

async function countRoles(db: Database | Trx, actor: Actor, query: PeopleQuery, today: string) {
  return visiblePeople(db, actor)
    .where((person) => person.and(conditionsOf(person, query, today)))
    .groupBy('people.role')
    .select((person) => ['people.role', person.fn.countAll<number>().as('people')])
    .$narrowType<{ role: Role }>()
    .execute()
}

/** What the list is narrowed by, but for the role, whose numbers stand beside the list. */
function conditionsOf(
  person: ExpressionBuilder<DB, 'people'>,
  { divisionId, regionId, state, search }: PeopleQuery,
  today: string,
): Expression<SqlBool>[] {
  const conditions: Expression<SqlBool>[] = []
  if (divisionId) conditions.push(person('people.divisionId', 'in', divisionId))
  if (state === 'left') conditions.push(person('people.leavingDate', '<', today))
  if (state === 'current')
    conditions.push(
      person.or([person('people.leavingDate', 'is', null), person('people.leavingDate', '>=', today)]),
    )
  if (regionId) {
    const members = person.selectFrom('regionMembers').select('personId').where('regionId', 'in', regionId)
    conditions.push(person('people.id', 'in', members))
  }
  if (search) {
    const pattern = `%${search.replace(/[\\%_]/g, '\\$&')}%`
    conditions.push(
      person.or([
        person('people.name', 'ilike', pattern),
        person('people.username', 'ilike', pattern),
        person('people.employeeNo', 'ilike', pattern),
      ]),
    )
  }
  return conditions
}

/** A person that the actor may see; otherwise there is no such person. */
export async function loadPerson(reading: Reading, id: string): Promise<OnServer<Person>> {
  const rows = await selectPeople(reading.db, reading.actor).where('people.id', '=', id).execute()
  const [person] = await present(reading, rows)
  if (!person) throw notFound()
  return person
}

/** The only way to people for a reader: their own division, or all of them (access.ts). */
function visiblePeople(db: Database | Trx, actor: Actor) {
  const people = db.selectFrom('people')
  return seesAllDivisions(actor) ? people : people.where('people.divisionId', '=', actor.divisionId)
}

function selectPeople(db: Database | Trx, actor: Actor) {
  return visiblePeople(db, actor)
    .leftJoin('divisions', 'divisions.id', 'people.divisionId')
    .leftJoin('people as manager', 'manager.id', 'people.managerId')
    .leftJoin('authUsers', 'authUsers.id', 'people.id')
    .selectAll('people')
    .select(['divisions.name as divisionName', 'manager.name as managerName', 'authUsers.lastSignInAt'])
    .$narrowType<{ role: Role }>()
}

type PersonRow = Awaited<ReturnType<ReturnType<typeof selectPeople>['execute']>>[number]

async function present({ db, actor, now }: Reading, rows: readonly PersonRow[]): Promise<OnServer<Person>[]> {
  const regions = await regionsOf(
    db,
    rows.map((row) => row.id),
  )
  const today = shanghaiDate(now)
  return rows.map((row) => {
    const state = stateOf(row, today)
    const administers = mayAdminister(actor)
    return {
      id: row.id,
      name: row.name,
      role: row.role,
      roleLabel: roleLabel[row.role],
      attendanceClerk: row.attendanceClerk,
      division: row.divisionId && row.divisionName ? { id: row.divisionId, name: row.divisionName } : null,
      regions: regions.get(row.id) ?? [],
      manager: row.managerId && row.managerName ? { id: row.managerId, name: row.managerName } : null,
      state,
      record: mayReadRecord(actor, row) ? recordOf(row) : null,
      version: row.version,
      can: {
        update: administers,
        depart: administers && state !== 'left',
        reinstate: administers && row.leavingDate !== null,
        resetPassword: administers && state !== 'left',
      },
    }
  })
}

function recordOf(row: PersonRow) {
  const { employeeNo, username, phone, email, entryDate, leavingDate, passwordChangeDue, lastSignInAt } = row
  return { employeeNo, username, phone, email, entryDate, leavingDate, passwordChangeDue, lastSignInAt }
}

/** The last day counts to its end. */
export function stateOf(
  person: { entryDate: string; leavingDate: string | null },
  today: string,
): (typeof personStates)[number] {
  if (person.leavingDate !== null) return person.leavingDate < today ? 'left' : 'leaving'
  return person.entryDate > today ? 'upcoming' : 'active'
}

async function regionsOf(db: Database | Trx, personIds: readonly string[]) {
  const rows = await db
    .selectFrom('regionMembers')
    .innerJoin('regions', 'regions.id', 'regionMembers.regionId')
    .select(['personId', 'regions.id', 'regions.name', 'ownerId'])
    .where(sql<boolean>`person_id = any(${personIds}::uuid[])`)
    .orderBy('regions.code')
    .execute()
  const regions = rows.map(({ personId, id, name, ownerId }) => ({
    personId,
    region: { id, name, owned: ownerId === personId },
  }))
  return new Map(
    personIds.map((personId) => [
      personId,
      regions.filter((row) => row.personId === personId).map((row) => row.region),
    ]),
  )
}
