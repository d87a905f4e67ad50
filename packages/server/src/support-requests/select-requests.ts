import type { OnServer } from '@zhuowei/contract/kernel.ts'
import type { SupportRequest } from '@zhuowei/contract/meeting-shapes.ts'
import type { Role } from '@zhuowei/domain/organisation/roles.ts'
import type { SupportState } from '@zhuowei/domain/support-requests/support-request.ts'
import type { ExpressionBuilder, SelectQueryBuilder } from 'kysely'
import type { Actor } from '../platform/actor.ts'
import type { Database, Trx } from '../platform/db/connect.ts'
import type { DB } from '../platform/db/schema.d.ts'
import { mayAnswer, mayRead, visibleRequests } from './access.ts'

/** The requests that this person may see in the queue. */
export const selectRequests = (db: Database | Trx, actor: Actor) => withNames(visibleRequests(db, actor))

/** Those on the agenda of a meeting that this person may see (四.1.1)③): there everybody of the division hears them. */
export const selectRequestsOnAgenda = (db: Database | Trx, ids: readonly string[]) =>
  withNames(db.selectFrom('supportRequests').where('supportRequests.id', 'in', [...ids]))

function withNames<O>(rows: SelectQueryBuilder<DB, 'supportRequests', O>) {
  return rows
    .innerJoin('people as asker', 'asker.id', 'supportRequests.personId')
    .leftJoin('people as decider', 'decider.id', 'supportRequests.decidedBy')
    .selectAll('supportRequests')
    .select(['asker.name as askerName', 'decider.name as deciderName'])
    .select((row) => [
      answerer(row, 'id').as('answererId'),
      answerer(row, 'name').as('answererName'),
      row.ref('asker.role').$castTo<Role>().as('personRole'), // people_role_known
      row.ref('supportRequests.state').$castTo<SupportState>().as('state'), // support_requests_state_known
    ])
}

/** 五.2.3)① the direct superior: of the manager 总经理, of everybody else the manager. */
const answerer = (row: ExpressionBuilder<DB & { asker: DB['people'] }, 'asker'>, column: 'id' | 'name') =>
  row
    .selectFrom('people as superior')
    .select(`superior.${column}`)
    .where('superior.leavingDate', 'is', null)
    .where((one) =>
      one.or([
        one.and([one('asker.role', '=', 'dm'), one('superior.role', '=', 'gm')]),
        one.and([
          one('asker.role', '<>', 'dm'),
          one('superior.role', '=', 'dm'),
          one('superior.divisionId', '=', one.ref('asker.divisionId')),
        ]),
      ]),
    )
    .orderBy('superior.employeeNo')
    .limit(1)

type Row = Awaited<ReturnType<ReturnType<typeof selectRequests>['execute']>>[number]

export function presentRequest(row: Row, actor: Actor): OnServer<SupportRequest> {
  const { id, week, body, state, decidedAt, reply, createdAt, version } = row
  return {
    ...{ id, week, body, state, decidedAt, reply, createdAt, version },
    reportId: mayRead(actor, row) ? row.reportId : null,
    person: { id: row.personId, name: row.askerName },
    awaits: state === 'open' && row.answererId ? { id: row.answererId, name: row.answererName ?? '' } : null,
    decidedBy: row.decidedBy ? { id: row.decidedBy, name: row.deciderName ?? '' } : null,
    can: { decide: state === 'open' && mayAnswer(actor, row) },
  }
}
