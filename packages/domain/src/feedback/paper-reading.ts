import { isPlainDate, type PlainDate } from '../calendar/dates.ts'
import { feedbackFormColumns as columns } from '../clauses/prescribed.ts'
import { normaliseName } from '../customers/name.ts'
import { answerLabel, formItemLabel, hasRemark, type WordItem, wordItems } from './form.ts'
import { remarkMark } from './paper.ts'

/** One line of a filled-in 附表 as its file has it: cells from the left, merged ones once. */
export interface PaperLine {
  no: number
  cells: readonly string[]
}

/** What is wrong in a cell; columns from 0. */
export interface Fault {
  line: number
  column: number
  message: string
}

export interface Absence {
  answer: 'none' | 'unknown'
  on: PlainDate | null
}

export interface Written {
  text: string
  remark: string
  absence: Absence | null
}

/** What is written on the form; an empty cell says nothing. */
export interface Paper {
  customer: string
  words: Map<WordItem, Written>
  competitors: { name: string; assessment: string }[]
  noCompetitors: Absence | null
  remark: string
  faults: Fault[]
}

const longest = { text: 2000, remark: 1000, name: 80 }
const mostCompetitors = 20

const wide = wordItems.filter((item) => !hasRemark(item))
const landscape = wordItems.filter(hasRemark)

/** Reads a form by the words in its left column, wherever lines were added or left out; null when it is no 附表 at all. */
export function readPaper(lines: readonly PaperLine[], today: PlainDate): Paper | null {
  const paper: Paper = {
    ...{ customer: '', words: new Map(), competitors: [], noCompetitors: null, remark: '' },
    faults: [],
  }
  const labels: string[] = []
  let block = ''
  for (const line of lines) {
    const label = labelOf(line.cells[0])
    const cells: Cells = {
      at: (column) => line.cells[column] ?? '',
      from: (column) => line.cells.slice(column).filter(Boolean).join('\n'),
      say: (column, message) => paper.faults.push({ line: line.no, column, message }),
    }
    if (label === columns.title) continue
    if (label !== '') block = label
    if (block === columns.competitors.title) readCompetitor(paper, cells, today)
    else if (block === columns.itLandscape.title) readLandscape(paper, cells, today)
    else if (label === '') cells.say(0, '左边少了栏目的名称')
    else if (labels.includes(label)) cells.say(0, `“${label}”写了两次`)
    else readWide(paper, label, cells, today)
    labels.push(label)
  }
  const known = [columns.account, columns.competitors.title, columns.itLandscape.title]
  return known.every((label) => labels.includes(label)) ? paper : null
}

interface Cells {
  at(column: number): string
  /** What somebody wrote further right belongs to the same answer. */
  from(column: number): string
  say(column: number, message: string): void
}

function readWide(paper: Paper, label: string, cells: Cells, today: PlainDate): void {
  const text = cells.from(1)
  const item = wide.find((one) => formItemLabel[one] === label)
  refuseLonger(text, longest.text, label, 1, cells)
  if (item) paper.words.set(item, { text, remark: '', absence: absenceIn(text, 1, cells, today) })
  else if (label === columns.account) paper.customer = text
  else if (label === columns.remark) paper.remark = text
  else cells.say(0, `附表里没有“${label}”这一栏`)
}

function readCompetitor(paper: Paper, cells: Cells, today: PlainDate): void {
  const name = cells.at(1)
  const assessment = cells.from(2)
  const isHeading = labelOf(name) === columns.competitors.name
  if (isHeading || (name === '' && assessment === '')) return
  const absence = assessment === '' ? absenceIn(name, 1, cells, today) : null
  if (absence) paper.noCompetitors = absence
  else paper.competitors.push({ name, assessment })
  if (paper.noCompetitors && paper.competitors.length > 0) {
    const word = answerLabel[paper.noCompetitors.answer]
    cells.say(1, `${columns.competitors.title}写了“${word}”，就不能再写别家`)
  }
  if (name === '') cells.say(1, '请填写竞争对手的名称')
  refuseLonger(name, longest.name, '竞争对手名称', 1, cells)
  refuseLonger(assessment, longest.text, '业务范围及优缺点', 2, cells)
  const spelled = paper.competitors.filter((one) => normaliseName(one.name) === normaliseName(name))
  if (name !== '' && spelled.length > 1) cells.say(1, `${name}写了两次，请合成一行`)
  if (paper.competitors.length === mostCompetitors + 1) cells.say(1, `竞争对手最多写 ${mostCompetitors} 家`)
}

function readLandscape(paper: Paper, cells: Cells, today: PlainDate): void {
  const label = labelOf(cells.at(1))
  const item = landscape.find((one) => formItemLabel[one] === label)
  if (!item) {
    if (cells.from(1) !== '') cells.say(1, `${columns.itLandscape.title}里没有“${label}”这一项`)
    return
  }
  if (paper.words.has(item)) cells.say(1, `“${label}”写了两次`)
  const text = cells.at(2)
  const remark = withoutMark(cells.from(3))
  const absence = absenceIn(text, 2, cells, today)
  refuseLonger(text, longest.text, label, 2, cells)
  refuseLonger(remark, longest.remark, `${label}的备注`, 3, cells)
  if (absence && remark !== '')
    cells.say(3, `写了“${answerLabel[absence.answer]}”的项没有备注，请写到表末的备注里`)
  paper.words.set(item, { text, remark, absence })
}

function refuseLonger(text: string, most: number, label: string, column: number, cells: Cells): void {
  if (text.length > most) cells.say(column, `${label}不能超过 ${most} 个字`)
}

/** 无, 未知, with or without their day: 无（2026-11-20）. */
function absenceIn(text: string, column: number, cells: Cells, today: PlainDate): Absence | null {
  const [, word, day] = /^(无|未知)\s*(?:[（(]\s*([^（）()]+?)\s*[)）])?$/.exec(text) ?? []
  if (!word) return null
  const on = day ? dateOf(day) : null
  if (day && !on) cells.say(column, `“${day}”不是日期，应写成 ${today}`)
  if (on && on > today) cells.say(column, '日期不能晚于今天')
  return { answer: word === answerLabel.none ? 'none' : 'unknown', on }
}

function dateOf(typed: string): PlainDate | null {
  const [, year, month = '', day = ''] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(typed) ?? []
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isPlainDate(date) ? date : null
}

const labelOf = (cell = '') => cell.replace(/\s/g, '').replace(/[：:]$/, '')
const withoutMark = (remark: string) =>
  remark.startsWith(remarkMark) ? remark.slice(remarkMark.length).trim() : remark
