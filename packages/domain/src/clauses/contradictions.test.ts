import { describe, expect, it } from 'vitest'
import { contradictionOf } from './contradictions.ts'
import {
  type ParameterKey,
  type ParameterValue,
  parameterDefinitions,
  resolveParameters,
} from './parameters.ts'

describe('parameters that have to keep an order', () => {
  it('the defaults contradict nothing', () => {
    const defaults = resolveParameters([], '2026-11-23')
    expect(parameterDefinitions.map(({ key }) => contradictionOf(key, defaults))).toEqual(
      parameterDefinitions.map(() => null),
    )
  })

  it.each<[ParameterKey, ParameterValue, string | null]>([
    ['shift.lunchStart', '09:01', null],
    ['shift.lunchStart', '09:00', '“上班”（09:00）应早于“午休开始”（09:00）。'],
    ['shift.end', '12:30', '“午休结束”（13:00）应早于“下班”（12:30）。'],
    ['daily.graceTime', '09:04', null],
    ['daily.graceTime', '09:30', '“特殊原因的截止时刻”（09:30）应早于“经理收到未填名单的时刻”（09:05）。'],
    ['daily.graceTime', '08:00', '“日报宽限当天提醒”（08:30）应早于“特殊原因的截止时刻”（08:00）。'],
    [
      'project.mediumFromWan',
      200,
      '“中型项目：从（万元，含）起”（200）应小于“大项目：超过（万元）”（200）。',
    ],
    ['form.freshDaysA', 365, null],
  ])('%s = %s: %s', (key, value, expected) => {
    const parameters = resolveParameters([{ key, value, effectiveFrom: '2026-01-01' }], '2026-11-23')
    expect(contradictionOf(key, parameters)).toBe(expected)
  })

  it('a change elsewhere is not blocked by a contradiction that is not its own', () => {
    const rows = [{ key: 'shift.end', value: '08:00', effectiveFrom: '2026-01-01' }]
    expect(contradictionOf('daily.graceTime', resolveParameters(rows, '2026-11-23'))).toBe(null)
  })
})
