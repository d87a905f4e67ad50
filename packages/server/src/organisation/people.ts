import type { OnServer, Query } from '@zhuowei/contract/kernel.ts'
import type { organisationApi } from '@zhuowei/contract/organisation.ts'
import type { Person, personStates } from '@zhuowei/contract/person-shapes.ts'
import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { type Role, roleLabel, roles } from '@zhuowei/domain/organisation/roles.ts'
import { sql } from 'kysely'
import type { Actor } from '../platform/actor.ts'
import type { Database, Trx } from '../platform/db/connect.ts'
import { cursorOf, readCursor } from '../platform/http/cursor.ts'
import type { Reading } from '../platform/http/implement.ts'
import { notFound } from '../platform/refusal.ts'
import { mayAdminister, mayReadRecord, seesAllDivisions } from './access.ts'

/** From the top of the house down, then by employee number. */
const rank = sql<number>`array_position(${roles}::text[], people.role)`

export async function listPeople({ db, actor, now }: Reading, query: Query<typeof organisationApi.people>) {
  let people = selectPeople(db, actor)
    .orderBy(rank)
    .orderBy('people.employeeNo')
    .limit(query.limit + 1)
  if (query.divisionId) people = people.where('people.divisionId', 'in', query.divisionId)
  if (query.role) people = people.where('people.role', 'in', query.role)
  const today = shanghaiDate(now)
  if (query.state === 'left') people = people.where('people.leavingDate', '<', today)
  if (query.state === 'current') {
    people = people.where((person) =>
      person.or([person('people.leavingDate', 'is', null), person('people.leavingDate', '>=', today)]),
    )
  }
  if (query.regionId) {
    const members = db.selectFrom('regionMembers').select('personId').where('regionId', 'in', query.regionId)
    people = people.where('people.id', 'in', members)
  }
  if (query.search) {
    const pattern = `%${query.search.replace(/[\\%_]/g, '\\$&')}%`
    people = people.where((person) =>
      person.or([
        person('people.name', 'ilike', pattern),
        person('people.username', 'ilike', pattern),
        person('people.employeeNo', 'ilike', pattern),
      ]),
    )
  }
  if (query.cursor) {
    const [after, employeeNo] = readCursor(query.cursor, 2)
    people = people.where(sql<boolean>`(${rank}, people.employee_no) > (${after}::int, ${employeeNo})`)
  }
  const rows = await people.execute()
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  return {
    items: await present({ db, actor, now }, page),
    next:
      rows.length > page.length && last
        ? cursorOf(String(roles.indexOf(last.role) + 1), last.employeeNo)
        : null,
    can: { onboard: mayAdminister(actor) },
  }
}

/** A person that the actor may see; otherwise there is no such person. */
export async function loadPerson(reading: Reading, id: string): Promise<OnServer<Person>> {
  const rows = await selectPeople(reading.db, reading.actor).where('people.id', '=', id).execute()
  const [person] = await present(reading, rows)
  if (!person) throw notFound()
  return person
}

/** The only way to people for a reader: their own division, or all of them (access.ts). */
function selectPeople(db: Database | Trx, actor: Actor) {
  const people = db
    .selectFrom('people')
    .leftJoin('divisions', 'divisions.id', 'people.divisionId')
    .leftJoin('people as manager', 'manager.id', 'people.managerId')
    .leftJoin('authUsers', 'authUsers.id', 'people.id')
    .selectAll('people')
    .select(['divisions.name as divisionName', 'manager.name as managerName', 'authUsers.lastSignInAt'])
    .$narrowType<{ role: Role }>()
  return seesAllDivisions(actor) ? people : people.where('people.divisionId', '=', actor.divisionId)
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
