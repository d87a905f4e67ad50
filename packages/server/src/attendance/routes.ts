import { absencesApi } from '@zhuowei/contract/attendance.ts'
import { implement } from '../platform/http/implement.ts'
import { cancelAbsence, listAbsences, registerAbsence } from './absences.ts'
import { decideAbsence, requestAbsence, withdrawRequest } from './requests.ts'

export const absencesRoutes = implement(absencesApi, {
  list: (request) => listAbsences(request, request.query),
  register: (request) => registerAbsence(request, request.body),
  cancel: (request) => cancelAbsence(request, request.params.id, request.body),
  request: (request) => requestAbsence(request, request.body),
  decide: (request) => decideAbsence(request, request.params.id, request.body),
  withdraw: (request) => withdrawRequest(request, request.params.id, request.body.version),
})
