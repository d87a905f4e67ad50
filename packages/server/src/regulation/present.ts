import type { OnServer } from '@zhuowei/contract/kernel.ts'
import type { ParameterDecision, RegulationParameter } from '@zhuowei/contract/regulation.ts'
import type { PlainDate } from '@zhuowei/domain/calendar/dates.ts'
import { type ParameterValue, parameterDefinitions } from '@zhuowei/domain/clauses/parameters.ts'
import type { Actor } from '../platform/actor.ts'
import { maySetParameter } from './access.ts'
import type { DecisionRow } from './queries.ts'

type Definition = (typeof parameterDefinitions)[number]

/** Every parameter of the regulation with its decisions, as it stands today. `rows` come newest first. */
export function presentParameters(
  actor: Actor,
  rows: readonly DecisionRow[],
  today: PlainDate,
): OnServer<RegulationParameter>[] {
  const can = { set: maySetParameter(actor) }
  return parameterDefinitions.map((definition) => {
    const own = rows.filter((row) => row.key === definition.key)
    const current = own.find((row) => row.effectiveFrom <= today)
    const value = current ? valueIn(current) : definition.default
    return {
      key: definition.key,
      label: definition.label,
      help: definition.help ?? null,
      clause: definition.clause,
      mark: definition.mark,
      kind: definition.kind,
      min: 'min' in definition ? definition.min : null,
      max: 'max' in definition ? definition.max : null,
      options: definition.kind === 'choice' ? definition.options : [],
      defaultValue: definition.default,
      defaultText: textOf(definition, definition.default),
      value,
      valueText: textOf(definition, value),
      since: current?.effectiveFrom ?? null,
      decisions: own.map((row) =>
        presentDecision(definition, row, stateOf(row, current, today), today, actor),
      ),
      can,
    }
  })
}

/** A value in the words of the screen. */
export function textOf(definition: Definition, value: ParameterValue): string {
  if (definition.kind === 'choice') {
    return definition.options.find((option) => option.value === value)?.label ?? String(value)
  }
  if (definition.kind === 'boolean') return value === true ? '是' : '否'
  return String(value)
}

function presentDecision(
  definition: Definition,
  row: DecisionRow,
  state: ParameterDecision['state'],
  today: PlainDate,
  actor: Actor,
): OnServer<ParameterDecision> {
  return {
    effectiveFrom: row.effectiveFrom,
    value: valueIn(row),
    valueText: textOf(definition, valueIn(row)),
    reason: row.reason,
    setBy: row.setById && row.setByName ? { id: row.setById, name: row.setByName } : null,
    setAt: row.setAt,
    state,
    can: { withdraw: maySetParameter(actor) && row.effectiveFrom >= today },
  }
}

function stateOf(row: DecisionRow, current: DecisionRow | undefined, today: PlainDate) {
  if (row.effectiveFrom > today) return 'upcoming'
  return row === current ? 'current' : 'past'
}

// `setParameter` let only values of the definition's kind in.
const valueIn = (row: DecisionRow) => row.value as ParameterValue
