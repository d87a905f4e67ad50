import { addDays, isPlainDate, type PlainDate, weekdayOf } from '@zhuowei/domain/calendar/dates.ts'
import type { ListedDay } from './read-days.ts'

/** 一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。 */
export function isNotice(text: string): boolean {
  return text.includes('放假') && itemsOf(text).length > 0
}

/** The days of the State Council's notice on the holidays of a year, as it is published. */
export function readNotice(text: string, year: number | null, say: (problem: string) => void): ListedDay[] {
  if (year === null) {
    say('这是放假通知的正文，请选择它是哪一年的官方通知')
    return []
  }
  return itemsOf(withoutRemarks(text)).flatMap(({ name, sentences }) =>
    sentences.flatMap((sentence) => {
      const off = /放假|休息|补休/.test(sentence)
      if (!off && !sentence.includes('上班')) return []
      return datesIn(sentence, year, say).map((date): ListedDay => {
        if (off) return { date, type: 'holiday', name }
        return { date, type: weekdayOf(date) <= 5 ? 'working' : 'makeup', name }
      })
    }),
  )
}

/** （周四） and （农历腊月二十八、周日）. */
const withoutRemarks = (text: string) => text.replace(/（[^）]*）|\([^)]*\)/g, '')

function itemsOf(text: string): { name: string; sentences: string[] }[] {
  const starts = [...text.matchAll(/(?:^|[\s。])[一二三四五六七八九十]+、\s*([^：:。]{2,20})[：:]/g)]
  return starts.map((start, index) => ({
    name: (start[1] ?? '').trim(),
    sentences: text.slice(start.index + start[0].length, starts[index + 1]?.index).split(/[。；]/),
  }))
}

/** Single days and spans; a day without a month lies in the month named before it. */
function datesIn(sentence: string, year: number, say: (problem: string) => void): PlainDate[] {
  const dates: PlainDate[] = []
  let month = ''
  const spans =
    /(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(?:[至到—-](?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日)?/g
  for (const [, fromYear, fromMonth, fromDay = '', toYear, toMonth, toDay] of sentence.matchAll(spans)) {
    month = fromMonth ?? month
    const startYear = Number(fromYear ?? year)
    const from = dateOf(startYear, month, fromDay)
    const overNewYear = Number(toMonth ?? month) < Number(month)
    month = toMonth ?? month
    const to = toDay ? dateOf(Number(toYear ?? startYear + Number(overNewYear)), month, toDay) : from
    if (!isPlainDate(from) || !isPlainDate(to) || to < from || addDays(from, 30) < to) {
      say(`“${sentence.trim()}”里的日期读不懂`)
      return []
    }
    for (let date = from; date <= to; date = addDays(date, 1)) dates.push(date)
  }
  return dates
}

const dateOf = (year: number, month: string, day: string) =>
  `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
