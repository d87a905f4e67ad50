import { absencesApi } from '@zhuowei/contract/attendance.ts'
import { implement } from '../platform/http/implement.ts'
import { cancelAbsence, listAbsences, registerAbsence } from './absences.ts'

export const absencesRoutes = implement(absencesApi, {
  list: (request) => listAbsences(request, request.query),
  register: (request) => registerAbsence(request, request.body),
  cancel: (request) => cancelAbsence(request, request.params.id, request.body),
})
