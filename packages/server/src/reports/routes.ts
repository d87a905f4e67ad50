import { reportsApi } from '@zhuowei/contract/reports.ts'
import { implement } from '../platform/http/implement.ts'
import { commentOnReport } from './comment.ts'
import { getReport, reportVersions } from './get-report.ts'
import { myReports } from './mine.ts'
import { openDaily } from './open-daily.ts'
import { quickPhrasesOf, setQuickPhrases } from './quick-phrases.ts'
import { markReportsRead } from './read-marks.ts'
import { readingRate } from './reading-rate.ts'
import { reviseReport } from './revise.ts'
import { saveDraft } from './save-draft.ts'
import { reportStream, streamCounts } from './stream.ts'
import { submitReport } from './submit.ts'
import { urgeReports } from './urge.ts'

export const reportsRoutes = implement(reportsApi, {
  openDaily: (request) => openDaily(request, request.params.date),
  saveDraft: (request) => saveDraft(request, request.params.date, request.body),
  submit: async (request) =>
    getReport(request, await submitReport(request, request.params.date, request.body)),
  mine: (request) => myReports(request, request.query),
  stream: (request) => reportStream(request, request.query),
  markRead: async (request) => {
    await markReportsRead(request, request.body.ids)
    return streamCounts(request)
  },
  readingRate: (request) => readingRate(request, request.query),
  quickPhrases: (request) => quickPhrasesOf(request),
  setQuickPhrases: (request) => setQuickPhrases(request, request.body.phrases),
  urge: (request) => urgeReports(request, request.body),
  get: (request) => getReport(request, request.params.id),
  revise: async (request) => {
    await reviseReport(request, request.params.id, request.body)
    return getReport(request, request.params.id)
  },
  versions: (request) => reportVersions(request, request.params.id),
  comment: async (request) => {
    await commentOnReport(request, request.params.id, request.body.body)
    return getReport(request, request.params.id)
  },
})
