import { addDays, type PlainDate } from './dates.ts'

interface Common {
  uid: string
  title: string
  /** When this was last changed, and how often. */
  changedAt: Date
  revision: number
  /** Whether others may not expect the person to be free then. */
  busy: boolean
  place: string | null
  url: string | null
}

export type CalendarEvent = Common & ({ from: PlainDate; to: PlainDate } | { startsAt: Date; endsAt: Date })

/**
 * A calendar for programs to subscribe to (RFC 5545). Without METHOD, so that DTSTAMP is the moment of the last change and two readings
 * of unchanged data are the same bytes. The time zone stands there although every instant is in UTC: a calendar may not be empty.
 */
export function icalendar(name: string, events: readonly CalendarEvent[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Zhuowei//Calendar//ZH-CN',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${escaped(name)}`,
    'X-WR-TIMEZONE:Asia/Shanghai',
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    'X-PUBLISHED-TTL:PT1H',
    ...shanghai,
    ...events.flatMap(eventLines),
    'END:VCALENDAR',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
}

const shanghai = [
  'BEGIN:VTIMEZONE',
  'TZID:Asia/Shanghai',
  'BEGIN:STANDARD',
  'DTSTART:19910915T000000',
  'TZOFFSETFROM:+0800',
  'TZOFFSETTO:+0800',
  'TZNAME:CST',
  'END:STANDARD',
  'END:VTIMEZONE',
]

function eventLines(event: CalendarEvent): string[] {
  const { uid, title, changedAt, revision, busy, place, url } = event
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `DTSTAMP:${utc(changedAt)}`,
    `LAST-MODIFIED:${utc(changedAt)}`,
    `SEQUENCE:${revision}`,
    ...timeLines(event),
    `SUMMARY:${escaped(title)}`,
    ...(place ? [`LOCATION:${escaped(place)}`] : []),
    ...(url ? [`URL:${url}`] : []),
    `TRANSP:${busy ? 'OPAQUE' : 'TRANSPARENT'}`,
    'CLASS:PRIVATE',
    'END:VEVENT',
  ]
}

/** The end of whole days is the day after the last one. */
function timeLines(event: CalendarEvent): string[] {
  if ('startsAt' in event) return [`DTSTART:${utc(event.startsAt)}`, `DTEND:${utc(event.endsAt)}`]
  return [
    `DTSTART;VALUE=DATE:${event.from.replaceAll('-', '')}`,
    `DTEND;VALUE=DATE:${addDays(event.to, 1).replaceAll('-', '')}`,
  ]
}

const utc = (instant: Date) => instant.toISOString().replace(/[-:]|\.\d+/g, '')

function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\r\n|[\r\n\u2028\u2029]/g, '\\n')
    .replace(/\p{Cc}/gu, '')
}

const longestLine = 75

/** No line is longer than 75 octets of UTF-8, and no character is torn; a continued line begins with a space. */
function folded(line: string): string {
  let result = ''
  let octets = 0
  for (const character of line) {
    const more = octetsOf(character)
    if (octets + more > longestLine) {
      result += '\r\n '
      octets = 1
    }
    result += character
    octets += more
  }
  return result
}

function octetsOf(character: string): number {
  const point = character.codePointAt(0) ?? 0
  if (point < 0x80) return 1
  if (point < 0x800) return 2
  return point < 0x10000 ? 3 : 4
}
