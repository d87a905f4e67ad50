import type { OnServer } from '@zhuowei/contract/kernel.ts'
import type { VerbalReport } from '@zhuowei/contract/verbal-reports.ts'
import type { VerbalReportState } from '@zhuowei/domain/verbal-reports/verbal-report.ts'
import type { Actor } from '../platform/actor.ts'
import type { Database, Trx } from '../platform/db/connect.ts'
import { isHearer, visibleVerbalReports } from './access.ts'

/** The verbal reports that this person may see, with the names that stand in them. */
export function selectVerbalReports(db: Database | Trx, actor: Actor) {
  return visibleVerbalReports(db, actor)
    .innerJoin('people as person', 'person.id', 'verbalReports.personId')
    .innerJoin('people as author', 'author.id', 'verbalReports.loggedBy')
    .leftJoin('people as hearer', 'hearer.id', 'verbalReports.answeredBy')
    .leftJoin('customers', 'customers.id', 'verbalReports.customerId')
    .selectAll('verbalReports')
    .select([
      'person.name as personName',
      'author.name as authorName',
      'hearer.name as hearerName',
      'customers.name as customerName',
    ])
    .select((row) => row.ref('verbalReports.state').$castTo<VerbalReportState>().as('state')) // verbal_reports_state_known
}

type Row = Awaited<ReturnType<ReturnType<typeof selectVerbalReports>['execute']>>[number]

export function presentVerbalReport(row: Row, actor: Actor): OnServer<VerbalReport> {
  const { id, occurredAt, topic, state, loggedAt, answerDueAt, answeredAt } = row
  return {
    ...{ id, occurredAt, topic, state, loggedAt, answerDueAt, answeredAt },
    person: { id: row.personId, name: row.personName },
    customer: row.customerId ? { id: row.customerId, name: row.customerName ?? '' } : null,
    loggedBy: { id: row.loggedBy, name: row.authorName },
    answeredBy: row.answeredBy ? { id: row.answeredBy, name: row.hearerName ?? '' } : null,
    can: { answer: isHearer(actor, row) && state === 'logged' },
  }
}
