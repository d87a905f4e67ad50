import { type ApprovalState, begin, mayResubmit, whyDecided } from '@zhuowei/domain/approvals/approval.ts'
import type { ApprovalFacts } from '@zhuowei/domain/approvals/condition.ts'
import type { ApprovalKind } from '@zhuowei/domain/approvals/definition.ts'
import { type Route, route } from '@zhuowei/domain/approvals/route.ts'
import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import type { Database, Trx } from '../platform/db/connect.ts'
import type { Writing } from '../platform/http/implement.ts'
import { newId } from '../platform/ids.ts'
import { Refusal } from '../platform/refusal.ts'
import { definitionFor } from './definitions.ts'
import { colleaguesOf, delegationsOf } from './organisation.ts'
import { saveRound } from './round.ts'
import { subjectOf } from './subjects.ts'
import { askedNow, record, tellChange } from './telling.ts'

export interface NewCase {
  kind: ApprovalKind
  subjectId: string
  divisionId: string
  /** Names the record in lists and notifications: nothing restricted. */
  title: string
  facts: ApprovalFacts
}

/**
 * Submits a record, or submits it again after 退回 or 撤回. The way is fixed from here on: a later definition does not touch it. The
 * command of the subject has checked that this person may submit it.
 */
export async function submitApproval(work: Writing, given: NewCase): Promise<string> {
  const { db, actor, now } = work
  const { kind, subjectId, divisionId, title, facts } = given
  const way = await wayOf(db, given, actor.id, now)
  if (way.problem) throw new Refusal('nothing_to_decide', { detail: way.problem })
  const known = await lockKnown(db, given)
  if (known && !mayResubmit(known.state))
    throw new Refusal('nothing_to_decide', { detail: whyDecided(known.state) })
  const id = known?.id ?? newId()
  const round = (known?.round ?? 0) + 1
  const row = { title, facts: JSON.stringify(facts), applicantId: actor.id, submittedAt: now, round }
  if (known)
    await db
      .updateTable('approvals')
      .set({ ...row, state: 'waiting', urgedAt: null })
      .where('id', '=', id)
      .execute()
  else
    await db
      .insertInto('approvals')
      .values({ ...row, id, kind, subjectId, divisionId, state: 'waiting' })
      .execute()
  const steps = way.steps.filter((step) => step.asked).map((step) => ({ ...step, id: newId() }))
  const begun = begin(actor.id, steps)
  await saveRound(db, { id, round }, begun, now)
  await copyTo(db, id, way.copies)
  const told = { id, round, kind, title, divisionId, applicantId: actor.id, applicantName: actor.name }
  await record(work, told, { kind: 'submitted' })
  await tellChange(db, told, [], await askedNow(db, begun, now), now)
  await subjectOf(kind)?.after(work, subjectId, 'waiting')
  return id
}

/** Whom a case would ask if this person submitted it now. */
export async function wayOf(
  db: Database | Trx,
  { kind, divisionId, facts }: Pick<NewCase, 'kind' | 'divisionId' | 'facts'>,
  applicantId: string,
  now: Date,
): Promise<Route> {
  const today = shanghaiDate(now)
  const people = await colleaguesOf(db, divisionId, today)
  const [definition, delegations] = await Promise.all([
    definitionFor(db, divisionId, kind, today),
    delegationsOf(
      db,
      people.map(({ id }) => id),
      today,
    ),
  ])
  return route(definition, facts, { divisionId, applicantId, people }, delegations, today)
}

/** Two who submit at once: the second waits here, or the unique key refuses it. */
function lockKnown(db: Trx, { kind, subjectId }: NewCase) {
  return db
    .selectFrom('approvals')
    .select(['id', 'round'])
    .select((row) => row.ref('state').$castTo<ApprovalState>().as('state')) // approvals_state_known
    .where('kind', '=', kind)
    .where('subjectId', '=', subjectId)
    .forUpdate()
    .executeTakeFirst()
}

async function copyTo(db: Trx, approvalId: string, personIds: readonly string[]): Promise<void> {
  if (personIds.length === 0) return
  await db
    .insertInto('approvalCopies')
    .values(personIds.map((personId) => ({ approvalId, personId })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
