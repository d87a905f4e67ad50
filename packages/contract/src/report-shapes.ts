import { isWeekKey } from '@zhuowei/domain/calendar/weeks.ts'
import { reportFields } from '@zhuowei/domain/clauses/prescribed.ts'
import { roles } from '@zhuowei/domain/organisation/roles.ts'
import { lineLimit, linesLimit } from '@zhuowei/domain/reports/daily-draft.ts'
import { obligationKinds, reportKinds } from '@zhuowei/domain/reports/kinds.ts'
import { reportStates, specialReasons } from '@zhuowei/domain/reports/timeliness.ts'
import * as z from 'zod'
import { id, instant, optionalText, personRef, plainDate, repeated, requiredText } from './shapes.ts'

/** '2026-W47': an ISO week with its week-year. */
export const weekKey = z.string().refine(isWeekKey, '没有这一周')
/** '2026-11'. */
export const monthKey = z.string().regex(/^[12]\d{3}-(0[1-9]|1[0-2])$/, '月份格式应为 2026-11')

/** A conclusion's ground in words, and the clause that it rests on. */
export const reason = z.object({ text: z.string(), clause: z.string() }).meta({ id: 'Reason' })

/** Where a line came from, so that it can be opened; null for one typed by hand. */
const lineRef = z.object({
  type: z.enum(['visit', 'account', 'grade_change', 'report', 'task', 'project']),
  id,
})

/** `done` is for the lines of the plan: done, not done, or not yet said. */
export const reportLine = z
  .object({
    text: z.string().max(lineLimit, `一条不能超过 ${lineLimit} 个字`),
    ref: lineRef.nullable().default(null),
    done: z.boolean().nullable().default(null),
    /** 上次未完成: the day in whose plan this line stood first. */
    leftFrom: plainDate.optional(),
    /** How many weekly plans have handed it on. */
    carried: z.int().min(1).optional(),
    /** 存在问题 of this line alone, where a weekly plan was not kept (五.2.3)②). */
    issue: z.string().trim().max(500, '存在问题不能超过 500 个字').optional(),
  })
  .meta({ id: 'ReportLine' })
export type ReportLine = z.output<typeof reportLine>

const lines = (label: string) => z.array(reportLine).max(linesLimit, `${label}不能超过 ${linesLimit} 条`)

export const boxes = {
  description: lines(reportFields.description),
  result: lines(reportFields.result),
  /** 存在问题及计划, the part of 完成情况 for what was not done. */
  issue: optionalText('存在问题及计划', 4000),
}

/** 0 creates the draft. */
export const version = z.int().min(0)
export const givenReason = {
  specialReasonKind: z.enum(specialReasons).nullable().default(null),
  specialReason: optionalText('特殊原因', 500),
}

export const draftContent = z.object({ version, ...boxes, ...givenReason }).meta({ id: 'DailyDraftContent' })
export type DraftContent = z.output<typeof draftContent>

/** 五.2.3)① 需要支持和资源. Without a number it is a new one, or the one that says the same. */
export const askedSupport = z
  .array(z.object({ id: id.optional(), body: requiredText('需要支持和资源', 1000) }))
  .max(20, '需要支持和资源不能超过 20 条')
  .default([])

/** `support` belongs to a weekly plan; absent leaves it as it is. */
export const revisedContent = z
  .object({ version: z.int().min(1), ...boxes, support: askedSupport.unwrap().optional() })
  .meta({ id: 'RevisedReportContent' })
export type RevisedContent = z.output<typeof revisedContent>

/** Until when this report may be written as what, and why. All instants are the server's. */
const reportDeadline = z
  .object({
    owed: z.boolean(),
    /** Null on days without an obligation. */
    state: z.enum(reportStates).nullable(),
    phase: z.enum(['none', 'open', 'grace', 'closed']),
    dueAt: instant.nullable(),
    graceAt: instant.nullable(),
    specialReasonRequired: z.boolean(),
    /** When the draft as it stands files itself (系统默认). */
    filesItselfAt: instant.nullable(),
    reasons: z.array(reason),
  })
  .meta({ id: 'ReportDeadline' })

