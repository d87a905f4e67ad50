import { describe, expect, it } from 'vitest'
import { parameterDefinitions, resolveParameters, validateParameter } from './parameters.ts'
import { isClauseId } from './regulation-text.ts'

describe('the parameters of the regulation', () => {
  it('have defaults that their own rule accepts, and rest on a clause', () => {
    for (const { key, default: value, clause } of parameterDefinitions) {
      expect([key, validateParameter(key, value)]).toEqual([key, null])
      expect(isClauseId(clause)).toBe(true)
    }
  })

  it.each([
    ['daily.graceTime', '09:00', '制度依据'],
    ['daily.grace', 'nextWorkingDay', '系统默认'],
    ['attendance.reportDay', 3, '制度依据'],
    ['meeting.time', '09:30', '制度依据'],
    ['report.waiveWindowWD', 5, '系统默认'],
    ['project.largeAboveWan', 200, '制度依据'],
    ['stage.sixthName', '合同执行阶段', '原文截断'],
  ])('%s is %s by default (%s)', (key, value, mark) => {
    const definition = parameterDefinitions.find((candidate) => candidate.key === key)
    expect(definition).toMatchObject({ default: value, mark })
  })

  it('a decision holds from its date on and leaves earlier days alone', () => {
    const rows = [
      { key: 'daily.graceTime', value: '08:30', effectiveFrom: '2026-11-01' },
      { key: 'daily.graceTime', value: '10:00', effectiveFrom: '2026-10-01' },
    ]
    const on = (date: string) => resolveParameters(rows, date)['daily.graceTime']
    expect(on('2026-09-30')).toBe('09:00')
    expect(on('2026-10-01')).toBe('10:00')
    expect(on('2026-10-31')).toBe('10:00')
    expect(on('2026-11-01')).toBe('08:30')
  })

  it('of two decisions for one day the later row wins', () => {
    const rows = [7, 9].map((value) => ({ key: 'visit.dueWD', value, effectiveFrom: '2026-10-01' }))
    expect(resolveParameters(rows, '2026-10-01')['visit.dueWD']).toBe(9)
  })

  it('rows of a retired parameter are passed over, a damaged row is not', () => {
    const retired = { key: 'gone', value: 1, effectiveFrom: '2026-01-01' }
    const damaged = { key: 'daily.graceTime', value: '25:00', effectiveFrom: '2026-01-01' }
    expect(resolveParameters([retired], '2026-10-01')['daily.graceTime']).toBe('09:00')
    expect(() => resolveParameters([damaged], '2026-10-01')).toThrow('daily.graceTime')
  })

  it.each([
    ['daily.graceTime', '09:00', null],
    ['daily.graceTime', '06:00', null],
    ['daily.graceTime', '05:59', '请填写 06:00 到 12:00 之间的时刻。'],
    ['daily.graceTime', '12:01', '请填写 06:00 到 12:00 之间的时刻。'],
    ['daily.graceTime', '9:00', '请填写时刻，例如 09:00。'],
    ['daily.graceTime', 900, '请填写时刻，例如 09:00。'],
    ['attendance.reportDay', 1, null],
    ['attendance.reportDay', 0, '请填写 1 到 28 之间的整数。'],
    ['attendance.reportDay', 29, '请填写 1 到 28 之间的整数。'],
    ['attendance.reportDay', 3.5, '请填写 1 到 28 之间的整数。'],
    ['attendance.reportDay', '3', '请填写 1 到 28 之间的整数。'],
    ['daily.grace', 'nextCalendarDay', null],
    ['daily.grace', 'never', '请从给出的选项中选择。'],
    ['trip.exemptReturnDay', false, null],
    ['trip.exemptReturnDay', 'false', '请选择是或否。'],
    ['organisation.shortName', '  ', '请填写文字。'],
    ['unknown', 1, '没有这个参数。'],
  ])('%s = %o is answered with %s', (key, value, answer) => {
    expect(validateParameter(key, value)).toBe(answer)
  })
})
