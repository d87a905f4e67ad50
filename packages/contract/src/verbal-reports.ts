import { liabilities } from '@zhuowei/domain/verbal-reports/liability.ts'
import { verbalReportStates } from '@zhuowei/domain/verbal-reports/verbal-report.ts'
import * as z from 'zod'
import { endpoint } from './kernel.ts'
import { id, instant, pageOf, personRef, reasonText, repeated, requiredText } from './shapes.ts'

const named = z.object({ id, name: z.string() })
const state = z.enum(verbalReportStates)

const verbalReport = z
  .object({
    id,
    person: personRef,
    occurredAt: instant,
    topic: z.string(),
    customer: named.nullable(),
    state,
    loggedAt: instant,
    loggedBy: personRef,
    answerDueAt: instant,
    answeredAt: instant.nullable(),
    /** Null while nobody answered, and when the time ran out. */
    answeredBy: personRef.nullable(),
    can: z.object({ answer: z.boolean() }),
  })
  .meta({ id: 'VerbalReport' })
export type VerbalReport = z.output<typeof verbalReport>

const optionalId = id.nullish().transform((given) => given ?? null)
const moment = (error: string) => z.iso.datetime({ offset: true, error })

const newVerbalReport = z
  .object({
    /** Absent: just now. */
    occurredAt: moment('请选择汇报的时间')
      .nullish()
      .transform((given) => given ?? null),
    topic: requiredText('汇报的事', 500),
    customerId: optionalId,
    /** Given when a superior logs what he heard; absent for oneself. */
    personId: optionalId,
  })
  .meta({ id: 'NewVerbalReport' })
export type NewVerbalReport = z.output<typeof newVerbalReport>

const page = {
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
}
const verbalReportQuery = z.object({ state: repeated(state), personId: repeated(id), ...page })
export type VerbalReportQuery = z.output<typeof verbalReportQuery>

const params = z.object({ id })

export const verbalReportsApi = {
  list: endpoint({
    method: 'GET',
    path: '/verbal-reports',
    summary: '口头汇报，新的在前',
    access: 'verbal_reports.read',
    clause: '五.5.1)',
    query: verbalReportQuery,
    reply: pageOf(verbalReport),
  }),
  get: endpoint({
    method: 'GET',
    path: '/verbal-reports/:id',
    summary: '一次口头汇报',
    access: 'verbal_reports.read',
    params,
    reply: verbalReport,
  }),
  record: endpoint({
    method: 'POST',
    path: '/verbal-reports',
    summary: '登记口头汇报；上级代下属登记的即为已听取',
    access: 'verbal_reports.record',
    clause: '五.5.1)',
    body: newVerbalReport,
    reply: verbalReport,
  }),
  answer: endpoint({
    method: 'POST',
    path: '/verbal-reports/:id/answer',
    summary: '确认已听取，或没有收到',
    access: 'verbal_reports.answer',
    clause: '五.5.2)②',
    params,
    body: z.object({ heard: z.boolean('请选择已听取或未收到') }),
    reply: verbalReport,
    problems: ['nothing_to_decide'],
  }),
}

const incident = z
  .object({
    id,
    person: personRef,
    occurredAt: instant,
    content: z.string(),
    customer: named.nullable(),
    verbalReport: verbalReport.nullable(),
    /** Computed from the report that it answers to; shown, never carried out. */
    liability: z.object({ verdict: z.enum(liabilities), reason: z.string(), clause: z.string() }),
    createdBy: personRef,
    createdAt: instant,
    version: z.int(),
    can: z.object({ link: z.boolean() }),
  })
  .meta({ id: 'Incident' })
export type Incident = z.output<typeof incident>

const incidentRecord = incident
  .extend({
    /** The person's reports around it, from which the one it answers to is picked by hand; only for who may pick. */
    candidates: z.array(verbalReport),
  })
  .meta({ id: 'IncidentRecord' })
export type IncidentRecord = z.output<typeof incidentRecord>

const newIncident = z
  .object({
    occurredAt: moment('请选择发生的时间'),
    content: requiredText('发生了什么', 2000),
    customerId: optionalId,
    /** Absent for oneself. */
    personId: optionalId,
    verbalReportId: optionalId,
  })
  .meta({ id: 'NewIncident' })
export type NewIncident = z.output<typeof newIncident>

const incidentLink = z.object({
  version: z.int(),
  verbalReportId: id.nullable(),
  reason: reasonText('改动的理由'),
})
export type IncidentLink = z.output<typeof incidentLink>

const incidentQuery = z.object({ personId: repeated(id), ...page })
export type IncidentQuery = z.output<typeof incidentQuery>

export const incidentsApi = {
  list: endpoint({
    method: 'GET',
    path: '/incidents',
    summary: '问题事件，最近发生的在前',
    access: 'verbal_reports.read',
    clause: '五.5.2)',
    query: incidentQuery,
    reply: pageOf(incident),
  }),
  get: endpoint({
    method: 'GET',
    path: '/incidents/:id',
    summary: '一件问题事件和它的责任依据',
    access: 'verbal_reports.read',
    clause: '五.5.2)',
    params,
    reply: incidentRecord,
  }),
  record: endpoint({
    method: 'POST',
    path: '/incidents',
    summary: '登记问题事件',
    access: 'verbal_reports.record',
    clause: '五.5.2)',
    body: newIncident,
    reply: incidentRecord,
  }),
  link: endpoint({
    method: 'PUT',
    path: '/incidents/:id/verbal-report',
    summary: '改选对应的口头汇报，写明理由',
    access: 'verbal_reports.answer',
    clause: '五.5.2)',
    params,
    body: incidentLink,
    reply: incidentRecord,
    problems: ['version_conflict'],
  }),
}
