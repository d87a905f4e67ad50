import type { PlainDate } from '../calendar/dates.ts'
import type { Condition } from './condition.ts'
import type { ApprovalDefinition, StepDefinition } from './definition.ts'

export interface DefinitionProblem {
  /** Path in the definition, for the field on the screen. */
  path: string
  message: string
}

interface Known {
  /** People who work in the division now, and 总经理. */
  personIds: ReadonlySet<string>
  regionIds: ReadonlySet<string>
  today: PlainDate
}

/** What is wrong with a definition that an administrator wrote, step by step; what is under way keeps its own steps. */
export function validate(
  { steps, effectiveFrom, copies }: Omit<ApprovalDefinition, 'kind'>,
  known: Known,
): DefinitionProblem[] {
  const problems: DefinitionProblem[] = []
  if (effectiveFrom < known.today)
    problems.push({ path: 'effectiveFrom', message: '生效日期不能早于今天，过去的审批按当时的流程' })
  if (steps.length === 0) problems.push({ path: 'steps', message: '至少要有一步' })
  if (steps.length > 0 && steps.every(({ when }) => when !== null))
    problems.push({ path: 'steps', message: '每一步都有条件，都不满足时就没有人审批；请让至少一步总是需要' })
  const names = steps.map(({ name }) => name)
  return [
    ...problems,
    ...steps.flatMap((step, index) =>
      problemsOf(step, known).map(({ path, message }) => ({
        path: `steps.${index}.${path}`,
        message: `第 ${index + 1} 步：${message}`,
      })),
    ),
    ...steps.flatMap(({ name }, index) =>
      names.indexOf(name) < index
        ? [{ path: `steps.${index}.name`, message: `第 ${index + 1} 步：与前面的步骤同名` }]
        : [],
    ),
    ...copies.flatMap((who, index) =>
      who.by === 'people' && !who.ids.every((one) => known.personIds.has(one))
        ? [{ path: `copies.${index}`, message: '抄送的人里有已离职或不在本事业部的' }]
        : [],
    ),
  ]
}

function problemsOf({ who, when }: StepDefinition, known: Known): DefinitionProblem[] {
  const problems = when ? conditionProblems(when, 'when', known) : []
  if (who.by !== 'people') return problems
  if (who.ids.length === 0) return [...problems, { path: 'who', message: '请选择审批人' }]
  const strangers = who.ids.filter((one) => !known.personIds.has(one))
  if (strangers.length === 0) return problems
  return [...problems, { path: 'who', message: '指定的人里有已离职或不在本事业部的' }]
}

function conditionProblems(condition: Condition, path: string, known: Known): DefinitionProblem[] {
  if ('all' in condition || 'any' in condition) {
    const [key, parts] = 'all' in condition ? ['all', condition.all] : ['any', condition.any]
    if (parts.length === 0) return [{ path, message: '条件是空的，请填写或改为总是需要' }]
    return parts.flatMap((one, index) => conditionProblems(one, `${path}.${key}.${index}`, known))
  }
  if ('classes' in condition && condition.classes.length === 0) return [{ path, message: '请选择项目类别' }]
  if ('regionIds' in condition) {
    if (condition.regionIds.length === 0) return [{ path, message: '请选择片区' }]
    if (!condition.regionIds.every((one) => known.regionIds.has(one)))
      return [{ path, message: '条件里的片区不在本事业部' }]
  }
  if ('measure' in condition && condition.measure !== 'marginBasisPoints' && condition.value < 0)
    return [{ path, message: '金额和天数不能是负数' }]
  return []
}
