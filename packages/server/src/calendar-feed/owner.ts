import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import type { Role } from '@zhuowei/domain/organisation/roles.ts'
import { sql } from 'kysely'
import type { Actor } from '../platform/actor.ts'
import type { Database } from '../platform/db/connect.ts'
import { confidentialityDue, confidentialityPromise } from '../platform/session/confidentiality.ts'

/** The person as the access rules see him, without a session; null before his first day and after his last. */
export async function ownerOf(db: Database, personId: string, now: Date): Promise<Actor | null> {
  const today = shanghaiDate(now)
  const row = await db
    .selectFrom('people')
    .select(['id', 'name', 'divisionId', 'attendanceClerk', 'passwordChangeDue'])
    .select((person) => person.ref('role').$castTo<Role>().as('role')) // people_role_known
    .select((person) => [
      person
        .selectFrom('confidentialityAcknowledgements')
        .select((one) => one.fn.max('at').as('at'))
        .whereRef('personId', '=', 'people.id')
        .where('version', '=', confidentialityPromise.version)
        .as('acknowledgedAt'),
      sql<string[]>`array(select region_id from region_members where person_id = people.id)`.as('regionIds'),
      sql<string[]>`array(select id from regions where owner_id = people.id)`.as('ownedRegionIds'),
    ])
    .where('id', '=', personId)
    .where('entryDate', '<=', today)
    .where((person) => person.or([person('leavingDate', 'is', null), person('leavingDate', '>=', today)]))
    .executeTakeFirst()
  if (!row) return null
  const { acknowledgedAt, ...person } = row
  return { ...person, sessionId: '', confidentialityDue: confidentialityDue(acknowledgedAt, now) }
}
