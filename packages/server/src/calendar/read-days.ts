import { isPlainDate, type PlainDate, weekdayOf } from '@zhuowei/domain/calendar/dates.ts'
import {
  type CalendarDay,
  type DaySource,
  type DayType,
  dayTypeLabel,
  dayTypes,
} from '@zhuowei/domain/calendar/working-days.ts'
import * as z from 'zod'
import { Refusal } from '../platform/refusal.ts'
import { isNotice, readNotice } from './read-notice.ts'

export interface ListedDay {
  date: PlainDate
  type: DayType
  name: string
}

/**
 * The days in a table (`日期,类型,名称`), in the JSON that holiday lists are published in (`{date, name, isOffDay}`), or in the text
 * of the notice itself. Everything that cannot be read is told at once.
 */
export function readDays(text: string, officialYear: number | null): CalendarDay[] {
  const problems: string[] = []
  const say = (problem: string) => problems.push(problem)
  const days = listed(text.replace(/^\uFEFF/, '').trim(), officialYear, say)
  if (days.length === 0 && problems.length === 0) say('没有读到任何日期')
  if (problems.length > 0) {
    const errors = problems.slice(0, 20).map((message) => ({ path: 'text', message }))
    throw new Refusal('invalid_input', { errors })
  }
  const source: DaySource = officialYear === null ? 'manual' : 'official'
  return [...new Map(days.map((day) => [day.date, { ...day, ...nameOf(day, source), source }])).values()]
}

/** “1月4日上班” on a Monday is nothing special, and an ordinary day carries no name of a holiday. */
const nameOf = ({ type, name }: ListedDay, source: DaySource) => ({
  name: source === 'official' && (type === 'working' || type === 'rest') ? '' : name,
})

function listed(text: string, officialYear: number | null, say: (problem: string) => void): ListedDay[] {
  if (/^[[{]/.test(text)) return readJson(text, say)
  if (isNotice(text)) return readNotice(text, officialYear, say)
  return readTable(text, say)
}

const published = z.object({ date: z.string(), name: z.string().max(40).default(''), isOffDay: z.boolean() })
const ours = z.object({ date: z.string(), type: z.string(), name: z.string().max(40).default('') })
const entry = z.union([published, ours])
const file = z.union([z.array(entry), z.object({ days: z.array(entry) }).transform((whole) => whole.days)])

function readJson(text: string, say: (problem: string) => void): ListedDay[] {
  const parsed = file.safeParse(jsonIn(text))
  if (!parsed.success) {
    say('不是能识别的 JSON：应为 {date, name, isOffDay} 或 {date, type, name} 的列表')
    return []
  }
  return parsed.data.flatMap((one, index) => {
    const place = `第 ${index + 1} 项`
    return 'isOffDay' in one
      ? day(place, one.date, one.isOffDay ? 'off' : 'on', one.name, say)
      : day(place, one.date, one.type, one.name, say)
  })
}

function readTable(text: string, say: (problem: string) => void): ListedDay[] {
  return text.split(/\r?\n/).flatMap((line, index) => {
    const [date = '', type = '', name = ''] = line
      .split(/[,，\t;]/)
      .map((cell) => cell.trim().replace(/^"|"$/g, ''))
    if (line.trim() === '' || (index === 0 && !/\d/.test(date))) return []
    return day(`第 ${index + 1} 行`, date, type, name, say)
  })
}

function day(
  place: string,
  date: string,
  type: string,
  name: string,
  say: (problem: string) => void,
): ListedDay[] {
  const plain = plainDateIn(date)
  if (!plain) {
    say(`${place}：“${date}”不是日期`)
    return []
  }
  const known = typeIn(type, plain)
  if (!known) {
    say(`${place}：“${type}”不是日子的类型，应为${Object.values(dayTypeLabel).join('、')}`)
    return []
  }
  return [{ date: plain, type: known, name: name.trim() }]
}

/** 2027-01-01, 2027/1/1, 2027.1.1, 20270101, 2027年1月1日. */
function plainDateIn(text: string): PlainDate | null {
  const found =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text.trim()) ??
    /^(\d{4})(\d\d)(\d\d)$/.exec(text.trim())
  if (!found) return null
  const [, year, month = '', date = ''] = found
  const plain = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  return isPlainDate(plain) && plain >= '2020-01-01' && plain <= '2100-12-31' ? plain : null
}

/** The labels of the screen, the codes of the table, and the short words of published lists. */
function typeIn(text: string, date: PlainDate): DayType | null {
  const word = text.trim().toLowerCase()
  if (['off', '休', '放假', '节假日'].includes(word)) return 'holiday'
  if (['on', '班', '上班'].includes(word)) return weekdayOf(date) <= 5 ? 'working' : 'makeup'
  return dayTypes.find((type) => type === word || dayTypeLabel[type] === word) ?? null
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
