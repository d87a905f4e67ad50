import { reportFields } from '@zhuowei/domain/clauses/prescribed.ts'
import { roles } from '@zhuowei/domain/organisation/roles.ts'
import { reportStates, specialReasons } from '@zhuowei/domain/reports/timeliness.ts'
import * as z from 'zod'
import { endpoint } from './kernel.ts'
import { id, instant, optionalText, pageOf, personRef, plainDate, repeated, requiredText } from './shapes.ts'

export const reportKinds = ['daily', 'weekly', 'monthly', 'trip'] as const
export type ReportKind = (typeof reportKinds)[number]

/** A conclusion's ground in words, and the clause that it rests on. */
export const reason = z.object({ text: z.string(), clause: z.string() }).meta({ id: 'Reason' })

/** Where a line came from, so that it can be opened; null for one typed by hand. */
const lineRef = z.object({ type: z.enum(['visit', 'account', 'grade_change', 'report']), id })

/** `done` is for the lines of the plan: done, not done, or not yet said. */
export const reportLine = z
  .object({
    text: z.string().max(1000, '一条不能超过 1000 个字'),
    ref: lineRef.nullable().default(null),
    done: z.boolean().nullable().default(null),
  })
  .meta({ id: 'ReportLine' })
export type ReportLine = z.output<typeof reportLine>

const lines = (label: string) => z.array(reportLine).max(100, `${label}不能超过 100 条`)

const boxes = {
  description: lines(reportFields.description),
  result: lines(reportFields.result),
  /** 存在问题及计划, the part of 完成情况 for what was not done. */
  issue: optionalText('存在问题及计划', 4000),
}

const draftContent = z
  .object({
    /** 0 creates the draft. */
    version: z.int().min(0),
    ...boxes,
    specialReasonKind: z.enum(specialReasons).nullable().default(null),
    specialReason: optionalText('特殊原因', 500),
  })
  .meta({ id: 'DailyDraftContent' })
export type DraftContent = z.output<typeof draftContent>

const revisedContent = z.object({ version: z.int().min(1), ...boxes }).meta({ id: 'RevisedReportContent' })
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

/** Something that the system knows of the day; `included` when a line of the report carries it. */
const dayFact = z
  .object({
    at: instant.nullable(),
    line: reportLine,
    box: z.enum(['description', 'result']),
    included: z.boolean(),
    clause: z.string().nullable(),
  })
  .meta({ id: 'DayFact' })

const fieldProblem = z.object({ path: z.string(), message: z.string() })

const openedDaily = z
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
    can: z.object({ save: z.boolean(), submit: z.boolean(), revise: z.boolean() }),
  })
  .meta({ id: 'OpenedDaily' })
export type OpenedDaily = z.output<typeof openedDaily>

const savedDraft = z
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

const report = z
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

const streamItem = z
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

const streamQuery = z.object({
  box: z.enum(streamBoxes).default('unread'),
  kind: repeated(z.enum(reportKinds)),
  personId: repeated(id),
  from: plainDate.optional(),
  to: plainDate.optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
})
export type StreamQuery = z.output<typeof streamQuery>

/** Counted up to here; the screen shows 99+. */
export const countedTo = 100

const counts = z.object({ unread: z.int(), toComment: z.int() }).meta({ id: 'StreamCounts' })

const myReport = z
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

const quickPhrases = z.object({ phrases: z.array(requiredText('快捷语', 60)).max(12) })

const onDate = z.object({ date: plainDate })
const params = z.object({ id })

export const reportsApi = {
  openDaily: endpoint({
    method: 'GET',
    path: '/reports/daily/:date',
    summary: '打开某一天的日报：草稿、当天事实与期限',
    access: 'reports.write',
    clause: '五.1.2)①',
    params: onDate,
    reply: openedDaily,
  }),
  saveDraft: endpoint({
    method: 'PUT',
    path: '/reports/daily/:date/draft',
    summary: '保存日报草稿',
    access: 'reports.write',
    clause: '五.1.2)①',
    params: onDate,
    body: draftContent,
    reply: savedDraft,
    problems: ['version_conflict', 'already_submitted'],
  }),
  submit: endpoint({
    method: 'POST',
    path: '/reports/daily/:date/submission',
    summary: '提交日报',
    access: 'reports.write',
    clause: '五.1.3)①',
    params: onDate,
    body: draftContent,
    reply: report,
    problems: ['version_conflict', 'already_submitted'],
  }),
  mine: endpoint({
    method: 'GET',
    path: '/reports/mine',
    summary: '我的汇报，新的在前',
    access: 'reports.write',
    query: z.object({
      cursor: z.string().max(200).optional(),
      limit: z.coerce.number().int().min(1).max(100).default(30),
    }),
    reply: pageOf(myReport).extend({ recent: strip }).meta({ id: 'MyReports' }),
  }),
  stream: endpoint({
    method: 'GET',
    path: '/reports/stream',
    summary: '团队汇报，新的在前',
    access: 'reports.team',
    clause: '五.1.1)',
    query: streamQuery,
    reply: pageOf(streamItem).extend({ counts }).meta({ id: 'ReportStream' }),
  }),
  markRead: endpoint({
    method: 'PUT',
    path: '/reports/read-marks',
    summary: '把汇报标为已阅',
    access: 'reports.team',
    body: z.object({ ids: z.array(id).min(1, '请选择汇报').max(200) }),
    reply: counts,
  }),
  quickPhrases: endpoint({
    method: 'GET',
    path: '/reports/quick-phrases',
    summary: '我的点评快捷语',
    access: 'reports.comment',
    reply: quickPhrases,
  }),
  setQuickPhrases: endpoint({
    method: 'PUT',
    path: '/reports/quick-phrases',
    summary: '修改我的点评快捷语',
    access: 'reports.comment',
    body: quickPhrases,
    reply: quickPhrases,
  }),
  urge: endpoint({
    method: 'POST',
    path: '/reports/urges',
    summary: '催办还没交日报的人',
    access: 'reports.team',
    clause: '五.1.3)②',
    body: z.object({ date: plainDate, personIds: z.array(id).max(200).optional() }),
    reply: z.object({ urged: z.array(personRef), alreadyUrged: z.int() }).meta({ id: 'Urged' }),
  }),
  get: endpoint({
    method: 'GET',
    path: '/reports/:id',
    summary: '一份汇报',
    access: 'member',
    params,
    reply: report,
  }),
  revise: endpoint({
    method: 'PUT',
    path: '/reports/:id',
    summary: '修改已提交的汇报，另存为新版本',
    access: 'reports.write',
    params,
    body: revisedContent,
    reply: report,
    problems: ['version_conflict'],
  }),
  versions: endpoint({
    method: 'GET',
    path: '/reports/:id/versions',
    summary: '一份汇报的历次版本',
    access: 'member',
    params,
    reply: z.array(
      z
        .object({
          version: z.int(),
          at: instant,
          description: z.array(reportLine),
          result: z.array(reportLine),
          issue: z.string().nullable(),
        })
        .meta({ id: 'ReportVersion' }),
    ),
  }),
  comment: endpoint({
    method: 'POST',
    path: '/reports/:id/comments',
    summary: '点评',
    access: 'reports.comment',
    clause: '五.1.1)',
    params,
    body: z.object({ body: requiredText('点评', 2000) }),
    reply: report,
  }),
}
