import type { ParameterKey, Parameters } from './parameters.ts'
import { parameterDefinitions } from './parameters.ts'

/** The first of each pair has to be smaller, or the rules that read them contradict one another. */
const ordered: readonly (readonly [ParameterKey, ParameterKey])[] = [
  ['shift.start', 'shift.lunchStart'],
  ['shift.lunchStart', 'shift.lunchEnd'],
  ['shift.lunchEnd', 'shift.end'],
  ['remind.dailyFirst', 'remind.dailySecond'],
  ['remind.dailyGrace', 'daily.graceTime'],
  ['remind.weeklyGrace', 'weekly.graceTime'],
  ['daily.graceTime', 'remind.missedList'],
  ['project.mediumFromWan', 'project.largeAboveWan'],
]

/** Why the value of a parameter cannot stand beside the others, or null. */
export function contradictionOf(key: ParameterKey, parameters: Parameters): string | null {
  for (const [smaller, larger] of ordered) {
    if (key !== smaller && key !== larger) continue
    if (parameters[smaller] < parameters[larger]) continue
    const than = typeof parameters[larger] === 'number' ? '小于' : '早于'
    return `“${labelOf(smaller)}”（${parameters[smaller]}）应${than}“${labelOf(larger)}”（${parameters[larger]}）。`
  }
  return null
}

function labelOf(key: ParameterKey): string {
  return parameterDefinitions.find((definition) => definition.key === key)?.label ?? key
}
