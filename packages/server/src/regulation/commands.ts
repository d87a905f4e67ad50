import type { OnServer } from '@zhuowei/contract/kernel.ts'
import type {
  NewParameterDecision,
  ParameterWithdrawal,
  RegulationParameter,
} from '@zhuowei/contract/regulation.ts'
import { addDays, type PlainDate, shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { contradictionOf } from '@zhuowei/domain/clauses/contradictions.ts'
import {
  type ParameterRow,
  type ParameterValue,
  parameterDefinitions,
  resolveParameters,
  validateParameter,
} from '@zhuowei/domain/clauses/parameters.ts'
import { recomputeOpen } from '../obligations/generate.ts'
import { recordEvent } from '../platform/events.ts'
import type { Writing } from '../platform/http/implement.ts'
import { stableId } from '../platform/ids.ts'
import { publish } from '../platform/live/live.ts'
import { forbidden, invalid, notFound, Refusal } from '../platform/refusal.ts'
import { maySetParameter } from './access.ts'
import { loadDecisions } from './parameters.ts'
import { textOf } from './present.ts'
import { listParameters } from './queries.ts'

type Definition = (typeof parameterDefinitions)[number]

/** From a day on another value holds. Days before it keep the rule that they had. */
export async function setParameter(
  writing: Writing,
  decision: NewParameterDecision,
): Promise<OnServer<RegulationParameter>> {
  const { db, actor, now } = writing
  const { divisionId, key, effectiveFrom, reason } = decision
  const definition = await allowed(writing, decision)
  const value = acceptable(definition, decision.value)
  if (effectiveFrom < shanghaiDate(now))
    throw invalid('effectiveFrom', '生效日期不能早于今天，已过的日子按原来的规定。')
  const before = await loadDecisions(db, divisionId)
  if (before.some((row) => row.key === key && row.effectiveFrom === effectiveFrom)) {
    throw new Refusal('duplicate_record', {
      errors: [{ path: 'effectiveFrom', message: '这一天已经有一项改动，请先撤回它' }],
    })
  }
  refuseContradiction(definition, [...before, { key, value, effectiveFrom }], effectiveFrom)
  await db
    .insertInto('regulationParameters')
    .values({
      divisionId,
      key,
      effectiveFrom,
      value: JSON.stringify(value),
      reason,
      setBy: actor.id,
      setAt: now,
    })
    .execute()
  const was = resolveParameters(before, effectiveFrom)[definition.key]
  await recordEvent(db, actor, now, {
    verb: 'parameter.set',
    ...subject(decision),
    summary: `“${definition.label}”自 ${effectiveFrom} 起改为${textOf(definition, value)}（原为${textOf(definition, was)}）`,
    before: { value: was },
    after: { value, effectiveFrom },
    reason,
  })
  return afterChange(writing, decision)
}

/** A decision that has not ended a day yet can be taken back; the row goes, the event stays. */
export async function withdrawParameter(
  writing: Writing,
  withdrawal: ParameterWithdrawal,
): Promise<OnServer<RegulationParameter>> {
  const { db, actor, now } = writing
  const { divisionId, key, effectiveFrom, reason } = withdrawal
  const definition = await allowed(writing, withdrawal)
  const before = await loadDecisions(db, divisionId)
  const taken = before.find((row) => row.key === key && row.effectiveFrom === effectiveFrom)
  if (!taken) throw notFound()
  if (effectiveFrom < shanghaiDate(now))
    throw invalid('effectiveFrom', '已经执行过的改动不能撤回，请从今天起改为新的值。')
  const rest = before.filter((row) => row !== taken)
  refuseContradiction(definition, rest, effectiveFrom)
  await db
    .deleteFrom('regulationParameters')
    .where('divisionId', '=', divisionId)
    .where('key', '=', key)
    .where('effectiveFrom', '=', effectiveFrom)
    .execute()
  await recordEvent(db, actor, now, {
    verb: 'parameter.withdrawn',
    ...subject(withdrawal),
    summary: `撤回“${definition.label}”自 ${effectiveFrom} 起改为${textOf(definition, taken.value)}的改动`,
    before: { value: taken.value, effectiveFrom },
    after: { value: resolveParameters(rest, effectiveFrom)[definition.key] },
    reason,
  })
  return afterChange(writing, withdrawal)
}

async function allowed(
  { db, actor }: Writing,
  { divisionId, key }: { divisionId: string; key: string },
): Promise<Definition> {
  // Decisions of one division are made one after the other, so that two of them cannot contradict each other unseen.
  const division = await db
    .selectFrom('divisions')
    .select('id')
    .where('id', '=', divisionId)
    .forUpdate()
    .executeTakeFirst()
  const definition = parameterDefinitions.find((candidate) => candidate.key === key)
  if (!division || !definition) throw notFound()
  if (!maySetParameter(actor)) throw forbidden('制度参数由系统管理员设置')
  return definition
}

function acceptable(definition: Definition, given: ParameterValue): ParameterValue {
  const value = typeof given === 'string' ? given.trim() : given
  const objection = validateParameter(definition.key, value)
  if (objection) throw invalid('value', objection)
  return value
}

/** On the day of the change and on every later day on which something else changes. */
function refuseContradiction(
  definition: Definition,
  rows: readonly ParameterRow[],
  effectiveFrom: PlainDate,
): void {
  const days = [effectiveFrom, ...rows.map((row) => row.effectiveFrom).filter((day) => day > effectiveFrom)]
  for (const day of days) {
    const contradiction = contradictionOf(definition.key, resolveParameters(rows, day))
    if (contradiction) throw invalid('value', contradiction)
  }
}

const subject = ({ divisionId, key }: { divisionId: string; key: string }) => ({
  subjectType: 'parameter',
  subjectId: stableId(`parameter|${divisionId}|${key}`),
  divisionId,
})

const horizon = 400

async function afterChange(
  writing: Writing,
  { divisionId, key, effectiveFrom }: { divisionId: string; key: string; effectiveFrom: PlainDate },
): Promise<OnServer<RegulationParameter>> {
  const { db, now } = writing
  await recomputeOpen(db, { divisionId, from: effectiveFrom, to: addDays(effectiveFrom, horizon) }, now)
  await publish(db, { kind: 'changed', topic: 'regulation' })
  const { parameters } = await listParameters(writing, divisionId)
  const parameter = parameters.find((one) => one.key === key)
  if (!parameter) throw notFound()
  return parameter
}
