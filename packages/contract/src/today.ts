import { grades } from '@zhuowei/domain/customers/grade.ts'
import { obligationKinds } from '@zhuowei/domain/reports/kinds.ts'
import { reportStates } from '@zhuowei/domain/reports/timeliness.ts'
import * as z from 'zod'
import { endpoint } from './kernel.ts'
import { rate, strip } from './report-shapes.ts'
import { id, instant, personRef, plainDate } from './shapes.ts'

export const todayGroups = ['soon', 'save', 'overdue', 'today', 'week', 'next', 'later'] as const
export type TodayGroup = (typeof todayGroups)[number]

/** What may carry colour: amber for due soon, red for overdue; the rest is plain. */
const tone = z.enum(['amber', 'red', 'brand', 'none'])

const item = z
  .object({
    key: z.string(),
    group: z.enum(todayGroups),
    kind: z.enum([
      'own_report',
      'team_reports',
      'decision',
      'next_step',
      'planned_visit',
      'update_owed',
      'grade_change',
      'calendar',
      'absence',
      'approval',
      'attendance',
      'feedback',
      'maintenance',
      'complaint',
      'task',
      'verbal_report',
      'suggestion',
      'export',
      'personal_request',
      'meeting',
      'minutes',
      'action_item',
      'support_request',
    ]),
    title: z.string(),
    /** At most one, the thing that is special about it. */
    tag: z.object({ text: z.string(), tone }).nullable(),
    facts: z.string(),
    clause: z.string().nullable(),
    dueAt: instant,
    action: z.object({
      label: z.string(),
      to: z.string(),
      /** The reports that are urged in place, instead of going somewhere. */
      urge: z.object({ kind: z.enum(obligationKinds), period: z.string() }).nullable(),
      /** Never the filled button, however late the row is. */
      soft: z.boolean().optional(),
      /** The contact whose next step is ticked off in place, beside the verb. */
      complete: id.optional(),
      /** The notification that is read once this was opened. */
      seen: id.optional(),
      /** The leave or trip that is approved in place. */
      approve: z.object({ id, version: z.int() }).optional(),
      /** The verbal report that is confirmed or denied in place. */
      answer: id.optional(),
    }),
  })
  .meta({ id: 'TodayItem' })
export type TodayItem = z.output<typeof item>

const railPoint = z
  .object({ key: z.string(), at: instant, label: z.string(), tone, to: z.string().nullable() })
  .meta({ id: 'RailPoint' })
export type RailPoint = z.output<typeof railPoint>

/** 谁没交: the reports of one period of the people who hand them to this person. */
const owing = z
  .object({
    kind: z.enum(obligationKinds),
    period: z.string(),
    /** 11-20 周五日报 · 第47周总结 · 11月工作报告. */
    title: z.string(),
    date: plainDate,
    graceAt: instant,
    expected: z.int(),
    filed: z.int(),
    people: z.array(personRef.extend({ region: z.string().nullable(), state: z.enum(reportStates) })),
    canUrge: z.boolean(),
    /** When all of them were last urged. */
    urgedAt: instant.nullable(),
  })
  .meta({ id: 'Owing' })

const unread = z
  .object({
    count: z.int(),
    latest: z.array(
      z.object({ id, author: z.string(), subject: z.string(), headline: z.string(), submittedAt: instant }),
    ),
  })
  .meta({ id: 'UnreadReports' })

const toVisit = z
  .object({
    id,
    name: z.string(),
    grade: z.enum(grades),
    lastActivityAt: instant,
    days: z.int(),
    nextStepOn: plainDate.nullable(),
  })
  .meta({ id: 'CustomerToVisit' })

const guidance = z
  .object({
    reportId: id,
    subject: z.string(),
    date: plainDate,
    author: z.string(),
    body: z.string(),
    at: instant,
  })
  .meta({ id: 'Guidance' })

const count = z
  .object({
    key: z.string(),
    label: z.string(),
    count: z.int(),
    /** Counting stopped here: there are at least so many. */
    more: z.boolean(),
    to: z.string(),
    clause: z.string().nullable(),
    /** A few of them by name. */
    examples: z.array(z.string()),
  })
  .meta({ id: 'TodayCount' })
export type TodayCount = z.output<typeof count>

/** A number of the last seven days beside that of the seven before; null where there is none. */
const compared = { value: z.number().nullable(), before: z.number().nullable() }
const weekNumber = z
  .object({
    key: z.string(),
    label: z.string(),
    unit: z.enum(['percent', 'count']),
    /** Whether more is good, bad, or neither. */
    better: z.enum(['more', 'less', 'either']),
    ...compared,
    to: z.string(),
    clause: z.string().nullable(),
    /** Only where there are several; each leads to its own rows, unless there can be none. */
    divisions: z.array(z.object({ id, name: z.string(), to: z.string().nullable(), ...compared })),
  })
  .meta({ id: 'WeekNumber' })
export type WeekNumber = z.output<typeof weekNumber>

const missedBy = z
  .object({
    personId: id,
    name: z.string(),
    division: z.string(),
    divisionId: id,
    /** The last of them. */
    obligationId: id,
    date: plainDate,
    count: z.int(),
  })
  .meta({ id: 'MissedBy' })

/** What a new installation still needs, in the order in which it is entered. */
const startStep = z
  .object({
    key: z.string(),
    title: z.string(),
    facts: z.string(),
    done: z.boolean(),
    action: z.object({ label: z.string(), to: z.string() }).nullable(),
  })
  .meta({ id: 'StartStep' })

const weekRate = z.object({ year: z.int(), week: z.int(), compliance: rate }).meta({ id: 'WeekRate' })

const system = z
  .object({
    calendarWarning: z.string().nullable(),
    /** The year without official data. */
    calendarYear: z.int().nullable(),
    failedSignIns: z.int(),
    lastFailedSignInAt: instant.nullable(),
    sealedRows: z.int(),
    unsealedRows: z.int(),
    sealedAt: instant.nullable(),
    people: z.int(),
  })
  .meta({ id: 'SystemStatus' })

const today = z
  .object({
    now: instant,
    date: plainDate,
    /** One sentence in parts, so that the pressing part can carry colour. */
    sentence: z.array(z.object({ text: z.string(), tone, to: z.string().optional() })),
    items: z.array(item),
    /** Why nothing is owed today. */
    exempt: z.object({ text: z.string(), clause: z.string().nullable() }).nullable(),
    rail: z.array(railPoint),
    owing: owing.nullable(),
    unread: unread.nullable(),
    recent: strip.nullable(),
    toVisit: z.array(toVisit).nullable(),
    guidance: z.array(guidance).nullable(),
    trend: z.array(weekRate).nullable(),
    /** Data hygiene for 综合管理. */
    counts: z.array(count).nullable(),
    /** The one minute of 总经理. */
    numbers: z.array(weekNumber).nullable(),
    missedBy: z.array(missedBy).nullable(),
    start: z.array(startStep).nullable(),
    system: system.nullable(),
  })
  .meta({ id: 'Today' })
export type Today = z.output<typeof today>

export const todayApi = {
  get: endpoint({
    method: 'GET',
    path: '/today',
    summary: '今天：按截止时间排好的待办，和这个岗位要看的几件事',
    access: 'member',
    reply: today,
  }),
}
