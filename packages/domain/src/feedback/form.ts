import type { PlainDate } from '../calendar/dates.ts'
import { dateWithWeekday } from '../calendar/wording.ts'
import { feedbackFormColumns as columns } from '../clauses/prescribed.ts'
import { codesOf } from '../codes.ts'

/** 六.3.2)③: the six rows of 客户信息化状况, each with a remark of its own. */
const { title: _, ...itRows } = columns.itLandscape

/** The items of the form that are answered in words, in the order of the 附表; with 竞争对手状况 they are ten. */
export const wordItemLabel = {
  purchaseProcess: columns.purchaseProcess,
  departmentPolitics: columns.departmentPolitics,
  projectPlans: columns.projectPlans,
  ...itRows,
} as const
export type WordItem = keyof typeof wordItemLabel
export const wordItems = codesOf(wordItemLabel)

/** All ten, in the order of the 附表. */
export const formItemLabel = {
  purchaseProcess: columns.purchaseProcess,
  departmentPolitics: columns.departmentPolitics,
  projectPlans: columns.projectPlans,
  competitors: columns.competitors.title,
  ...itRows,
} as const
export type FormItem = keyof typeof formItemLabel
export const formItems = codesOf(formItemLabel)

export const hasRemark = (item: FormItem): boolean => Object.hasOwn(itRows, item)

/** `none` says that the customer has nothing of the kind; `unknown` that we asked and could not learn it. */
export const answerLabel = { blank: '没填', known: '已填', none: '无', unknown: '未知' } as const
export type Answer = keyof typeof answerLabel
export const answers = codesOf(answerLabel)

export interface WordEntry {
  answer: Answer
  text: string
  remark: string
  /** The day on which it was learned. */
  on: PlainDate | null
}

export interface CompetitorLine {
  /** Null while it is only typed. */
  competitorId: string | null
  name: string
  assessment: string
}

export interface CompetitorEntry {
  answer: Answer
  lines: readonly CompetitorLine[]
  on: PlainDate | null
}

export type FormContent = Record<WordItem, WordEntry> & { competitors: CompetitorEntry; remark: string }

const blankEntry: WordEntry = { answer: 'blank', text: '', remark: '', on: null }

export const emptyForm: FormContent = {
  purchaseProcess: blankEntry,
  departmentPolitics: blankEntry,
  projectPlans: blankEntry,
  competitors: { answer: 'blank', lines: [], on: null },
  server: blankEntry,
  storage: blankEntry,
  security: blankEntry,
  surveillance: blankEntry,
  network: blankEntry,
  database: blankEntry,
  remark: '',
}

/** Whether the item counts: written, or 无 with its day. 未知 is an honest answer, but the information is still missing. */
export function isAnswered(content: FormContent, item: FormItem): boolean {
  const { answer, on } = content[item]
  if (answer === 'none') return on !== null
  if (answer !== 'known') return false
  if (item !== 'competitors') return content[item].text.trim() !== ''
  return content.competitors.lines.some(
    ({ name, assessment }) => name.trim() !== '' && assessment.trim() !== '',
  )
}

export const missingItems = (content: FormContent): FormItem[] =>
  formItems.filter((item) => !isAnswered(content, item))

/** 六.3.2)②: ten items, ten per cent each. */
export const completenessOf = (content: FormContent): number => 100 - missingItems(content).length * 10

/** The item as it is read: in a difference, in a conflict, on paper. */
export function entryText(content: FormContent, item: FormItem): string {
  const { answer, on } = content[item]
  if (answer === 'blank') return item === 'competitors' ? '' : content[item].remark
  if (answer !== 'known') return on ? `${answerLabel[answer]}（${dateWithWeekday(on)}）` : answerLabel[answer]
  if (item === 'competitors')
    return content.competitors.lines.map(({ name, assessment }) => `${name}：${assessment}`).join('；')
  const { text, remark } = content[item]
  return remark ? `${text}（${columns.remark}：${remark}）` : text
}

export interface FormDifference {
  label: string
  from: string
  to: string
}

/** What changed from one version to the next, in the order of the 附表. */
export function differencesOf(before: FormContent, after: FormContent): FormDifference[] {
  const items = formItems.map((item) => ({
    label: formItemLabel[item],
    from: entryText(before, item),
    to: entryText(after, item),
  }))
  return [...items, { label: columns.remark, from: before.remark, to: after.remark }].filter(
    ({ from, to }) => from !== to,
  )
}
