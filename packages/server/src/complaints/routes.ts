import { complaintsApi } from '@zhuowei/contract/complaints.ts'
import { implement } from '../platform/http/implement.ts'
import { callBack, dispatchComplaint, handleComplaint, resolveComplaint } from './commands.ts'
import { getComplaint } from './get-complaint.ts'
import { complaintFigures, listComplaints } from './queries.ts'
import { recordComplaint } from './record-complaint.ts'

export const complaintsRoutes = implement(complaintsApi, {
  list: (call) => listComplaints(call, call.query),
  figures: (call) => complaintFigures(call, call.query),
  get: (call) => getComplaint(call, call.params.id),
  record: async (call) => getComplaint(call, await recordComplaint(call, call.body)),
  dispatch: async (call) => {
    await dispatchComplaint(call, call.params.id, call.body)
    return getComplaint(call, call.params.id)
  },
  handle: async (call) => {
    await handleComplaint(call, call.params.id, call.body)
    return getComplaint(call, call.params.id)
  },
  resolve: async (call) => {
    await resolveComplaint(call, call.params.id, call.body)
    return getComplaint(call, call.params.id)
  },
  callBack: async (call) => {
    await callBack(call, call.params.id, call.body)
    return getComplaint(call, call.params.id)
  },
})
