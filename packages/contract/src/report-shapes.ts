import { reportFields } from '@zhuowei/domain/clauses/prescribed.ts'
import { roles } from '@zhuowei/domain/organisation/roles.ts'
import { lineLimit, linesLimit } from '@zhuowei/domain/reports/daily-draft.ts'
import { reportStates, specialReasons } from '@zhuowei/domain/reports/timeliness.ts'
import * as z from 'zod'
import { id, instant, optionalText, personRef, plainDate, repeated, requiredText } from './shapes.ts'

export const reportKinds = ['daily', 'weekly', 'monthly', 'trip'] as const
export type ReportKind = (typeof reportKinds)[number]

/** A conclusion's ground in words, and the clause that it rests on. */
export const reason = z.object({ text: z.string(), clause: z.string() }).meta({ id: 'Reason' })

/** Where a line came from, so that it can be opened; null for one typed by hand. */
const lineRef = z.object({ type: z.enum(['visit', 'account', 'grade_change', 'report']), id })

/** `done` is for the lines of the plan: done, not done, or not yet said. */
export const reportLine = z
  .object({
    text: z.string().max(lineLimit, `一条不能超过 ${lineLimit} 个字`),
    ref: lineRef.nullable().default(null),
    done: z.boolean().nullable().default(null),
    /** 上次未完成: the day in whose plan this line stood first. */
    leftFrom: plainDate.optional(),
  })
  .meta({ id: 'ReportLine' })
export type ReportLine = z.output<typeof reportLine>

const lines = (label: string) => z.array(reportLine).max(linesLimit, `${label}不能超过 ${linesLimit} 条`)

const boxes = {
  description: lines(reportFields.description),
  result: lines(reportFields.result),
  /** 存在问题及计划, the part of 完成情况 for what was not done. */
  issue: optionalText('存在问题及计划', 4000),
}

export const draftContent = z
  .object({
    /** 0 creates the draft. */
    version: z.int().min(0),
    ...boxes,
    specialReasonKind: z.enum(specialReasons).nullable().default(null),
    specialReason: optionalText('特殊原因', 500),
  })
  .meta({ id: 'DailyDraftContent' })
export type DraftContent = z.output<typeof draftContent>

export const revisedContent = z
  .object({ version: z.int().min(1), ...boxes })
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
    box: z.enum(['description', 'result']),
    included: z.boolean(),
    news: z.boolean(),
    clause: z.string().nullable(),
  })
  .meta({ id: 'DayFact' })

const fieldProblem = z.object({ path: z.string(), message: z.string() })

export const openedDaily = z
  .object({
    date: plainDate,
    id: id.nullable(),
    version: z.int(),
    subject: z.string(),
    timeOption: z.string(),
    prompts: z.object({ description: z.string(), result: z.string() }),
    reader: personRef.nullable(),
    ...{ description: z.array(reportLine), result: z.array(reportLine), issue: z.string().nullable() },
    specialReasonKind: z.enum(specialReasons).nullable(),
    specialReason: z.string().nullable(),
    savedAt: instant.nullable(),
    submittedAt: instant.nullable(),
    autoSubmitted: z.boolean(),
    deadline: reportDeadline,
    facts: z.array(dayFact),
    /** What still stands between the draft and a submission. */
    missing: z.array(fieldProblem),
    /** Why no report is written about this day; null when one may be. */
    closed: z.string().nullable(),
    can: z.object({ save: z.boolean(), submit: z.boolean(), revise: z.boolean() }),
  })
  .meta({ id: 'OpenedDaily' })
export type OpenedDaily = z.output<typeof openedDaily>

export const savedDraft = z
  .object({
    id,
    version: z.int(),
    savedAt: instant,
    deadline: reportDeadline,
    missing: z.array(fieldProblem),
  })
  .meta({ id: 'SavedDraft' })

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

export const report = z
  .object({
    id,
    author,
    kind: z.enum(reportKinds),
    date: plainDate,
    subject: z.string(),
    timeOption: z.string(),
    prompts: z.object({ description: z.string(), result: z.string() }),
    ...{ description: z.array(reportLine), result: z.array(reportLine), issue: z.string().nullable() },
    specialReasonKind: z.enum(specialReasons).nullable(),
    specialReason: z.string().nullable(),
    submittedAt: instant,
    autoSubmitted: z.boolean(),
    version: z.int(),
    revisedAt: instant.nullable(),
    state: z.enum(reportStates).nullable(),
    reasons: z.array(reason),
    obligationId: id.nullable(),
    comments: z.array(comment),
    readAt: instant.nullable(),
    /** Who of those that the report is for has opened it. */
    readers: z.array(personRef.extend({ at: instant })),
    /** Customers that its lines speak of. */
    mentions: z.array(z.object({ customerId: id, name: z.string(), facts: z.string() })),
    /** The reports of the same person before this one. */
    earlier: z.array(
      z.object({
        id,
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
    kind: z.enum(reportKinds),
    date: plainDate,
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

/** Counted up to here; the screen shows 99+. */
export const countedTo = 100

export const counts = z.object({ unread: z.int(), toComment: z.int() }).meta({ id: 'StreamCounts' })

export const myReport = z
  .object({
    id,
    kind: z.enum(reportKinds),
    date: plainDate,
    subject: z.string(),
    headline: z.string(),
    submittedAt: instant.nullable(),
    state: z.enum(reportStates).nullable(),
    comments: z.int(),
    lastComment: comment.nullable(),
  })
  .meta({ id: 'MyReport' })

export const quickPhrases = z.object({ phrases: z.array(requiredText('快捷语', 60)).max(12) })
