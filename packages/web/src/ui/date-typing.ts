import { isPlainDate, type PlainDate } from '@zhuowei/domain/calendar/dates.ts'

const whole = /^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?$/
const withoutYear = /^(\d{1,2})[-/.月](\d{1,2})日?$/

/** The day that somebody means who types 2026-11-23, 2026/11/23, 20261123, 11-23 or 11月23日; null when it is none. */
export function typedDate(text: string, today: PlainDate): PlainDate | null {
  const plain = text
    .normalize('NFKC')
    .replace(/\s|(周|星期)[一二三四五六日天]/g, '')
    .replace(/[—–−]/g, '-')
  const [, year, month, day] = whole.exec(plain) ?? dayOfThisYear(plain, today) ?? []
  if (!year || !month || !day) return null
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isPlainDate(date) ? date : null
}

/** Already unmistakable while it is being typed: the year is there and nothing is missing behind it. */
export function isWholeDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && isPlainDate(text)
}

function dayOfThisYear(plain: string, today: PlainDate): string[] | null {
  const found = withoutYear.exec(plain)
  return found && [plain, today.slice(0, 4), found[1] ?? '', found[2] ?? '']
}
