import { addDays, type PlainDate } from '../calendar/dates.ts'
import { weekdayShort } from '../calendar/wording.ts'
import type { Grade } from '../customers/grade.ts'
import { clipLine, type DraftLine, plannedOnce } from './daily-draft.ts'
import { assignedTaskLine, type DraftTask } from './task-lines.ts'

type PromisedVisit = { id: string; name: string; grade: Grade }

/** What already waits for a week when its plan is written. */
export type WeekAhead = {
  monday: PlainDate
  /** What was promised for a day before this one and is still open has slipped; at the end of the week before, whatever still is open. */
  slippedBefore: PlainDate
  /** Not done in the week before, with the age of each line. */
  left: readonly DraftLine[]
  /** Next steps that were promised for this week or before it, each with its customer. */
  steps: readonly {
    ref: DraftLine['ref']
    customer: { id: string; name: string }
    step: string | null
    on: PlainDate
  }[]
  /** 二.2.1)(15) assigned and due in this week or before it, and what is due later. */
  tasks: { due: readonly (DraftTask & { dueOn: PlainDate })[]; later: readonly DraftTask[] }
  plannedVisits: readonly (PromisedVisit & { on: PlainDate })[]
  /** 遗忘客户, the longest overdue first. */
  forgotten: readonly (PromisedVisit & { daysOver: number })[]
}

/** How many 遗忘客户 a plan is offered; the whole list has a page of its own. */
const forgottenOffered = 5

/** 五.2.2)① the plan of a week: what was promised for it is written in, whom nobody has seen for too long is offered. */
export function weeklyPlanDraft(ahead: WeekAhead): { lines: DraftLine[]; offers: DraftLine[] } {
  const { monday, slippedBefore, left, forgotten } = ahead
  // What the week before still has time for is its own business.
  const isDue = (on: PlainDate) => on >= monday || on < slippedBefore
  const [due, coming] = [
    ahead.steps.filter(({ on }) => isDue(on)),
    ahead.steps.filter(({ on }) => !isDue(on)),
  ]
  const steps = due
    .toSorted((one, other) => one.on.localeCompare(other.on))
    .map(({ ref, customer, step, on }) => ({
      text: clipLine(`${customer.name}${step ? `：${step}` : ''}${dayIn(monday, on)}`),
      ref,
      at: null,
    }))
  const dueTasks = ahead.tasks.due.filter(({ dueOn }) => isDue(dueOn))
  const tasks = dueTasks.map(({ dueOn, ...task }) => {
    const line = assignedTaskLine(task)
    return { ...line, text: clipLine(`${line.text}${dayIn(monday, dueOn)}`), at: null }
  })
  const promised = plannedOnce(left, [...steps, ...tasks]).map(({ at: _, ...line }) => line)
  const laterTasks = ahead.tasks.later.filter(({ id }) => !left.some(({ ref }) => ref?.id === id))
  const known = new Set(due.map(({ customer }) => customer.id))
  const isNew = ({ id, name }: PromisedVisit) =>
    !known.has(id) && !left.some(({ ref, text }) => ref?.id === id || text.includes(name))
  const planned = ahead.plannedVisits.filter(isNew).toSorted((one, other) => one.on.localeCompare(other.on))
  const visits = planned.filter(({ on }) => isDue(on))
  for (const { id } of [...planned, ...coming.map(({ customer }) => customer)]) known.add(id)
  return {
    lines: [
      ...promised,
      ...visits.map(({ id, name, grade, on }) =>
        visitOf(id, `拜访${name}（${grade} 级）${dayIn(monday, on)}`),
      ),
    ],
    offers: [
      ...laterTasks.map(assignedTaskLine),
      ...forgotten
        .filter(isNew)
        .slice(0, forgottenOffered)
        .map(({ id, name, grade, daysOver }) =>
          visitOf(id, `拜访${name}（${grade} 级，超过拜访间隔 ${daysOver} 天）`),
        ),
    ],
  }
}

/** 五.2.3)② what a week did not finish goes into the next plan, once more handed on; a line typed by hand leads to its first report. */
export function carriedOver<L extends DraftLine & { done: boolean | null }>(
  last: { id: string | null; monday: PlainDate },
  plan: readonly L[],
): DraftLine[] {
  return plan
    .filter(({ text, done }) => done !== true && text.trim() !== '')
    .map(({ text, ref, leftFrom, carried }) => ({
      text,
      // A record that is only being written cannot be opened yet.
      ref: ref ?? (last.id ? { type: 'report', id: last.id } : null),
      leftFrom: leftFrom ?? last.monday,
      carried: (carried ?? 0) + 1,
    }))
}

const visitOf = (id: string, text: string): DraftLine => ({
  text: clipLine(text),
  ref: { type: 'account', id },
})

/** （周三）inside the week, （原定 11-18 周三）for what should have been done before it. */
function dayIn(monday: PlainDate, on: PlainDate): string {
  if (on < monday) return `（原定 ${on.slice(5)} ${weekdayShort(on)}）`
  return on <= addDays(monday, 6) ? `（${weekdayShort(on)}）` : ''
}
