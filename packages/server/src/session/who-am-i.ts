import { isoWeekOf, shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { resolveParameters } from '@zhuowei/domain/clauses/parameters.ts'
import { greetingOf } from '@zhuowei/domain/organisation/greeting.ts'
import { roleLabel } from '@zhuowei/domain/organisation/roles.ts'
import { loadRules } from '../obligations/rules.ts'
import type { Actor } from '../platform/actor.ts'
import { rightsOf } from '../platform/http/role-gate.ts'
import type { Services } from '../platform/services.ts'

/** Everything that the screens need to know about the person who looks at them. */
export async function whoAmI({ db, demo, clock }: Services, actor: Actor) {
  const now = clock.now()
  const today = shanghaiDate(now)
  const [person, regions, parameters] = await Promise.all([
    db
      .selectFrom('people')
      .leftJoin('divisions', 'divisions.id', 'people.divisionId')
      .select(['people.name', 'username', 'employeeNo', 'divisions.name as divisionName'])
      .where('people.id', '=', actor.id)
      .executeTakeFirstOrThrow(),
    db
      .selectFrom('regions')
      .innerJoin('regionMembers', 'regionMembers.regionId', 'regions.id')
      .select(['regions.id', 'regions.name', 'ownerId'])
      .where('personId', '=', actor.id)
      .orderBy('code')
      .execute(),
    actor.divisionId
      ? loadRules(db, actor.divisionId, today).then((rules) => rules.parameters)
      : resolveParameters([], today),
  ])
  const { name, username, employeeNo, divisionName } = person
  return {
    person: { id: actor.id, name, username, employeeNo, role: actor.role },
    roleLabel: roleLabel[actor.role],
    attendanceClerk: actor.attendanceClerk,
    division: actor.divisionId && divisionName ? { id: actor.divisionId, name: divisionName } : null,
    regions: regions.map((region) => ({
      id: region.id,
      name: region.name,
      owned: region.ownerId === actor.id,
    })),
    greeting: greetingOf({
      shortName: parameters['organisation.shortName'],
      division: divisionName ?? parameters['organisation.departmentName'],
      name,
    }),
    // G27: a division may leave verbal reports unlogged.
    rights: rightsOf(actor).filter(
      (right) => right !== 'verbal_reports.record' || parameters['verbal.logEnabled'],
    ),
    passwordChangeDue: actor.passwordChangeDue,
    confidentialityDue: actor.confidentialityDue,
    now,
    today,
    week: isoWeekOf(today),
    demo,
  }
}
