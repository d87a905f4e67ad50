import { expect, test } from 'vitest'
import { type CalendarEvent, icalendar } from './icalendar.ts'

const changedAt = new Date('2026-11-20T16:05:30.123+08:00')
const leave: CalendarEvent = {
  ...{
    uid: 'absence-1@zhuowei',
    title: '请假：年休假',
    changedAt,
    revision: 2,
    busy: true,
    place: null,
    url: null,
  },
  ...{ from: '2026-11-30', to: '2026-12-01' },
}

const linesOf = (text: string) => text.split('\r\n')
const octets = (line: string) => new TextEncoder().encode(line).length

test('whole days end on the day after the last; instants are UTC; the change is the stamp', () => {
  const meeting = {
    ...{ ...leave, uid: 'meeting-1@zhuowei', title: '周例会', place: '三楼', url: 'https://x.example/m/1' },
    ...{ startsAt: new Date('2026-11-23T09:30:00+08:00'), endsAt: new Date('2026-11-23T10:30:00+08:00') },
  }
  const lines = linesOf(icalendar('卓维 焦尔', [leave, meeting]))
  for (const line of [
    'DTSTART;VALUE=DATE:20261130',
    'DTEND;VALUE=DATE:20261202',
    'DTSTAMP:20261120T080530Z',
    'SEQUENCE:2',
    'LOCATION:三楼',
    'URL:https://x.example/m/1',
  ])
    expect(lines).toContain(line)
})

test('every line ends with CRLF and none is longer than 75 octets, without tearing a character', () => {
  const long = '江'.repeat(24) + '🚄'.repeat(40) + 'é'.repeat(60)
  const text = icalendar('很长'.repeat(40), [{ ...leave, title: long }])
  expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  for (const line of linesOf(text)) expect(octets(line)).toBeLessThanOrEqual(75)
  expect(text.replaceAll('\r\n ', '')).toContain(`SUMMARY:${long}\r\n`)
})

test('what is a sign of the format is escaped, and no text can begin a line of its own', () => {
  const title = '甲；乙;丙,丁\\戊\r\nEND:VEVENT\nDTSTART:20000101\u0007\ud800'
  const text = icalendar('x', [{ ...leave, title }]).replaceAll('\r\n ', '')
  expect(text).toContain('SUMMARY:甲；乙\\;丙\\,丁\\\\戊\\nEND:VEVENT\\nDTSTART:20000101\ufffd\r\n')
  expect(linesOf(text).filter((line) => line === 'END:VEVENT')).toHaveLength(1)
})

test('unchanged data are the same bytes, and a calendar without events is still one', () => {
  expect(icalendar('x', [leave])).toBe(icalendar('x', [leave]))
  expect(linesOf(icalendar('x', []))).toContain('BEGIN:VTIMEZONE')
})
