import { describe, expect, test } from 'vitest'
import { atShanghai } from '../calendar/dates.ts'
import { calendarYear } from '../calendar/official-years.ts'
import { makeCalendar } from '../calendar/working-days.ts'
import { resolveParameters } from '../clauses/parameters.ts'
import { liabilityLabel, liabilityOf } from './liability.ts'
import { answerDue } from './verbal-report.ts'

const at = (time: string) => atShanghai('2026-11-20', time)
const incident = at('15:00')

describe('五.5.2) what an incident rests on', () => {
  test.each([
    ['heard', '14:59', '14:59', 'shared', '五.5.2)②', 'said and confirmed before it'],
    ['heard', '15:00', '15:00', 'own', '五.5.2)①', 'said at the very moment, not before'],
    ['heard', '14:00', '16:00', 'shared', '五.5.2)②', 'written down later, but confirmed as said before'],
    ['heard', '16:00', '16:00', 'own', '五.5.2)①', 'said afterwards'],
    ['stands', '14:00', '14:59', 'shared', '五.5.2)②', 'nobody answered: the stamp stands'],
    ['stands', '14:00', '15:00', 'own', '五.5.2)①', 'stamped at the moment itself'],
    ['stands', '14:00', '16:00', 'own', '五.5.2)①', 'stamped afterwards and confirmed by nobody'],
    ['logged', '14:00', '14:01', 'open', '五.5.2)②', 'the superior may still answer'],
    ['logged', '14:00', '16:00', 'open', '五.5.2)②', 'written down later: his answer decides'],
    ['logged', '15:00', '15:00', 'own', '五.5.2)①', 'not before it, whatever he answers'],
    ['not_received', '14:00', '14:01', 'own', '五.5.2)①', 'he says that he heard nothing'],
  ] as const)('%s, said %s, logged %s: %s %s (%s)', (state, said, logged, liability, clause, _why) => {
    expect(liabilityOf(incident, { state, occurredAt: at(said), loggedAt: at(logged) })).toMatchObject({
      liability,
      clause,
    })
  })

  test('without any report it is the person’s own, in the words of the text', () => {
    const { liability, clause } = liabilityOf(incident, null)
    expect([liabilityLabel[liability], clause]).toEqual(['由本人全部承担', '五.5.2)①'])
    expect(liabilityLabel.shared).toBe('由部门经理和本人共同承担')
  })
})

describe('五.5.2)② the superior answers within one working day', () => {
  const calendar = makeCalendar(calendarYear(2026))
  const parameters = resolveParameters([], '2026-11-23')
  test.each([
    ['2026-11-23', '2026-11-25', 'Monday until Tuesday 24:00'],
    ['2026-11-20', '2026-11-24', 'Friday until Monday 24:00'],
    ['2026-11-21', '2026-11-24', 'Saturday until Monday 24:00'],
    ['2026-09-30', '2026-10-09', 'over the holiday'],
    ['2026-10-09', '2026-10-11', 'a Saturday that is worked'],
  ])('%s: before %s 00:00 (%s)', (loggedOn, before, _why) => {
    expect(answerDue(loggedOn, calendar, parameters)).toEqual(atShanghai(before, '00:00'))
  })
})