/**
 * Something that the system knows of the day; `included` when a line of the report carries it, `news` when it came after the report
 * was submitted or last changed.
 */
const dayFact = z
  .object({
    at: instant.nullable(),
    line: reportLine,
    box: z.enum(['description', 'result', 'issue']),
    /** Under what it is offered: a day, a week, 遗忘客户. */
    group: z.string().optional(),
    /** The words of the promises that it stands beside (五.2.3)②). */
    keeps: z.array(z.string()).optional(),
    included: z.boolean(),
    news: z.boolean(),
    clause: z.string().nullable(),
  })
  .meta({ id: 'DayFact' })

const fieldProblem = z.object({ path: z.string(), message: z.string() })

const content = {
  description: z.array(reportLine),
  result: z.array(reportLine),
  issue: z.string().nullable(),
}
export const filedReason = {
  specialReasonKind: z.enum(specialReasons).nullable(),
  specialReason: z.string().nullable(),
}

/** What every editor shows of the form that the regulation prescribes. */
export const form = {
  subject: z.string(),
  /** 时间选项; of a trip its dates. */
  timeOption: z.string(),
  prompts: z.object({ description: z.string(), result: z.string() }),
  reader: personRef.nullable(),
}

/** Draft or report, and how it stands. */
export const sheet = {
  id: id.nullable(),
  version: z.int(),
  ...content,
  savedAt: instant.nullable(),
  submittedAt: instant.nullable(),
  autoSubmitted: z.boolean(),
  deadline: reportDeadline,
  facts: z.array(dayFact),
  /** What still stands between the draft and a submission. */
  missing: z.array(fieldProblem),
  /** Why no report is written about this period; null when one may be. */
  closed: z.string().nullable(),
  can: z.object({ save: z.boolean(), submit: z.boolean(), revise: z.boolean() }),
}

export const openedDaily = z
  .object({ date: plainDate, ...form, ...sheet, ...filedReason })
  .meta({ id: 'OpenedDaily' })
export type OpenedDaily = z.output<typeof openedDaily>

export const supportStates = ['open', 'granted', 'refused', 'withdrawn'] as const

/** 需要支持和资源 as it stands: a draft until the plan is submitted, then with the manager. */
export const supportNeed = z
  .object({
    id,
    body: z.string(),
    state: z.enum([...supportStates, 'draft']),
    reply: z.string().nullable(),
    decidedBy: personRef.nullable(),
    decidedAt: instant.nullable(),
    /** What was answered stays to be read after a revision has taken it out of the plan. */
    inPlan: z.boolean(),
  })
  .meta({ id: 'SupportNeed' })

export const saved = {
  id,
  version: z.int(),
  savedAt: instant,
  deadline: reportDeadline,
  missing: z.array(fieldProblem),
}
export const savedDraft = z.object(saved).meta({ id: 'SavedDraft' })
/** Whose reports are meant, of everybody: the day, the week, the month, or a trip. */
export const obligationPeriod = {
  kind: z.enum(obligationKinds).default('daily'),
  /** 2026-11-20 · 2026-W47 · 2026-11 · the number of the trip. */
  period: z.string().max(40),
}

const comment = z
  .object({ id, author: personRef, body: z.string(), at: instant })
  .meta({ id: 'ReportComment' })

const author = personRef.extend({ role: z.enum(roles), region: z.string().nullable() }).meta({ id: 'Author' })

/** One working day of a person: the state of its obligation, null when nothing is owed. */
const stripDay = z
  .object({
    date: plainDate,
    state: z.enum(reportStates).nullable(),
    exemption: z.enum(['leave', 'trip']).nullable(),
    reportId: id.nullable(),
  })
  .meta({ id: 'StripDay' })

export const rate = z
  .object({ filed: z.int(), due: z.int(), rate: z.number().nullable() })
  .meta({ id: 'ComplianceRate' })

export const strip = z.object({ days: z.array(stripDay), compliance: rate }).meta({ id: 'ReportStrip' })

/** One of the two submissions of a weekly record, and what it counts as. */
const weeklyHalf = z
  .object({
    submittedAt: instant,
    autoSubmitted: z.boolean(),
    ...filedReason,
    state: z.enum(reportStates).nullable(),
    reasons: z.array(reason),
    obligationId: id.nullable(),
  })
  .meta({ id: 'WeeklyHalf' })

