import type {
  Approval,
  ApprovalState,
  SignerState,
  Step,
  StepState,
} from '@zhuowei/domain/approvals/approval.ts'
import type { StepMode } from '@zhuowei/domain/approvals/definition.ts'
import type { Database, Trx } from '../platform/db/connect.ts'

interface Head {
  id: string
  round: number
  applicantId: string
  state: ApprovalState
}

/** The steps of the round that is under way or was the last. */
export async function loadRound(db: Database | Trx, head: Head): Promise<Approval> {
  const [steps, signers] = await Promise.all([
    db
      .selectFrom('approvalSteps')
      .select(['id', 'name', 'skipsApproved', 'reason'])
      .select((row) => [
        row.ref('mode').$castTo<StepMode>().as('mode'), // approval_steps_mode_known
        row.ref('state').$castTo<StepState>().as('state'), // approval_steps_state_known
      ])
      .where('approvalId', '=', head.id)
      .where('round', '=', head.round)
      .orderBy('place')
      .execute(),
    db
      .selectFrom('approvalSigners')
      .innerJoin('people', 'people.id', 'approvalSigners.personId')
      .select(['stepId', 'personId', 'reason', 'decidedBy'])
      .select((row) => row.ref('state').$castTo<SignerState>().as('state')) // approval_signers_state_known
      .where('approvalId', '=', head.id)
      .orderBy('people.employeeNo')
      .execute(),
  ])
  const ofStep = Map.groupBy(signers, ({ stepId }) => stepId)
  return {
    applicantId: head.applicantId,
    state: head.state,
    steps: steps.map((step) => ({
      ...step,
      signers: (ofStep.get(step.id) ?? []).map(({ stepId, ...signer }) => signer),
    })),
  }
}

/** Writes what a move has changed; the places of all steps, because 加签 puts one between others. */
export async function saveRound(
  db: Trx,
  { id, round }: Pick<Head, 'id' | 'round'>,
  { state, steps }: Approval,
  now: Date,
): Promise<void> {
  const decidedAt = state === 'approved' || state === 'refused' ? now : null
  await db.updateTable('approvals').set({ state, decidedAt }).where('id', '=', id).execute()
  // Closed before opened: only one may be open at any moment (approval_steps_one_open).
  const inTurn = steps.map((step, place) => ({ step, place }))
  for (const { step, place } of inTurn.filter((one) => one.step.state !== 'open'))
    await saveStep(db, id, round, step, place, now)
  for (const { step, place } of inTurn.filter((one) => one.step.state === 'open'))
    await saveStep(db, id, round, step, place, now)
  const signers = steps.flatMap((step) =>
    step.signers.map((signer) => ({ ...signer, stepId: step.id, approvalId: id })),
  )
  await db
    .insertInto('approvalSigners')
    .values(signers)
    .onConflict((conflict) =>
      conflict.columns(['stepId', 'personId']).doUpdateSet((row) => ({
        state: row.ref('excluded.state'),
        decidedBy: row.ref('excluded.decidedBy'),
      })),
    )
    .execute()
}

async function saveStep(db: Trx, approvalId: string, round: number, step: Step, place: number, now: Date) {
  const { id, name, mode, skipsApproved, reason, state } = step
  const isOver = state === 'done' || state === 'stopped'
  const fresh = { openedAt: state === 'coming' ? null : now, closedAt: isOver ? now : null }
  await db
    .insertInto('approvalSteps')
    .values({ ...{ id, approvalId, round, place, name, mode, skipsApproved, reason, state }, ...fresh })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet((row) => ({
        place: row.ref('excluded.place'),
        state: row.ref('excluded.state'),
        openedAt: row.fn.coalesce('approvalSteps.openedAt', 'excluded.openedAt'),
        closedAt: row.fn.coalesce('approvalSteps.closedAt', 'excluded.closedAt'),
      })),
    )
    .execute()
}
