import { dayTypes } from '@zhuowei/domain/calendar/working-days.ts'
import { roles } from '@zhuowei/domain/organisation/roles.ts'
import { obligationKinds } from '@zhuowei/domain/reports/kinds.ts'
import { reportStates, specialReasons } from '@zhuowei/domain/reports/timeliness.ts'
import * as z from 'zod'
import { endpoint } from './kernel.ts'
import { obligationPeriod, rate } from './report-shapes.ts'
import { id, instant, optionalText, personRef, plainDate, repeated, requiredText } from './shapes.ts'

/** The state of a cell; a report that is not owed says why. `none`: not employed that day, or nothing owed. */
export const cellStates = [...reportStates, 'leave', 'trip', 'none'] as const
export type CellState = (typeof cellStates)[number]

export const complianceRange = z.object({
  from: plainDate,
  to: plainDate,
  /** For the general manager, who sees all divisions; everybody else has one. */
  divisionId: id.optional(),
})
export type ComplianceRange = z.output<typeof complianceRange>

/** A person's row of either grid, but for the cells. */
const gridPerson = {
  id,
  name: z.string(),
  role: z.enum(roles),
  region: z.string().nullable(),
  entryDate: plainDate,
  leavingDate: plainDate.nullable(),
  excused: z.int(),
  missed: z.int(),
  compliance: rate,
}

const grid = z
  .object({
    from: plainDate,
    to: plainDate,
    division: personRef.meta({ id: 'DivisionRef' }),
    days: z.array(
      z.object({
        date: plainDate,
        type: z.enum(dayTypes),
        week: z.int(),
        missed: z.int(),
      }),
    ),
    people: z.array(
      z.object({
        ...gridPerson,
        /** One per day, in the order of `days`. */
        cells: z.array(z.enum(cellStates)),
      }),
    ),
    compliance: rate,
  })
  .meta({ id: 'ComplianceGrid' })
export type ComplianceGrid = z.output<typeof grid>

export const periodUnits = ['week', 'month', 'trip'] as const
export type PeriodUnit = (typeof periodUnits)[number]

/** One obligation in a column: a week has a plan and a summary, a month one report, and of trips there may be several. */
const periodCell = z
  .object({
    obligationId: id,
    kind: z.enum(obligationKinds),
    period: z.string(),
    subject: z.string(),
    state: z.enum(cellStates),
  })
  .meta({ id: 'CompliancePeriodCell' })

const periodGrid = z
  .object({
    unit: z.enum(periodUnits),
    from: plainDate,
    to: plainDate,
    division: personRef.meta({ id: 'DivisionRef' }),
    /** Weeks, or months; trips stand in the month of their return. */
    columns: z.array(
      z.object({
        key: z.string(),
        label: z.string(),
        from: plainDate,
        to: plainDate,
        missed: z.int(),
        compliance: rate,
      }),
    ),
    people: z.array(
      z.object({
        ...gridPerson,
        /** One list per column, in the order of `columns`. */
        cells: z.array(z.array(periodCell)),
      }),
    ),
    compliance: rate,
  })
  .meta({ id: 'CompliancePeriodGrid' })
export type CompliancePeriodGrid = z.output<typeof periodGrid>

const kinds = { kind: repeated(z.enum(obligationKinds)) }

const storyStep = z
  .object({ title: z.string(), text: z.string(), clause: z.string().nullable() })
  .meta({ id: 'StoryStep' })

/** `date` is the last day that it is about. */
const aboutDuty = {
  kind: obligationPeriod.kind.unwrap(),
  period: z.string(),
  date: plainDate,
  subject: z.string(),
  /** The page on which it is written. */
  editor: z.string(),
}

const cell = z
  .object({
    obligationId: id.nullable(),
    /** Whose grid holds the cell. */
    divisionId: id,
    person: personRef,
    ...aboutDuty,
    state: z.enum(cellStates),
    story: z.array(storyStep),
    specialReasonKind: z.enum(specialReasons).nullable(),
    specialReason: z.string().nullable(),
    waiver: z.object({ by: personRef, at: instant, reason: z.string() }).nullable(),
    rejection: z.object({ by: personRef, at: instant, reason: z.string() }).nullable(),
    /** The superior left it as it counts. */
    upheld: z.object({ by: personRef, at: instant, reason: z.string().nullable() }).nullable(),
    /** The last instant at which a waiver or a rejected reason can still be decided. */
    decideUntil: instant.nullable(),
    reportId: id.nullable(),
    can: z.object({
      readReport: z.boolean(),
      urge: z.boolean(),
      waive: z.boolean(),
      withdrawWaiver: z.boolean(),
      rejectReason: z.boolean(),
      uphold: z.boolean(),
    }),
  })
  .meta({ id: 'ComplianceCell' })
export type ComplianceCell = z.output<typeof cell>

