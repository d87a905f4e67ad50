import { incidentsApi, verbalReportsApi } from '@zhuowei/contract/verbal-reports.ts'
import { implement } from '../platform/http/implement.ts'
import { answerVerbalReport, recordVerbalReport } from './commands.ts'
import { getIncident, listIncidents } from './incident-queries.ts'
import { linkIncident, recordIncident } from './incidents.ts'
import { getVerbalReport, listVerbalReports } from './queries.ts'

export const verbalReportsRoutes = implement(verbalReportsApi, {
  list: (call) => listVerbalReports(call, call.query),
  get: (call) => getVerbalReport(call, call.params.id),
  record: async (call) => getVerbalReport(call, await recordVerbalReport(call, call.body)),
  answer: async (call) => {
    await answerVerbalReport(call, call.params.id, call.body.heard)
    return getVerbalReport(call, call.params.id)
  },
})

export const incidentsRoutes = implement(incidentsApi, {
  list: (call) => listIncidents(call, call.query),
  get: (call) => getIncident(call, call.params.id),
  record: async (call) => getIncident(call, await recordIncident(call, call.body)),
  link: async (call) => {
    await linkIncident(call, call.params.id, call.body)
    return getIncident(call, call.params.id)
  },
})
