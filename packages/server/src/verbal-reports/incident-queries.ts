import type { OnServer } from '@zhuowei/contract/kernel.ts'
import type { Incident, IncidentQuery, IncidentRecord } from '@zhuowei/contract/verbal-reports.ts'
import { liabilityOf } from '@zhuowei/domain/verbal-reports/liability.ts'
import { sql } from 'kysely'
import { cursorOf, readCursor } from '../platform/http/cursor.ts'
import type { Reading } from '../platform/http/implement.ts'
import { notFound } from '../platform/refusal.ts'
import { isHearer, visibleIncidents } from './access.ts'
import { presentVerbalReport, selectVerbalReports } from './select-verbal-reports.ts'

/** The last to happen first; the cursor is the instant and id of the last row. */
export async function listIncidents(reading: Reading, query: IncidentQuery) {
  let rows = selectIncidents(reading)
    .orderBy('incidents.occurredAt', 'desc')
    .orderBy('incidents.id', 'desc')
    .limit(query.limit + 1)
  if (query.personId) rows = rows.where('incidents.personId', 'in', query.personId)
  if (query.cursor) {
    const [at, id] = readCursor(query.cursor, 2)
    rows = rows.where(sql<boolean>`(incidents.occurred_at, incidents.id) < (${at}::timestamptz, ${id}::uuid)`)
  }
  const found = await rows.execute()
  const page = found.slice(0, query.limit)
  const last = page.at(-1)
  return {
    items: await present(reading, page),
    next: found.length > query.limit && last ? cursorOf(last.occurredAt.toISOString(), last.id) : null,
  }
}

const candidatesShown = 20

export async function getIncident(reading: Reading, id: string): Promise<OnServer<IncidentRecord>> {
  const { db, actor } = reading
  const row = await selectIncidents(reading).where('incidents.id', '=', id).executeTakeFirst()
  const [incident] = row ? await present(reading, [row]) : []
  if (!row || !incident) throw notFound()
  if (!incident.can.link) return { ...incident, candidates: [] }
  const reports = await selectVerbalReports(db, actor)
    .where('verbalReports.personId', '=', row.personId)
    .orderBy('verbalReports.loggedAt', 'desc')
    .orderBy('verbalReports.id', 'desc')
    .limit(candidatesShown)
    .execute()
  return { ...incident, candidates: reports.map((report) => presentVerbalReport(report, actor)) }
}

function selectIncidents({ db, actor }: Reading) {
  return visibleIncidents(db, actor)
    .innerJoin('people as person', 'person.id', 'incidents.personId')
    .innerJoin('people as author', 'author.id', 'incidents.createdBy')
    .leftJoin('customers', 'customers.id', 'incidents.customerId')
    .selectAll('incidents')
    .select(['person.name as personName', 'author.name as authorName', 'customers.name as customerName'])
}

type Row = Awaited<ReturnType<ReturnType<typeof selectIncidents>['execute']>>[number]

/** 责任依据 is computed each time from what is on record, so that it is never older than the answer of the superior. */
async function present({ db, actor }: Reading, rows: readonly Row[]): Promise<OnServer<Incident>[]> {
  const linked = rows.flatMap(({ verbalReportId }) => verbalReportId ?? [])
  const reports =
    linked.length > 0
      ? await selectVerbalReports(db, actor).where('verbalReports.id', 'in', linked).execute()
      : []
  return rows.map((row) => {
    const report = reports.find(({ id }) => id === row.verbalReportId) ?? null
    const { liability: verdict, reason, clause } = liabilityOf(row.occurredAt, report)
    const { id, occurredAt, content, createdAt, version } = row
    return {
      ...{ id, occurredAt, content, createdAt, version },
      person: { id: row.personId, name: row.personName },
      customer: row.customerId ? { id: row.customerId, name: row.customerName ?? '' } : null,
      verbalReport: report && presentVerbalReport(report, actor),
      liability: { verdict, reason, clause },
      createdBy: { id: row.createdBy, name: row.authorName },
      can: { link: isHearer(actor, row) },
    }
  })
}
