import { teamCalendarApi } from '@zhuowei/contract/team-calendar.ts'
import { implement } from '../platform/http/implement.ts'
import { getCalendar } from './get-calendar.ts'

export const teamCalendarRoutes = implement(teamCalendarApi, {
  get: (call) => getCalendar(call, call.query),
})
