import type { Role } from '@zhuowei/domain/organisation/roles.ts'
import type { Expression, ExpressionBuilder, SqlBool } from 'kysely'
import type { Actor } from '../platform/actor.ts'
import type { DB } from '../platform/db/schema.d.ts'

/** §3A 请假/出差: 总经理, the manager and 考勤员 see all of theirs; everybody else his own. */
export function absencesVisibleTo(actor: Actor) {
  return (row: ExpressionBuilder<DB, 'absences'>): Expression<SqlBool> => {
    if (actor.role === 'gm') return row.lit(true)
    if (actor.role === 'dm' || actor.attendanceClerk) return row('absences.divisionId', '=', actor.divisionId)
    return row('absences.personId', '=', actor.id)
  }
}

/** The direct superior decides; nobody for himself (approver ≠ applicant). */
export function mayDecideAbsence(
  actor: Actor,
  person: { id: string; role: Role; divisionId: string | null },
): boolean {
  if (person.id === actor.id) return false
  if (actor.role === 'gm') return person.role === 'dm'
  return actor.role === 'dm' && person.role !== 'dm' && person.divisionId === actor.divisionId
}