const openItem = z
  .object({
    obligationId: id,
    person: personRef,
    ...aboutDuty,
    state: z.enum(reportStates),
    dueAt: instant,
    graceAt: instant,
    decideUntil: instant,
    can: z.object({ urge: z.boolean(), waive: z.boolean(), rejectReason: z.boolean(), uphold: z.boolean() }),
  })
  .meta({ id: 'OpenObligation' })
export type OpenObligation = z.output<typeof openItem>

const countedRow = z
  .object({
    obligationId: id,
    divisionId: id,
    division: z.string(),
    person: personRef,
    kind: z.enum(obligationKinds),
    subject: z.string(),
    date: plainDate,
    state: z.enum(reportStates),
  })
  .meta({ id: 'CountedObligation' })
export type CountedObligation = z.output<typeof countedRow>

const params = z.object({ id })
const decision = (label: string) => z.object({ reason: requiredText(label, 500) })

export const complianceApi = {
  grid: endpoint({
    method: 'GET',
    path: '/compliance/grid',
    summary: '日报合规：人 × 日',
    access: 'compliance.read',
    clause: '五.1.3)②',
    query: complianceRange,
    reply: grid,
  }),
  cell: endpoint({
    method: 'GET',
    path: '/compliance/cells/:personId/:date',
    summary: '一个格子的来龙去脉',
    access: 'member',
    clause: '五.1.3)②',
    params: z.object({ personId: id, date: plainDate }),
    reply: cell,
  }),
  periods: endpoint({
    method: 'GET',
    path: '/compliance/periods',
    summary: '周报、月报、出差报告合规：人 × 周、月',
    access: 'compliance.read',
    clause: '五.2.4)②',
    query: complianceRange.extend({ unit: z.enum(periodUnits).default('week') }),
    reply: periodGrid,
  }),
  obligation: endpoint({
    method: 'GET',
    path: '/compliance/obligations/:id',
    summary: '一份应填汇报的来龙去脉',
    access: 'member',
    clause: '五.1.3)②',
    params,
    reply: cell,
  }),
  missing: endpoint({
    method: 'GET',
    path: '/compliance/missing',
    summary: '还没交的，和还能处理的未填',
    access: 'compliance.read',
    clause: '五.1.3)②',
    query: z.object({ divisionId: id.optional() }),
    reply: z.array(openItem),
  }),
  counted: endpoint({
    method: 'GET',
    path: '/compliance/counted',
    summary: '合规率和未填是哪些汇报，各种都算；总经理不选事业部时是全部',
    access: 'compliance.read',
    clause: '五.1.3)②',
    query: complianceRange.extend({ only: z.enum(['missed']).optional() }),
    reply: z.object({ items: z.array(countedRow), total: z.int() }).meta({ id: 'CountedObligations' }),
  }),
  weekly: endpoint({
    method: 'GET',
    path: '/compliance/weekly',
    summary: '按周合规率',
    access: 'compliance.read',
    query: complianceRange.extend(kinds),
    reply: z.array(
      z
        .object({ year: z.int(), week: z.int(), monday: plainDate, compliance: rate })
        .meta({ id: 'WeeklyCompliance' }),
    ),
  }),
  specialReasons: endpoint({
    method: 'GET',
    path: '/compliance/special-reasons',
    summary: '特殊原因的次数',
    access: 'compliance.read',
    clause: '五.1.3)②',
    query: complianceRange.extend(kinds),
    reply: z.array(
      z
        .object({
          kind: z.enum(specialReasons),
          count: z.int(),
          people: z.array(personRef.extend({ count: z.int() })),
        })
        .meta({ id: 'SpecialReasonTally' }),
    ),
  }),
  waive: endpoint({
    method: 'POST',
    path: '/compliance/obligations/:id/waiver',
    summary: '豁免一份汇报',
    access: 'reports.waive',
    clause: '五.1.3)②',
    params,
    body: decision('豁免理由'),
    reply: cell,
    problems: ['window_closed', 'nothing_to_decide'],
  }),
  withdrawWaiver: endpoint({
    method: 'POST',
    path: '/compliance/obligations/:id/waiver-withdrawal',
    summary: '撤回豁免',
    access: 'reports.waive',
    params,
    body: decision('撤回理由'),
    reply: cell,
    problems: ['window_closed', 'nothing_to_decide'],
  }),
  rejectReason: endpoint({
    method: 'POST',
    path: '/compliance/obligations/:id/reason-rejection',
    summary: '认定特殊原因不成立',
    access: 'reports.waive',
    clause: '五.1.3)②',
    params,
    body: decision('认定理由'),
    reply: cell,
    problems: ['window_closed', 'nothing_to_decide'],
  }),
  uphold: endpoint({
    method: 'POST',
    path: '/compliance/obligations/:id/upholding',
    summary: '维持未填，或认可特殊原因',
    access: 'reports.waive',
    clause: '五.1.3)②',
    params,
    body: z.object({ reason: optionalText('说明', 500) }),
    reply: cell,
    problems: ['window_closed', 'nothing_to_decide'],
  }),
}
