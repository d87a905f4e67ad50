import { describe, expect, it } from 'vitest'
import { missingFestivals } from './festivals.ts'
import { calendarYear } from './official-years.ts'

const off = (date: string, name = '') => ({ date, name, type: 'holiday' as const })

describe('the festivals that a notice forgets', () => {
  it.each([2025, 2026, 2027])('the year %i that we ship names all seven', (year) => {
    expect(missingFestivals(calendarYear(year), year)).toEqual([])
  })

  it.each([
    ['nothing', [], ['元旦', '春节', '清明节', '劳动节', '端午节', '中秋节', '国庆节']],
    [
      '元旦 and 春节 alone',
      [off('2027-01-01'), off('2027-02-06')],
      ['清明节', '劳动节', '端午节', '中秋节', '国庆节'],
    ],
    [
      'days off of the year before',
      [off('2026-05-01', '劳动节'), off('2026-10-01', '国庆节、中秋节')],
      ['元旦', '春节', '清明节', '劳动节', '端午节', '中秋节', '国庆节'],
    ],
  ])('%s', (_, days, missing) => {
    expect(missingFestivals(days, 2027)).toEqual(missing)
  })

  it('中秋 inside the week of 国庆 is told by its name', () => {
    const without = calendarYear(2025).map((day) => ({ ...day, name: '' }))
    expect(missingFestivals(without, 2025)).toEqual(['中秋节'])
    expect(missingFestivals([...without, off('2025-10-06', '国庆节、中秋节')], 2025)).toEqual([])
  })

  it('a day of work in its place is no festival', () => {
    const days = calendarYear(2027).map((day) =>
      day.date === '2027-01-01' ? { ...day, type: 'working' as const, name: '' } : day,
    )
    expect(missingFestivals(days, 2027)).toEqual(['元旦'])
  })
})