/** Which period a report is about; `date` is its last day. */
const about = {
  kind: z.enum(reportKinds),
  /** 2026-11-20 · 2026-W47 · 2026-11 · the number of the trip. */
  period: z.string(),
  date: plainDate,
}

export const report = z
  .object({
    id,
    author,
    ...about,
    from: plainDate,
    subject: z.string(),
    timeOption: z.string(),
    prompts: z.object({ description: z.string(), result: z.string() }),
    ...content,
    ...filedReason,
    /** Of a weekly record: the half that was submitted last. */
    submittedAt: instant,
    autoSubmitted: z.boolean(),
    version: z.int(),
    revisedAt: instant.nullable(),
    state: z.enum(reportStates).nullable(),
    reasons: z.array(reason),
    obligationId: id.nullable(),
    /** Of a weekly record, each half as far as it has been submitted; null for other reports. */
    weekly: z
      .object({
        plan: weeklyHalf.nullable(),
        summary: weeklyHalf.nullable(),
        /** From this day on its author can write 完成情况; null once it is submitted, and for everybody else. */
        summaryFrom: plainDate.nullable(),
      })
      .nullable(),
    support: z.array(supportNeed),
    comments: z.array(comment),
    readAt: instant.nullable(),
    /** Who of those that the report is for has opened it. */
    readers: z.array(personRef.extend({ at: instant })),
    /** Customers that its lines speak of. */
    mentions: z.array(z.object({ customerId: id, name: z.string(), facts: z.string() })),
    /** 二.2.1)(15) tasks behind its lines that this reader may not open: they stand there without a link. */
    closedTasks: z.array(id),
    /** The reports of the same person before this one. */
    earlier: z.array(
      z.object({
        id,
        subject: z.string(),
        date: plainDate,
        headline: z.string(),
        comment: z.string().nullable(),
        read: z.boolean(),
      }),
    ),
    recent: strip,
    can: z.object({
      revise: z.boolean(),
      comment: z.boolean(),
      waive: z.boolean(),
      rejectReason: z.boolean(),
    }),
  })
  .meta({ id: 'Report' })
export type Report = z.output<typeof report>

export const streamItem = z
  .object({
    id,
    author,
    ...about,
    subject: z.string(),
    headline: z.string(),
    submittedAt: instant,
    autoSubmitted: z.boolean(),
    state: z.enum(reportStates).nullable(),
    hasIssue: z.boolean(),
    unread: z.boolean(),
    commented: z.boolean(),
  })
  .meta({ id: 'StreamItem' })
export type StreamItem = z.output<typeof streamItem>

export const streamBoxes = ['unread', 'to_comment', 'all'] as const

export const streamQuery = z.object({
  box: z.enum(streamBoxes).default('unread'),
  kind: repeated(z.enum(reportKinds)),
  personId: repeated(id),
  from: plainDate.optional(),
  to: plainDate.optional(),
  /** Words of the report, in any order. */
  q: z.string().trim().min(1).max(60).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
})
export type StreamQuery = z.output<typeof streamQuery>

const readingCounts = {
  submitted: z.int(),
  read: z.int(),
  commented: z.int(),
  /** The median from submission to the first look and the first word; null when there was none. */
  hoursToRead: z.number().nullable(),
  hoursToComment: z.number().nullable(),
}

export const readingRate = z
  .object({ ...readingCounts, people: z.array(personRef.extend(readingCounts)) })
  .meta({ id: 'ReadingRate' })
export type ReadingRate = z.output<typeof readingRate>

export const counts = z.object({ unread: z.int(), toComment: z.int() }).meta({ id: 'StreamCounts' })

export const myReport = z
  .object({
    id,
    ...about,
    subject: z.string(),
    headline: z.string(),
    submittedAt: instant.nullable(),
    state: z.enum(reportStates).nullable(),
    comments: z.int(),
    lastComment: comment.nullable(),
  })
  .meta({ id: 'MyReport' })

export const quickPhrases = z.object({ phrases: z.array(requiredText('快捷语', 60)).max(12) })
