import { daySources, dayTypes } from '@zhuowei/domain/calendar/working-days.ts'
import * as z from 'zod'
import { endpoint } from './kernel.ts'
import { instant, optionalText, plainDate, requiredText } from './shapes.ts'

const type = z.enum(dayTypes, '请选择日子的类型')
const source = z.enum(daySources)
const year = z.coerce.number().int().min(2020).max(2100)

const calendarDay = z
  .object({ date: plainDate, type, name: z.string(), source, version: z.int() })
  .meta({ id: 'CalendarDay' })
export type CalendarDayView = z.infer<typeof calendarDay>

/** 官方: every day is known; 估算: the notice is not entered yet; 缺: nothing is stored, deadlines use an estimate. */
const yearStatus = z.enum(['官方', '估算', '缺'])
export type YearStatus = z.infer<typeof yearStatus>

const calendarYear = z
  .object({
    year: z.int(),
    status: yearStatus,
    days: z.array(calendarDay),
    months: z.array(z.object({ month: z.string(), workingDays: z.int() })),
    workingDays: z.int(),
    /** From 1 November on, while next year's official notice has not been entered. */
    warning: z.object({ year: z.int(), message: z.string() }).nullable(),
    can: z.object({ edit: z.boolean() }),
  })
  .meta({ id: 'CalendarYear' })
export type CalendarYearView = z.infer<typeof calendarYear>

const deadline = z.object({ dueAt: instant, graceAt: instant }).nullable()

/** What a change of the calendar does to the open obligations of one day; null where there is none before or after. */
const deadlineChange = z
  .object({
    kind: z.string(),
    subject: z.string(),
    onDate: plainDate,
    people: z.int(),
    before: deadline,
    after: deadline,
  })
  .meta({ id: 'DeadlineChange' })
export type DeadlineChange = z.infer<typeof deadlineChange>

const plainDay = z.object({ type, name: z.string(), source })

const calendarImport = z
  .object({
    text: z.string('请选择文件或粘贴内容').trim().min(1, '请选择文件或粘贴内容').max(200_000, '内容太长'),
    /**
     * The year whose official notice this is: its days that are not listed become an ordinary week. Null when single days of our
     * own are entered.
     */
    officialYear: z.number().int().min(2020).max(2100).nullable(),
    /** Said by the person who has seen which festivals the notice does not name: their days become ordinary ones. */
    incomplete: z.boolean().default(false),
  })
  .meta({ id: 'CalendarImport' })
export type CalendarImport = z.output<typeof calendarImport>

const imported = z
  .object({
    days: z.array(z.object({ date: plainDate, from: plainDay, to: plainDay })),
    /** Days that stay as they were and are official from now on. */
    confirmedDays: z.int(),
    /** Festivals of the year that the notice does not name; empty unless it is a whole year's. */
    missingFestivals: z.array(z.string()),
    deadlines: z.array(deadlineChange),
  })
  .meta({ id: 'CalendarImportResult' })
export type CalendarImportResult = z.infer<typeof imported>

export const calendarApi = {
  year: endpoint({
    method: 'GET',
    path: '/calendar/years/:year',
    summary: '一年的工作日历',
    access: 'member',
    params: z.object({ year }),
    reply: calendarYear,
  }),
  setDay: endpoint({
    method: 'PUT',
    path: '/calendar/days/:date',
    summary: '修改一天，重新计算未到期的期限',
    access: 'calendar.write',
    params: z.object({ date: plainDate }),
    body: z
      .object({ type, name: optionalText('名称', 40), reason: requiredText('原因', 500), version: z.int() })
      .meta({ id: 'ChangedCalendarDay' }),
    reply: z.object({ day: calendarDay, deadlines: z.array(deadlineChange) }),
    problems: ['version_conflict'],
  }),
  previewImport: endpoint({
    method: 'POST',
    path: '/calendar/import-previews',
    summary: '试算导入日历：哪些日子和期限会变',
    access: 'calendar.write',
    ownTransaction: true,
    body: calendarImport,
    reply: imported,
  }),
  import: endpoint({
    method: 'POST',
    path: '/calendar/imports',
    summary: '导入日历，重新计算未到期的期限',
    access: 'calendar.write',
    body: calendarImport,
    reply: imported,
  }),
}
