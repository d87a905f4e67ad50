import type { PlainDate } from '../calendar/dates.ts'
import { daysBetween } from '../calendar/dates.ts'
import { divisionParameters } from './parameters/division.ts'
import type {
  BooleanParameter,
  ChoiceParameter,
  IntegerParameter,
  ParameterDefinition,
} from './parameters/kinds.ts'
import { reportingParameters } from './parameters/reporting.ts'

const definitions = { ...reportingParameters, ...divisionParameters }

export type ParameterKey = keyof typeof definitions
export type ParameterValue = string | number | boolean

type ValueOf<D> =
  D extends ChoiceParameter<infer V>
    ? V
    : D extends IntegerParameter
      ? number
      : D extends BooleanParameter
        ? boolean
        : string

/** Every number and choice of the regulation, as it stands on one date. */
export type Parameters = { [K in ParameterKey]: ValueOf<(typeof definitions)[K]> }

/** A decision to use another value from a date on. Decisions are added, never changed: old days keep old rules. */
export type ParameterRow = { key: string; value: ParameterValue; effectiveFrom: PlainDate }

export const parameterDefinitions: readonly ({ key: ParameterKey } & ParameterDefinition)[] = keys().map(
  (key) => ({ key, ...definitions[key] }),
)

/**
 * The last decision that has begun by the date wins; without one the default holds. Rows of a retired parameter are
 * history and are passed over.
 */
export function resolveParameters(rows: readonly ParameterRow[], onDate: PlainDate): Parameters {
  const begun = rows
    .filter((row) => row.effectiveFrom <= onDate && Object.hasOwn(definitions, row.key))
    .toSorted((one, other) => daysBetween(other.effectiveFrom, one.effectiveFrom))
  const values: Record<string, ParameterValue> = {}
  for (const { key, default: value } of parameterDefinitions) values[key] = value
  for (const { key, value } of begun) {
    const objection = validateParameter(key, value)
    if (objection) throw new Error(`参数 ${key} 的值不合法：${objection}`)
    values[key] = value
  }
  // Checked border: each key got its default, and each row passed validateParameter for its kind.
  return values as Parameters
}

/** Why a value cannot be used for a parameter, or null. */
export function validateParameter(key: string, value: unknown): string | null {
  const definition = parameterDefinitions.find((candidate) => candidate.key === key)
  if (!definition) return '没有这个参数。'
  switch (definition.kind) {
    case 'boolean':
      return typeof value === 'boolean' ? null : '请选择是或否。'
    case 'text':
      return typeof value === 'string' && value.trim() !== '' ? null : '请填写文字。'
    case 'choice':
      return definition.options.some((option) => option.value === value) ? null : '请从给出的选项中选择。'
    case 'integer': {
      const { min, max } = definition
      const fits = Number.isInteger(value) && Number(value) >= min && Number(value) <= max
      return fits ? null : `请填写 ${min} 到 ${max} 之间的整数。`
    }
    case 'time': {
      const { min, max } = definition
      if (typeof value !== 'string' || !/^([01]\d|2[0-3]):[0-5]\d$/.test(value))
        return '请填写时刻，例如 09:00。'
      return value >= min && value <= max ? null : `请填写 ${min} 到 ${max} 之间的时刻。`
    }
  }
}

function keys(): ParameterKey[] {
  // Object.keys forgets the key type of a literal table.
  return Object.keys(definitions) as ParameterKey[]
}
