import type { ApprovalEntry, ApprovalRecord, ApprovalStep } from '@zhuowei/contract/approval-shapes.ts'
import type { OnServer } from '@zhuowei/contract/kernel.ts'
import { type Approval, mayUrge } from '@zhuowei/domain/approvals/approval.ts'
import { deputyOf } from '@zhuowei/domain/approvals/delegation.ts'
import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { loadRules } from '../obligations/rules.ts'
import type { Reading } from '../platform/http/implement.ts'
import { notFound } from '../platform/refusal.ts'
import { colleaguesOf, delegationsOf } from './organisation.ts'
import { loadRound } from './round.ts'
import { type ApprovalRow, presentApprovals, selectApprovals } from './select-approvals.ts'
import { subjectOf } from './subjects.ts'

/** Everything that deciding needs, in one answer. */
export async function getApproval(reading: Reading, id: string): Promise<OnServer<ApprovalRecord>> {
  const { db, actor, now } = reading
  const row = await selectApprovals(db, actor, now).where('approvals.id', '=', id).executeTakeFirst()
  const [approval] = row ? await presentApprovals(reading, [row]) : []
  if (!row || !approval) throw notFound()
  const round = await loadRound(db, row)
  const urgeFrom = approval.can.urge ? await urgeFromOf(reading, row) : null
  return {
    ...approval,
    can: { ...approval.can, urge: approval.can.urge && urgeFrom === null },
    card: (await subjectOf(row.kind)?.card(db, row.subjectId, now)) ?? null,
    steps: await stepsOf(reading, row, round),
    entries: await entriesOf(reading, id),
    copies: await copiesOf(reading, id),
    addable: approval.can.decide ? await addableTo(reading, row, round) : [],
    urgeFrom,
  }
}

async function urgeFromOf({ db, now }: Reading, { divisionId, urgedAt }: ApprovalRow): Promise<Date | null> {
  const { parameters } = await loadRules(db, divisionId, shanghaiDate(now))
  const hours = parameters['approval.urgeEveryHours']
  if (urgedAt === null || mayUrge(urgedAt, now, hours)) return null
  return new Date(urgedAt.getTime() + hours * 3_600_000)
}

async function stepsOf(
  { db, now }: Reading,
  { id }: ApprovalRow,
  { steps, applicantId }: Approval,
): Promise<OnServer<ApprovalStep>[]> {
  const signers = steps.flatMap((step) => step.signers)
  const waiting = signers.filter(({ state }) => state === 'waiting').map(({ personId }) => personId)
  const today = shanghaiDate(now)
  const delegations = await delegationsOf(db, waiting, today)
  const people = await db
    .selectFrom('people')
    .select(['id', 'name'])
    .where('id', 'in', [
      ...signers.flatMap(({ personId, decidedBy }) => [personId, ...(decidedBy ? [decidedBy] : [])]),
      ...delegations.map(({ toId }) => toId),
    ])
    .execute()
  const named = (personId: string | null) => people.find((one) => one.id === personId) ?? null
  const times = await db
    .selectFrom('approvalSteps')
    .select(['id', 'openedAt', 'closedAt'])
    .where('approvalId', '=', id)
    .execute()
  return steps.map((step) => ({
    ...{ id: step.id, name: step.name, mode: step.mode, reason: step.reason, state: step.state },
    openedAt: times.find((one) => one.id === step.id)?.openedAt ?? null,
    closedAt: times.find((one) => one.id === step.id)?.closedAt ?? null,
    signers: step.signers.map(({ personId, reason, state, decidedBy }) => ({
      ...{ reason, state, decidedBy: named(decidedBy) },
      person: named(personId) ?? { id: personId, name: '' },
      deputy: state === 'waiting' ? named(deputyOf(personId, applicantId, delegations, today)) : null,
    })),
  }))
}

async function entriesOf({ db }: Reading, approvalId: string): Promise<OnServer<ApprovalEntry>[]> {
  const rows = await db
    .selectFrom('approvalEntries')
    .leftJoin('people', 'people.id', 'approvalEntries.byId')
    .leftJoin('people as principal', 'principal.id', 'approvalEntries.forId')
    .select(['approvalEntries.id', 'round', 'step', 'body', 'at', 'byId', 'people.name'])
    .select(['forId', 'principal.name as principalName'])
    .select((row) => row.ref('kind').$castTo<ApprovalEntry['kind']>().as('kind')) // approval_entries_kind_known
    .where('approvalId', '=', approvalId)
    .orderBy('at')
    .orderBy('approvalEntries.id')
    .execute()
  return rows.map(({ byId, name, forId, principalName, ...entry }) => ({
    ...entry,
    by: byId ? { id: byId, name: name ?? '' } : null,
    onBehalfOf: forId ? { id: forId, name: principalName ?? '' } : null,
  }))
}

const copiesOf = ({ db }: Reading, approvalId: string) =>
  db
    .selectFrom('approvalCopies')
    .innerJoin('people', 'people.id', 'approvalCopies.personId')
    .select(['people.id', 'people.name'])
    .where('approvalId', '=', approvalId)
    .orderBy('people.employeeNo')
    .execute()

async function addableTo({ db, actor, now }: Reading, { divisionId }: ApprovalRow, round: Approval) {
  const people = await colleaguesOf(db, divisionId, shanghaiDate(now))
  const open = round.steps.find(({ state }) => state === 'open')
  return people
    .filter(({ id }) => id !== round.applicantId && id !== actor.id)
    .filter(({ id }) => !open?.signers.some(({ personId }) => personId === id))
    .map(({ id, name }) => ({ id, name }))
}
