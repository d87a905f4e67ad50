import type { Role } from '@zhuowei/domain/organisation/roles.ts'
import type { Expression, ExpressionBuilder, SqlBool } from 'kysely'
import type { Actor } from '../platform/actor.ts'
import type { DB } from '../platform/db/schema.d.ts'

/** The body of a report is for its author and for those whom it is handed to (§3A, G15); drafts are the author's alone. */
export function reportsVisibleTo(actor: Actor) {
  return (row: ExpressionBuilder<DB, 'reports'>): Expression<SqlBool> => {
    const own = row('reports.authorId', '=', actor.id)
    const submitted = row('reports.handedAt', 'is not', null)
    if (actor.role === 'gm') return row.or([own, submitted])
    if (actor.role !== 'dm') return own
    return row.or([own, row.and([submitted, row('reports.divisionId', '=', actor.divisionId)])])
  }
}

/** Reports that are handed to this person to read and comment on: staff to the manager, the manager to 总经理 (二.1). */
export function handsReportsTo(actor: Actor): Role[] {
  if (actor.role === 'gm') return ['dm']
  return actor.role === 'dm' ? ['spm', 'pm', 'oa'] : []
}

interface Subject {
  personId: string
  role: Role
  divisionId: string | null
}

export const isOwn = (actor: Actor, { personId }: Pick<Subject, 'personId'>) => personId === actor.id

export const isSuperior = (actor: Actor, person: Subject) =>
  handsReportsTo(actor).includes(person.role) &&
  (actor.role === 'gm' || actor.divisionId === person.divisionId)

export const mayRead = (actor: Actor, person: Subject) =>
  isOwn(actor, person) ||
  actor.role === 'gm' ||
  (actor.role === 'dm' && actor.divisionId === person.divisionId)

/** 总经理 comments on any report, the manager on those of his staff; nobody on his own. */
export const mayComment = (actor: Actor, person: Subject) =>
  !isOwn(actor, person) && (actor.role === 'gm' || isSuperior(actor, person))

/** §1B-17: the manager for staff, 总经理 for the manager; never one's own. */
export const mayWaive = (actor: Actor, person: Subject) => !isOwn(actor, person) && isSuperior(actor, person)

/** 催办 is a reminder, not a decision. */
export const mayUrge = (actor: Actor, person: Subject) => isSuperior(actor, person)

/** Numbers without bodies: 总经理, the manager and 综合管理; everybody for himself. */
export const maySeeCompliance = (actor: Actor, person: Subject) =>
  isOwn(actor, person) ||
  actor.role === 'gm' ||
  ((actor.role === 'dm' || actor.role === 'oa') && actor.divisionId === person.divisionId)
