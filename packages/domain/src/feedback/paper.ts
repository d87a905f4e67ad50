import { feedbackFormColumns as columns } from '../clauses/prescribed.ts'
import { answerLabel, type FormContent, formItemLabel, hasRemark, type WordEntry, wordItems } from './form.ts'

/** A cell of the 附表; four columns, and what is merged says over how many. */
export interface PaperCell {
  text: string
  isHeading?: true
  columns?: number
  rows?: number
}

/** Lines for competitors on a form that has fewer, so that they can be written in. */
const leastCompetitors = 3

export const remarkMark = `${columns.remark}：`

/** 六.3.2)③ the 附表 as it is printed, in Excel, in Word and on the screen. */
export function paperForm(customer: string, content: FormContent): PaperCell[][] {
  return [
    wide(columns.account, customer),
    ...wordItems
      .filter((item) => !hasRemark(item))
      .map((item) => wide(formItemLabel[item], said(content[item]))),
    ...competitorRows(content.competitors),
    ...landscapeRows(content),
    wide(columns.remark, content.remark),
  ]
}

const heading = (text: string, more: Pick<PaperCell, 'columns' | 'rows'> = {}): PaperCell => ({
  text,
  isHeading: true,
  ...more,
})

const wide = (label: string, text: string): PaperCell[] => [heading(label), { text, columns: 3 }]

function competitorRows(entry: FormContent['competitors']): PaperCell[][] {
  const { title, name, assessment } = columns.competitors
  const said = saidOfCompetitors(entry)
  const blanks = Array.from({ length: Math.max(0, leastCompetitors - said.length) }, () => ['', ''])
  const lines = [...said, ...blanks].map(([first = '', second = '']) => [
    { text: first },
    { text: second, columns: 2 },
  ])
  return [
    [heading(title, { rows: lines.length + 1 }), heading(name), heading(assessment, { columns: 2 })],
    ...lines,
  ]
}

function saidOfCompetitors(entry: FormContent['competitors']): string[][] {
  const absent = absence(entry)
  return absent ? [[absent, '']] : entry.lines.map(({ name, assessment }) => [name, assessment])
}

function landscapeRows(content: FormContent): PaperCell[][] {
  const items = wordItems.filter(hasRemark)
  return items.map((item, index) => [
    ...(index === 0 ? [heading(columns.itLandscape.title, { rows: items.length })] : []),
    heading(formItemLabel[item]),
    { text: said(content[item]) },
    { text: `${remarkMark}${content[item].remark}` },
  ])
}

const said = (entry: WordEntry) => absence(entry) || entry.text

/** 无（2026-11-20）: the day belongs to the answer (§1C). */
function absence({ answer, on }: Pick<WordEntry, 'answer' | 'on'>): string {
  if (answer !== 'none' && answer !== 'unknown') return ''
  return on ? `${answerLabel[answer]}（${on}）` : answerLabel[answer]
}
