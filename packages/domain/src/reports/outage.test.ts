import { describe, expect, it } from 'vitest'
import { atShanghai } from '../calendar/dates.ts'
import { calendarYear } from '../calendar/official-years.ts'
import { makeCalendar } from '../calendar/working-days.ts'
import { resolveParameters } from '../clauses/parameters.ts'
import { dailyDeadlines } from './daily.ts'
import { extendForOutage } from './outage.ts'

const standard = resolveParameters([], '2026-11-23')
const friday = dailyDeadlines('2026-11-20', makeCalendar(calendarYear(2026)), standard)
const shanghai = (text: string) => new Date(`${text}+08:00`)

describe('an outage gives its time back', () => {
  const opensAt = atShanghai('2026-11-20', '00:00')
  const outage = (from: string, to: string) => ({ from: shanghai(from), to: shanghai(to) })
  const grown = (...outages: { from: Date; to: Date }[]) => {
    const { due, grace } = extendForOutage(friday, opensAt, outages, standard)
    const minutes = (later: Date, sooner: Date) => (later.getTime() - sooner.getTime()) / 60_000
    return [minutes(due, friday.due), minutes(grace, friday.grace)]
  }

  it.each([
    ['none', [], [0, 0]],
    ['half an hour that evening', [outage('2026-11-20T22:00:00', '2026-11-20T22:30:00')], [30, 30]],
    ['in the grace period only', [outage('2026-11-23T08:00:00', '2026-11-23T08:20:00')], [0, 20]],
    ['before the window opened', [outage('2026-11-19T08:00:00', '2026-11-19T09:00:00')], [0, 0]],
    ['across the opening', [outage('2026-11-19T23:00:00', '2026-11-20T00:10:00')], [10, 10]],
    ['after all was over', [outage('2026-11-24T08:00:00', '2026-11-24T09:00:00')], [0, 0]],
    ['across the deadline', [outage('2026-11-23T08:50:00', '2026-11-23T09:30:00')], [0, 40]],
    [
      'two that overlap count once',
      [
        outage('2026-11-20T22:15:00', '2026-11-20T22:45:00'),
        outage('2026-11-20T22:00:00', '2026-11-20T22:30:00'),
      ],
      [45, 45],
    ],
    [
      'one inside another',
      [
        outage('2026-11-20T20:00:00', '2026-11-20T21:00:00'),
        outage('2026-11-20T20:10:00', '2026-11-20T20:20:00'),
      ],
      [60, 60],
    ],
    [
      'a second one in the extension of the first',
      [
        outage('2026-11-23T08:00:00', '2026-11-23T08:20:00'),
        outage('2026-11-23T09:10:00', '2026-11-23T09:15:00'),
      ],
      [0, 25],
    ],
  ])('%s', (_, outages, minutes) => {
    expect(grown(...outages)).toEqual(minutes)
  })

  it('unless the division switched that off', () => {
    const off = resolveParameters(
      [{ key: 'report.extendOnOutage', value: false, effectiveFrom: '2026-01-01' }],
      '2026-11-23',
    )
    const evening = [outage('2026-11-20T22:00:00', '2026-11-20T22:30:00')]
    expect(extendForOutage(friday, opensAt, evening, off)).toEqual({ ...friday, extended: [] })
  })

  it('and says from when to when, for those that moved a deadline only', () => {
    const { extended } = extendForOutage(
      friday,
      opensAt,
      [
        outage('2026-11-19T08:00:00', '2026-11-19T09:00:00'),
        outage('2026-11-20T23:30:00', '2026-11-21T00:10:00'),
        outage('2026-11-23T08:50:00', '2026-11-23T09:30:00'),
        outage('2026-11-24T08:00:00', '2026-11-24T09:00:00'),
      ],
      standard,
    )
    expect(extended).toEqual([
      { text: '系统自 11-20 周五 23:30 至 11-21 周六 00:10 停机，期限按时长顺延。', clause: '五.1.3)②' },
      { text: '系统自 11-23 周一 08:50 至 11-23 周一 09:30 停机，期限按时长顺延。', clause: '五.1.3)②' },
    ])
  })
})
