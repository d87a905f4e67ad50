import type { Delegation } from '@zhuowei/domain/approvals/delegation.ts'
import type { Colleague } from '@zhuowei/domain/approvals/route.ts'
import { type PlainDate, shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import type { Role } from '@zhuowei/domain/organisation/roles.ts'
import { employed } from '../organisation/position.ts'
import type { Actor } from '../platform/actor.ts'
import type { Database, Trx } from '../platform/db/connect.ts'

/** Who can be asked in a division: its people who are here today, and 总经理. */
export function colleaguesOf(
  db: Database | Trx,
  divisionId: string | null,
  today: PlainDate,
): Promise<Colleague[]> {
  return employed(db, today)
    .select(['id', 'name', 'divisionId', 'managerId'])
    .select((row) => row.ref('role').$castTo<Role>().as('role')) // people_role_known
    .where('entryDate', '<=', today)
    .where((row) => row.or([row('divisionId', '=', divisionId), row('role', '=', 'gm')]))
    .orderBy('employeeNo')
    .execute()
}

/** The delegations of a day by people who are asked; who has left decides for nobody. */
export function delegationsOf(
  db: Database | Trx,
  personIds: readonly string[],
  today: PlainDate,
): Promise<Delegation[]> {
  if (personIds.length === 0) return Promise.resolve([])
  return running(db, today)
    .select(['fromId', 'toId', 'fromDate as from', 'toDate as to'])
    .where('fromId', 'in', [...personIds])
    .orderBy('approvalDelegations.createdAt')
    .execute()
}

/** For whom this person decides today. */
export function principalsOf(db: Database | Trx, actor: Actor, now: Date) {
  return running(db, shanghaiDate(now)).select('fromId').where('toId', '=', actor.id)
}

function running(db: Database | Trx, today: PlainDate) {
  return db
    .selectFrom('approvalDelegations')
    .innerJoin('people as deputy', 'deputy.id', 'approvalDelegations.toId')
    .where((row) => row.or([row('deputy.leavingDate', 'is', null), row('deputy.leavingDate', '>=', today)]))
    .where('endedAt', 'is', null)
    .where('fromDate', '<=', today)
    .where('toDate', '>=', today)
}
