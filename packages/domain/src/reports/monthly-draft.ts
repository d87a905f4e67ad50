import type { Grade } from '../customers/grade.ts'
import { grades } from '../customers/grade.ts'
import { type VisitKind, visitKindLabel, visitKinds } from '../customers/visit.ts'
import {
  clipLine,
  type DraftGradeChange,
  type DraftLine,
  type DraftNewCustomer,
  gradeChangeLine,
  newCustomerLine,
} from './daily-draft.ts'

/** A week's record as far as the month speaks of it. */
export type MonthWeek = {
  id: string
  /** 2026-W47, by which the weeks are in order, and 第47周. */
  key: string
  label: string
  plan: readonly { text: string; done: boolean | null }[]
  result: readonly DraftLine[]
  issue: string | null
}

export type MonthFacts = {
  contacts: readonly { grade: Grade; kind: VisitKind; count: number }[]
  newCustomers: readonly DraftNewCustomer[]
  gradeChanges: readonly DraftGradeChange[]
  weeks: readonly MonthWeek[]
  dailies: { due: number; onTime: number; excused: number }
}

/** 五.3.2)① what the month's records say about the three boxes; every line can be taken over, changed or left. */
export type MonthDraft = {
  /** 工作成果 in numbers. */
  figures: DraftLine[]
  /** 工作成果 that has to be told line by line. */
  events: DraftLine[]
  /** The weeks' own words, week by week. */
  weeks: { label: string; lines: DraftLine[] }[]
  /** 工作中存在问题, as the weeks told of it. */
  problems: DraftLine[]
  /** 下月工作重点: what the last week of the month did not finish. */
  unfinished: DraftLine[]
}

export function monthlyDraft(facts: MonthFacts): MonthDraft {
  const weeks = facts.weeks.toSorted((one, other) => one.key.localeCompare(other.key))
  const last = weeks.at(-1)
  return {
    figures: [...contactLines(facts.contacts), ...planLines(weeks), ...dailyLines(facts.dailies)],
    events: [...facts.newCustomers.map(newCustomerLine), ...facts.gradeChanges.map(gradeChangeLine)].map(
      clipped,
    ),
    weeks: weeks.map(({ id, label, result }) => ({
      label,
      lines: result.map(({ text, ref }) => clipped({ text, ref: ref ?? ofWeek(id) })),
    })),
    problems: weeks.flatMap(({ id, label, issue }) =>
      issue?.trim()
        ? clipped({ text: `${label}：${issue.trim().replaceAll(/\s*\n\s*/g, '；')}`, ref: ofWeek(id) })
        : [],
    ),
    unfinished: last ? openOf(last).map(({ text }) => clipped({ text, ref: ofWeek(last.id) })) : [],
  }
}

/** 拜访 by grade in one line, every other kind of contact in a second. */
function contactLines(contacts: MonthFacts['contacts']): DraftLine[] {
  const sumOf = (counted: (one: MonthFacts['contacts'][number]) => boolean) =>
    contacts.reduce((sum, one) => sum + (counted(one) ? one.count : 0), 0)
  const visits = sumOf(({ kind }) => kind === 'visit')
  const byGrade = grades
    .map((grade) => ({ grade, count: sumOf((one) => one.kind === 'visit' && one.grade === grade) }))
    .filter(({ count }) => count > 0)
    .map(({ grade, count }) => `${grade} 级 ${count} 次`)
  const others = visitKinds
    .filter((kind) => kind !== 'visit')
    .map((kind) => ({ kind, count: sumOf((one) => one.kind === kind) }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => `${visitKindLabel[kind]} ${count} 次`)
  return [
    ...(visits > 0 ? [figure(`拜访 ${visits} 次：${byGrade.join('，')}。`)] : []),
    ...(others.length > 0 ? [figure(`${others.join('，')}。`)] : []),
  ]
}

/** Planned and done; a week whose plan was empty has nothing to say. */
function planLines(weeks: readonly MonthWeek[]): DraftLine[] {
  const planned = weeks.filter(({ plan }) => plan.length > 0)
  return planned.map((one) => {
    const left = openOf(one).length
    const done = one.plan.length - left
    return {
      text: `${one.label}计划 ${one.plan.length} 项，完成 ${done} 项${left > 0 ? `，未完成 ${left} 项` : ''}。`,
      ref: ofWeek(one.id),
    }
  })
}

function dailyLines({ due, onTime, excused }: MonthFacts['dailies']): DraftLine[] {
  if (due === 0) return []
  const missed = due - onTime - excused
  const parts = [
    `按时 ${onTime} 份`,
    excused > 0 && `特殊原因 ${excused} 份`,
    missed > 0 && `未填 ${missed} 份`,
  ]
  return [figure(`日报应填 ${due} 份，${parts.filter(Boolean).join('，')}。`)]
}

const openOf = ({ plan }: MonthWeek) => plan.filter(({ done }) => done !== true)
const ofWeek = (id: string) => ({ type: 'report' as const, id })
const figure = (text: string): DraftLine => ({ text, ref: null })
const clipped = (line: DraftLine): DraftLine => ({ ...line, text: clipLine(line.text) })
