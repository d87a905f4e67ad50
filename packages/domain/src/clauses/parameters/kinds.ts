import type { ClauseId } from '../regulation-text.ts'

/** Where a default comes from: the text itself, our reading where it is silent, or the part that was cut off. */
export type ParameterMark = '制度依据' | '系统默认' | '原文截断'

type Stated = { label: string; clause: ClauseId; mark: ParameterMark; help?: string }

export type TimeParameter = Stated & { kind: 'time'; default: string; min: string; max: string }
export type IntegerParameter = Stated & { kind: 'integer'; default: number; min: number; max: number }
export type BooleanParameter = Stated & { kind: 'boolean'; default: boolean }
export type TextParameter = Stated & { kind: 'text'; default: string }
export type ChoiceParameter<V extends string = string> = Stated & {
  kind: 'choice'
  default: V
  options: readonly { value: V; label: string }[]
}
export type ParameterDefinition =
  | TimeParameter
  | IntegerParameter
  | BooleanParameter
  | TextParameter
  | ChoiceParameter

/** A definition under its clause: `stated` is what the text says, `assumed` what we chose, `cutOff` what is lost. */
export const stated = (clause: ClauseId, label: string, help?: string): Stated => {
  return { label, clause, mark: '制度依据', ...(help && { help }) }
}
export const assumed = (clause: ClauseId, label: string, help?: string): Stated => {
  return { label, clause, mark: '系统默认', ...(help && { help }) }
}
export const cutOff = (clause: ClauseId, label: string): Stated => {
  return { label, clause, mark: '原文截断' }
}

export const time = (of: Stated, value: string, min = '00:00', max = '23:59'): TimeParameter => {
  return { ...of, kind: 'time', default: value, min, max }
}
export const integer = (of: Stated, value: number, min: number, max: number): IntegerParameter => {
  return { ...of, kind: 'integer', default: value, min, max }
}
export const yesNo = (of: Stated, value: boolean): BooleanParameter => {
  return { ...of, kind: 'boolean', default: value }
}
export const text = (of: Stated, value: string): TextParameter => {
  return { ...of, kind: 'text', default: value }
}
export const choice = <V extends string>(
  of: Stated,
  value: NoInfer<V>,
  labels: Record<V, string>,
): ChoiceParameter<V> => {
  // Object.entries forgets the key type of a literal table.
  const entries = Object.entries(labels) as [V, string][]
  return {
    ...of,
    kind: 'choice',
    default: value,
    options: entries.map(([code, label]) => ({ value: code, label })),
  }
}
