import { calendarApi } from '@zhuowei/contract/calendar.ts'
import { implement } from '../platform/http/implement.ts'
import { importCalendar, previewImport, setDay } from './commands.ts'
import { getYear } from './queries.ts'

export const calendarRoutes = implement(calendarApi, {
  year: ({ params, ...reading }) => getYear(reading, params.year),
  setDay: ({ params, body, ...writing }) => setDay(writing, params.date, body),
  previewImport: ({ body, ...writing }) => previewImport(writing, body),
  import: ({ body, ...writing }) => importCalendar(writing, body),
})
