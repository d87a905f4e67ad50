import type { IncidentLink, NewIncident } from '@zhuowei/contract/verbal-reports.ts'
import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { sql } from 'kysely'
import { managersOf } from '../complaints/telling.ts'
import { notify } from '../notifications/notify.ts'
import { recordEvent } from '../platform/events.ts'
import type { Writing } from '../platform/http/implement.ts'
import { newId } from '../platform/ids.ts'
import { forbidden, invalid, notFound, Refusal } from '../platform/refusal.ts'
import { isHearer, visibleIncidents } from './access.ts'
import { getIncident } from './incident-queries.ts'
import { refuseStrangeCustomer, subjectOf } from './subject.ts'

/** 问题事件 (五.5.2)): by the person or his superior; which verbal report it answers to is chosen by hand. */
export async function recordIncident(work: Writing, input: NewIncident, id = newId()): Promise<string> {
  const { db, actor, now } = work
  const person = await subjectOf(work, input.personId)
  const occurredAt = new Date(input.occurredAt)
  if (occurredAt > now) throw invalid('occurredAt', '发生的时间不能晚于现在')
  await refuseStrangeCustomer(work, input.customerId)
  await refuseStrangeReport(work, person.id, input.verbalReportId)
  const { divisionId, forGm } = person
  const { content, customerId, verbalReportId } = input
  await db
    .insertInto('incidents')
    .values({
      ...{ id, divisionId, forGm, occurredAt, content, customerId, verbalReportId },
      ...{ personId: person.id, createdAt: now, createdBy: actor.id, updatedAt: now, updatedBy: actor.id },
    })
    .execute()
  await recordEvent(db, actor, now, {
    verb: 'incident.recorded',
    subjectType: 'incident',
    subjectId: id,
    divisionId,
    summary: `登记问题事件：${person.name}`,
    after: { occurredAt, content, verbalReportId },
  })
  const superiors = await managersOf(db, { divisionId, forGm })
  const told = [person.id, ...superiors].filter((one) => one !== actor.id)
  const title = `登记了问题事件：${person.name}，${shanghaiDate(occurredAt).slice(5)}`
  await notify(
    db,
    { personIds: told, kind: 'incident', title, link: `/verbal-reports/incidents?open=${id}` },
    now,
  )
  return id
}

/** Another pick, or none; who picked what and why stays in the audit. */
export async function linkIncident(work: Writing, id: string, input: IncidentLink): Promise<void> {
  const { db, actor, now } = work
  const incident = await visibleIncidents(db, actor)
    .where('incidents.id', '=', id)
    .selectAll('incidents')
    .forUpdate()
    .executeTakeFirst()
  if (!incident) throw notFound()
  if (!isHearer(actor, incident)) throw forbidden('对应哪一次口头汇报由直接上司认定')
  if (incident.version !== input.version)
    throw new Refusal('version_conflict', { facts: { current: await getIncident(work, id), yours: input } })
  await refuseStrangeReport(work, incident.personId, input.verbalReportId)
  await db
    .updateTable('incidents')
    .set({
      verbalReportId: input.verbalReportId,
      version: sql`version + 1`,
      updatedAt: now,
      updatedBy: actor.id,
    })
    .where('id', '=', id)
    .execute()
  await recordEvent(db, actor, now, {
    verb: 'incident.linked',
    subjectType: 'incident',
    subjectId: id,
    divisionId: incident.divisionId,
    summary: '改选问题事件对应的口头汇报',
    before: { verbalReportId: incident.verbalReportId },
    after: { verbalReportId: input.verbalReportId },
    reason: input.reason,
  })
}

/** Only a report of the same person. */
async function refuseStrangeReport({ db }: Writing, personId: string, id: string | null): Promise<void> {
  if (!id) return
  const report = await db
    .selectFrom('verbalReports')
    .select('id')
    .where('id', '=', id)
    .where('personId', '=', personId)
    .executeTakeFirst()
  if (!report) throw invalid('verbalReportId', '请选择本人的口头汇报')
}
