import { calendarYear } from '@zhuowei/domain/calendar/official-years.ts'
import { makeCalendar } from '@zhuowei/domain/calendar/working-days.ts'
import type { Absence } from '@zhuowei/domain/reports/daily.ts'
import { describe, expect, test } from 'vitest'
import { effectOn } from './effect.ts'

const calendar = makeCalendar(calendarYear(2026))
const absence: Absence = {
  kind: 'trip',
  from: '2026-11-23',
  to: '2026-11-23',
  portion: 'full',
  approved: true,
  registeredOn: '2026-11-23',
  lateApproved: true,
}
const effect = (change: Partial<Absence>, at = '2026-11-23T08:40:00+08:00', others: Absence[] = []) =>
  effectOn({ ...absence, ...change }, others, { calendar, decisions: [], now: new Date(at), role: 'pm' })

describe('what an absence does to the daily reports', () => {
  test('a trip frees its working days, not the weekend inside', () => {
    expect(effect({ from: '2026-11-27', to: '2026-11-30' })).toEqual({
      freed: ['2026-11-27', '2026-11-30'],
      owed: [],
      closed: [],
    })
  })

  test('half a day of leave leaves the report owed, the second half frees the day', () => {
    const morning: Partial<Absence> = { kind: 'leave', portion: 'am' }
    expect(effect(morning)).toMatchObject({
      freed: [],
      owed: [{ date: '2026-11-23', reason: { clause: '五.1.3)①' } }],
    })
    const afternoon: Absence = { ...absence, kind: 'leave', portion: 'pm' }
    expect(effect(morning, undefined, [afternoon])).toMatchObject({ freed: ['2026-11-23'], owed: [] })
  })

  test('a day whose grace is over stays as it is, up to the last minute it is freed', () => {
    const friday = { from: '2026-11-20', to: '2026-11-23' }
    expect(effect(friday, '2026-11-23T09:00:00+08:00').freed).toEqual(['2026-11-20', '2026-11-23'])
    expect(effect(friday, '2026-11-23T09:00:01+08:00')).toMatchObject({
      freed: ['2026-11-23'],
      closed: ['2026-11-20'],
    })
  })
})
