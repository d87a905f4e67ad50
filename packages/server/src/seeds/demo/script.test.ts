import { describe, expect, it } from 'vitest'
import { demoAbsences } from './absences.ts'
import { demoCustomers } from './customers.ts'
import { demoReports } from './daily-reports.ts'
import { drawFrom } from './dice.ts'
import { demoVisits } from './field-work.ts'
import { demoGradeChanges } from './grade-changes.ts'
import { demoNow, quarterBefore } from './quarter.ts'
import { demoScript } from './script.ts'
import { gradeReasons } from './sentences/remarks.ts'

const story = (now: Date, seed = '20260901') => {
  const draw = drawFrom(seed)
  const quarter = quarterBefore(now)
  const absences = demoAbsences(quarter)
  const customers = demoCustomers(draw, quarter, absences)
  const visits = demoVisits(customers, { draw, quarter, absences })
  const reports = demoReports({ draw, quarter, absences, customers, visits })
  const gradeChanges = demoGradeChanges(customers, visits, { draw, quarter })
  return { quarter, absences, customers, visits, reports, gradeChanges }
}
const count = <T>(rows: readonly T[], test: (row: T) => boolean) => rows.filter(test).length

describe('the story of the demonstration division', () => {
  const { quarter, customers, visits, reports, absences, gradeChanges } = story(demoNow)

  it('spans 55 working days, the Sunday and the Saturday worked for the holidays among them', () => {
    expect(quarter.workingDays).toHaveLength(55)
    expect(quarter.workingDays).toEqual(expect.arrayContaining(['2026-09-20', '2026-10-10']))
  })

  it('has 150 customers: 45 with trade (A 15, B 30) and 105 without (A 15, B 40, C 50)', () => {
    expect(new Set(customers.map(({ name }) => name)).size).toBe(150)
    const standing = (traded: boolean, grade: string) =>
      count(customers, (one) => one.traded === traded && one.grade === grade)
    expect([standing(true, 'A'), standing(true, 'B'), standing(true, 'C')]).toEqual([15, 30, 0])
    expect([standing(false, 'A'), standing(false, 'B'), standing(false, 'C')]).toEqual([15, 40, 50])
  })

  it('changes one customer’s grade to and fro within thirty days, and each way for a reason of its own', () => {
    const again = [...Map.groupBy(gradeChanges, ({ customer }) => customer).values()].filter(
      (changes) => changes.length > 1,
    )
    expect(again).toMatchObject([
      [
        { who: 'weibo', from: 'B', to: 'C' },
        { who: 'weibo', from: 'C', to: 'B' },
      ],
    ])
    const [there, back] = again[0] ?? []
    expect((back?.at.getTime() ?? 0) - (there?.at.getTime() ?? 0)).toBeLessThan(30 * 24 * 60 * 60 * 1000)
    const sentences: Readonly<Record<string, readonly string[]>> = gradeReasons
    for (const { from, to, reason } of gradeChanges) {
      const others = Object.entries(sentences).filter(([way]) => way !== `${from}→${to}`)
      expect(others.flatMap(([, reasons]) => reasons)).not.toContain(reason)
    }
  })

  it('gives every contact a number and an address that can be nobody’s', () => {
    const phones = customers.flatMap(({ contacts }) => contacts.map(({ phone }) => phone))
    expect(phones.length).toBeGreaterThan(340)
    expect(new Set(phones).size).toBe(phones.length)
    expect(phones.every((phone) => /^1990000\d{4}$/.test(phone))).toBe(true)
    expect(customers.every(({ creditCode }) => creditCode === null || creditCode.startsWith('DEMO'))).toBe(
      true,
    )
  })

  it('names nobody twice at one customer, lets nobody who stands by us speak against us, and knows nothing of whom nobody met', () => {
    for (const { contacts } of customers) {
      expect(new Set(contacts.map(({ name }) => name)).size).toBe(contacts.length)
      const torn = contacts.filter(
        ({ relationship, attitude }) =>
          (relationship === 'none' && attitude !== 'unknown') ||
          (attitude === 'oppose' && (relationship === 'supportive' || relationship === 'partner')),
      )
      expect(torn).toEqual([])
    }
  })

  it('sees A customers more often than B customers, and those more often than C customers', () => {
    const mean = (grade: string) => {
      const names = new Set(customers.filter((one) => one.grade === grade).map(({ name }) => name))
      return count(visits, ({ customer }) => names.has(customer)) / names.size
    }
    expect(visits.length).toBeGreaterThan(600)
    expect(mean('A')).toBeGreaterThan(mean('B'))
    expect(mean('B')).toBeGreaterThan(mean('C'))
  })

  it('writes most reports in time, some with a special reason, a few never', () => {
    const share = (how: string) => count(reports, (report) => report.how === how) / reports.length
    expect(reports.length).toBeGreaterThan(550)
    expect(share('on_time')).toBeGreaterThan(0.86)
    expect(share('excused')).toBeGreaterThan(0.03)
    expect(share('missed')).toBeGreaterThan(0.01)
    expect(reports.every(({ plan }) => plan.length > 0)).toBe(true)
  })

  it('lets nobody visit a customer or owe a report on a day of leave', () => {
    for (const { who, from, to, portion } of absences.filter(({ kind }) => kind === 'leave')) {
      if (portion !== 'full') continue
      expect(count(visits, (visit) => visit.who === who && from <= visit.date && visit.date <= to)).toBe(0)
      expect(count(reports, (report) => report.who === who && from <= report.date && report.date <= to)).toBe(
        0,
      )
    }
  })

  it('leaves every visitor something to do on the Monday of the demonstration', () => {
    for (const who of ['fute', 'oumu', 'jiaoer', 'walan', 'weibo', 'gaosi', 'hezhi', 'fale'])
      expect(
        count(visits, (visit) => visit.who === who && visit.nextOn === quarter.today),
      ).toBeGreaterThanOrEqual(2)
  })
})

describe('the clock of the demonstration', () => {
  it('stays on its Monday for any instant within a week', () => {
    expect(quarterBefore(new Date('2026-11-25T15:00:00+08:00')).today).toBe('2026-11-23')
    expect(quarterBefore(new Date('2026-11-18T15:00:00+08:00')).today).toBe('2026-11-23')
  })

  it('moves by whole weeks further away, and reads the calendar anew', () => {
    const { quarter, reports } = story(new Date('2026-06-17T10:00:00+08:00'))
    expect(quarter.today).toBe('2026-06-15')
    expect(quarter.workingDays).not.toContain('2026-05-04')
    expect(quarter.workingDays).toContain('2026-05-09')
    expect(reports.length).toBeGreaterThan(500)
  })

  it('plays nothing that lies after now', () => {
    const now = new Date('2026-11-19T12:00:00+08:00')
    const acts = demoScript('20260901', now)
    expect(acts.every(({ at }) => at <= now)).toBe(true)
    expect(acts.length).toBeLessThan(demoScript('20260901', demoNow).length)
  })

  it('names every act once, so that no two share their ids', () => {
    const keys = demoScript('20260901', demoNow).map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('tells another story with another seed', () => {
    expect(story(demoNow, '7').visits.map(({ key }) => key)).not.toEqual(
      story(demoNow).visits.map(({ key }) => key),
    )
  })
})
