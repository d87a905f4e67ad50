import { clipLine, type DraftLine, trimEnd } from './daily-draft.ts'

export type DraftTask = { id: string; subject: string; customer: string | null }

/** 二.2.1)(15) what a superior assigned, as a line of a plan. */
export function assignedTaskLine(task: DraftTask): DraftLine {
  return { text: clipLine(`交办：${wordsOf(task)}`), ref: { type: 'task', id: task.id } }
}

/** What was assigned and is done as its owner sees it, in the words of his feedback. */
export function finishedTaskLine(task: DraftTask & { result: string }): DraftLine {
  return {
    text: clipLine(`完成交办：${wordsOf(task)}，${trimEnd(task.result)}。`),
    ref: { type: 'task', id: task.id },
  }
}

/** With the customer's name, by which it is found again beside what happened there. */
const wordsOf = ({ subject, customer }: DraftTask): string =>
  customer && !subject.includes(customer) ? `${customer}，${trimEnd(subject)}` : trimEnd(subject)
