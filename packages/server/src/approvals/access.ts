import type { Actor } from '../platform/actor.ts'
import type { Database, Trx } from '../platform/db/connect.ts'
import { principalsOf } from './organisation.ts'

/**
 * 总经理 reads all, the manager those of the division; everybody what he applied for, was asked about, decided or was told of, and
 * as a deputy what waits for the person he stands for.
 */
export function visibleApprovals(db: Database | Trx, actor: Actor, now: Date) {
  const all = db.selectFrom('approvals')
  if (actor.role === 'gm') return all
  return all.where((row) =>
    row.or([
      row('approvals.applicantId', '=', actor.id),
      ...(actor.role === 'dm' ? [row('approvals.divisionId', '=', actor.divisionId)] : []),
      row('approvals.id', 'in', askedOf(db, actor.id)),
      row('approvals.id', 'in', handledBy(db, actor.id)),
      row('approvals.id', 'in', copiedTo(db, actor.id)),
      row('approvals.id', 'in', waitingFor(db, actor, now)),
    ]),
  )
}

/** Where this person is asked now, himself or as a deputy; nobody decides by proxy what he applied for. */
export const waitingFor = (db: Database | Trx, actor: Actor, now: Date) =>
  db
    .selectFrom('approvalSigners')
    .innerJoin('approvalSteps', 'approvalSteps.id', 'approvalSigners.stepId')
    .innerJoin('approvals as asked', 'asked.id', 'approvalSigners.approvalId')
    .select('approvalSigners.approvalId')
    .where('approvalSigners.state', '=', 'waiting')
    .where('approvalSteps.state', '=', 'open')
    .where('asked.applicantId', '<>', actor.id)
    .where((row) =>
      row.or([
        row('approvalSigners.personId', '=', actor.id),
        row('approvalSigners.personId', 'in', principalsOf(db, actor, now)),
      ]),
    )

export const handledBy = (db: Database | Trx, personId: string) =>
  db
    .selectFrom('approvalEntries')
    .select('approvalId')
    .where('byId', '=', personId)
    .where('kind', 'in', ['approved', 'refused', 'sent_back'])

export const copiedTo = (db: Database | Trx, personId: string) =>
  db.selectFrom('approvalCopies').select('approvalId').where('personId', '=', personId)

const askedOf = (db: Database | Trx, personId: string) =>
  db.selectFrom('approvalSigners').select('approvalId').where('personId', '=', personId)
