import { dayTypes } from '@zhuowei/domain/calendar/working-days.ts'
import * as z from 'zod'
import { endpoint } from './kernel.ts'
import { id, instant, personRef, plainDate, repeated } from './shapes.ts'

export const entryKinds = ['report', 'trip', 'leave', 'meeting', 'visit', 'task'] as const
export const entryKindLabel = {
  report: '汇报',
  trip: '出差',
  leave: '请假',
  meeting: '会议',
  visit: '拜访与下一步',
  task: '任务',
} as const

const entry = z
  .object({
    /** Stable, for the list and the calendar program. */
    key: z.string(),
    kind: z.enum(entryKinds),
    /** Both ends included; one day for what happens at a time. */
    from: plainDate,
    to: plainDate,
    /** Absent for whole days. */
    at: instant.nullable(),
    until: instant.nullable(),
    title: z.string(),
    /** Whose it is; null for what stands for several people. */
    person: personRef.nullable(),
    /** `due` is still to be done, `late` is over without being done, `done` is done, `away` and `plain` are neither. */
    state: z.enum(['due', 'late', 'done', 'away', 'plain']),
    /** The page of the record; null where this reader may only know that it is so. */
    link: z.string().nullable(),
  })
  .meta({ id: 'TeamCalendarEntry' })
export type TeamCalendarEntry = z.infer<typeof entry>

const query = z.object({
  from: plainDate,
  to: plainDate,
  /** The own calendar, or that of the division. */
  scope: z.enum(['mine', 'team']).default('mine'),
  personId: repeated(id),
  /** Only 总经理 looks into more than one division. */
  divisionId: id.optional(),
})
export type TeamCalendarQuery = z.output<typeof query>

/** A month in whole weeks. */
export const longestCalendarRange = 42

export const teamCalendarApi = {
  get: endpoint({
    method: 'GET',
    path: '/team-calendar',
    summary: '我的或团队的日历：汇报、出差、请假、会议、拜访',
    access: 'activities.read',
    query,
    reply: z
      .object({
        days: z.array(z.object({ date: plainDate, type: z.enum(dayTypes), name: z.string() })),
        people: z.array(personRef),
        entries: z.array(entry),
        can: z.object({ team: z.boolean() }),
      })
      .meta({ id: 'TeamCalendar' }),
  }),
}
export type TeamCalendar = z.infer<(typeof teamCalendarApi)['get']['reply']>
