import { obligationKinds } from '@zhuowei/domain/reports/kinds.ts'
import { reportStates } from '@zhuowei/domain/reports/timeliness.ts'
import * as z from 'zod'
import {
  askedSupport,
  boxes,
  filedReason,
  form,
  givenReason,
  monthKey,
  reportLine,
  saved,
  sheet,
  supportNeed,
  version,
  weekKey,
} from './report-shapes.ts'
import { id, instant, plainDate } from './shapes.ts'

/** One screen, one submit: this week's 完成情况 and the next plan. A half that is absent is left as it is. */
export const weeklyContent = z
  .object({
    /** Of the record of this week: its plan with what was done of it, and what came of it. */
    summary: z
      .object({ version, ...boxes })
      .nullable()
      .default(null),
    /** Of the record of the next week that has working days. */
    plan: z
      .object({ version, description: boxes.description, support: askedSupport })
      .nullable()
      .default(null),
    ...givenReason,
  })
  .meta({ id: 'WeeklyDraftContent' })
export type WeeklyContent = z.output<typeof weeklyContent>

/** 五.3.2)①: 工作成果 is `description`, 工作中存在问题 is `issue`, 下月工作重点 is `result`. */
export const openedMonthly = z
  .object({
    ...{ month: monthKey, from: plainDate, to: plainDate, ...form, ...sheet, ...filedReason },
    /** 下月工作重点 of the month before. */
    promised: z.array(reportLine),
  })
  .meta({ id: 'OpenedMonthly' })
export type OpenedMonthly = z.output<typeof openedMonthly>

/** 五.4.2)①: 工作内容 is `description`, 出差效果，存在问题及下一步计划 is `result`. */
export const openedTrip = z
  .object({
    trip: z.object({ id, place: z.string(), from: plainDate, to: plainDate, reason: z.string() }),
    ...{ ...form, ...sheet, ...filedReason },
  })
  .meta({ id: 'OpenedTrip' })
export type OpenedTrip = z.output<typeof openedTrip>

const coveredWeek = { week: weekKey, monday: plainDate, sunday: plainDate }

export const openedWeekly = z
  .object({
    ...coveredWeek,
    ...form,
    ...filedReason,
    /** 完成情况 of the week: locked before its last working day, 五.2.2)①. */
    summary: z
      .object({
        ...sheet,
        lockedUntil: plainDate.nullable(),
        /** Its plan was handed in: of each line it is said what became of it, and no word of it changes any more (五.2.2)②). */
        planFiled: z.boolean(),
      })
      .meta({ id: 'OpenedWeeklySummary' }),
    /** The plan of the next week that has working days, under its own subject. */
    plan: z
      .object({ ...coveredWeek, subject: z.string(), ...sheet, support: z.array(supportNeed) })
      .omit({ result: true, issue: true })
      .meta({ id: 'OpenedWeeklyPlan' }),
  })
  .meta({ id: 'OpenedWeekly' })
export type OpenedWeekly = z.output<typeof openedWeekly>

export const savedWeekly = z
  .object({
    summary: z.object(saved).nullable(),
    plan: z.object({ ...saved, support: z.array(supportNeed) }).nullable(),
  })
  .meta({ id: 'SavedWeekly' })

/** Something that this person owes or has filed lately, to be chosen when a report is begun. */
export const ownDuty = z
  .object({
    kind: z.enum(obligationKinds),
    period: z.string(),
    subject: z.string(),
    from: plainDate,
    to: plainDate,
    state: z.enum(reportStates),
    dueAt: instant,
    graceAt: instant,
    reportId: id.nullable(),
    submittedAt: instant.nullable(),
    /** The page on which it is written. */
    editor: z.string(),
  })
  .meta({ id: 'OwnDuty' })
export type OwnDuty = z.output<typeof ownDuty>
