import { reportsApi } from '@zhuowei/contract/reports.ts'
import { implement } from '../platform/http/implement.ts'
import { commentOnReport } from './comment.ts'
import { ownDuties } from './duties.ts'
import { getReport, reportVersions } from './get-report.ts'
import { myReports } from './mine.ts'
import { openDaily, openMonthly, openTrip } from './open-report.ts'
import { quickPhrasesOf, setQuickPhrases } from './quick-phrases.ts'
import { markReportsRead } from './read-marks.ts'
import { readingRate } from './reading-rate.ts'
import { reviseReport } from './revise.ts'
import { saveDraft } from './save-draft.ts'
import { ownDay, ownMonth, ownTripSlot } from './slots.ts'
import { reportStream, streamCounts } from './stream.ts'
import { submitReport } from './submit.ts'
import { urgeReports } from './urge.ts'
import { fileWeekly, openWeekly, saveWeekly } from './weekly.ts'

export const reportsRoutes = implement(reportsApi, {
  openDaily: (request) => openDaily(request, request.params.date),
  saveDraft: async (request) => saveDraft(request, await ownDay(request, request.params.date), request.body),
  submit: async (request) => {
    const slot = await ownDay(request, request.params.date)
    return getReport(request, await submitReport(request, slot, request.body))
  },
  openWeekly: (request) => openWeekly(request, request.params.week),
  saveWeekly: (request) => saveWeekly(request, request.params.week, request.body),
  submitWeekly: async (request) => {
    await fileWeekly(request, request.params.week, request.body)
    return openWeekly(request, request.params.week)
  },
  openMonthly: (request) => openMonthly(request, request.params.month),
  saveMonthly: async (request) =>
    saveDraft(request, await ownMonth(request, request.params.month), request.body),
  submitMonthly: async (request) => {
    const slot = await ownMonth(request, request.params.month)
    return getReport(request, await submitReport(request, slot, request.body))
  },
  openTrip: (request) => openTrip(request, request.params.tripId),
  saveTrip: async (request) =>
    saveDraft(request, await ownTripSlot(request, request.params.tripId), request.body),
  submitTrip: async (request) => {
    const slot = await ownTripSlot(request, request.params.tripId)
    return getReport(request, await submitReport(request, slot, request.body))
  },
  duties: (request) => ownDuties(request),
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
