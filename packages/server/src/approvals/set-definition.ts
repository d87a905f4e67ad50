import type { DefinitionInput, DefinitionsOfKind } from '@zhuowei/contract/approval-shapes.ts'
import type { OnServer } from '@zhuowei/contract/kernel.ts'
import { wordsOf } from '@zhuowei/domain/approvals/condition.ts'
import {
  type ApprovalDefinition,
  approvalKindLabel,
  approvalKinds,
  definitionOn,
} from '@zhuowei/domain/approvals/definition.ts'
import { validate } from '@zhuowei/domain/approvals/validate.ts'
import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import type { Database, Trx } from '../platform/db/connect.ts'
import { recordEvent } from '../platform/events.ts'
import type { Reading, Writing } from '../platform/http/implement.ts'
import { newId } from '../platform/ids.ts'
import { notFound, Refusal } from '../platform/refusal.ts'
import { decidedDefinitions } from './definitions.ts'
import { colleaguesOf } from './organisation.ts'
import { subjectOf } from './subjects.ts'

/** The ways of all kinds in a division; the manager sees those of his own. */
export async function listDefinitions(
  { db, actor, now }: Reading,
  asked: string | undefined,
): Promise<OnServer<DefinitionsOfKind>[]> {
  const divisionId = actor.divisionId ?? asked ?? (await firstDivision(db))
  if (asked && asked !== divisionId) throw notFound()
  const rows = await decidedDefinitions(db, divisionId)
  const nameOf = await regionNames(db, divisionId)
  const present = (definition: ApprovalDefinition) => {
    const row = rows.find((one) => one === definition)
    const { steps, copies } = definition
    return {
      id: row?.id ?? null,
      effectiveFrom: row?.effectiveFrom ?? null,
      steps: steps.map((step) => ({ ...step, words: step.when ? wordsOf(step.when, nameOf) : null })),
      copies,
      reason: row?.reason ?? null,
      by: row ? { id: row.createdBy, name: row.name } : null,
    }
  }
  return approvalKinds.map((kind) => {
    const current = definitionOn(rows, kind, shanghaiDate(now))
    const others = rows.filter((row) => row.kind === kind && row !== current)
    return {
      kind,
      inUse: subjectOf(kind) !== undefined,
      current: present(current),
      others: others.map(present),
    }
  })
}

/** From a day on cases go another way; those under way keep theirs. A way that has not begun can be replaced on its day. */
export async function setDefinition(
  work: Writing,
  { divisionId, kind, effectiveFrom, steps, copies, reason }: DefinitionInput & { reason: string },
): Promise<void> {
  const { db, actor, now } = work
  await refuseInvalid(work, { divisionId, kind, effectiveFrom, steps, copies })
  const id = newId()
  const before = definitionOn(await decidedDefinitions(db, divisionId), kind, effectiveFrom)
  const row = { steps: JSON.stringify(steps), copies: JSON.stringify(copies), reason }
  const stamp = { createdAt: now, createdBy: actor.id }
  await db
    .insertInto('approvalDefinitions')
    .values({ id, divisionId, kind, effectiveFrom, ...row, ...stamp })
    .onConflict((conflict) =>
      conflict.constraint('approval_definitions_one_a_day').doUpdateSet({ ...row, ...stamp }),
    )
    .execute()
  await recordEvent(db, actor, now, {
    verb: 'approval.definition_set',
    subjectType: 'approval_definition',
    subjectId: id,
    divisionId,
    summary: `${approvalKindLabel[kind]}的审批流程自 ${effectiveFrom} 起改为：${steps.map(({ name }) => name).join(' → ')}`,
    before: { steps: before.steps, copies: before.copies },
    after: { steps, copies, effectiveFrom },
    reason,
  })
}

/** All problems at once, each beside its field. */
export async function refuseInvalid({ db, now }: Reading, given: DefinitionInput): Promise<void> {
  const { divisionId } = given
  const today = shanghaiDate(now)
  const division = await db
    .selectFrom('divisions')
    .select('id')
    .where('id', '=', divisionId)
    .executeTakeFirst()
  if (!division) throw notFound()
  const people = await colleaguesOf(db, divisionId, today)
  const regions = await db.selectFrom('regions').select('id').where('divisionId', '=', divisionId).execute()
  const errors = validate(given, {
    personIds: new Set(people.map(({ id }) => id)),
    regionIds: new Set(regions.map(({ id }) => id)),
    today,
  })
  if (errors.length > 0) throw new Refusal('invalid_input', { errors })
}

async function regionNames(db: Database | Trx, divisionId: string) {
  const regions = await db
    .selectFrom('regions')
    .select(['id', 'name'])
    .where('divisionId', '=', divisionId)
    .execute()
  return (id: string) => regions.find((one) => one.id === id)?.name ?? '某片区'
}

async function firstDivision(db: Database | Trx): Promise<string> {
  const first = await db.selectFrom('divisions').select('id').orderBy('name').limit(1).executeTakeFirst()
  if (!first) throw notFound()
  return first.id
}
