import { todayApi } from '@zhuowei/contract/today.ts'
import { implement } from '../platform/http/implement.ts'
import { getToday } from './get-today.ts'

export const todayRoutes = implement(todayApi, { get: (request) => getToday(request) })
