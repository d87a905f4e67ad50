import type { VisitKind } from '@zhuowei/domain/customers/visit.ts'
import type { Trx } from '../platform/db/connect.ts'

interface Touch {
  at: Date
  kind: VisitKind
  nextStep: string | null
  nextOn: string | null
}

/**
 * Moves the last activity of a customer forward, never back: an older visit entered later changes nothing. The version stays, so
 * that a visit never makes the open form of a colleague a conflict.
 */
export async function touchCustomer(
  db: Trx,
  customerId: string,
  { at, kind, nextStep, nextOn }: Touch,
): Promise<void> {
  await db
    .updateTable('customers')
    .set({
      lastActivityAt: at,
      lastActivityKind: kind,
      plannedVisitOn: null,
      ...(nextStep ? { nextStep, nextStepOn: nextOn } : {}),
    })
    .where('id', '=', customerId)
    .where((row) => row.or([row('lastActivityKind', 'is', null), row('lastActivityAt', '<=', at)]))
    .execute()
}

/** A promise that was kept no longer stands on the customer, unless a newer one has taken its place. */
export async function settleNextStep(
  db: Trx,
  customerId: string,
  { nextStep, nextOn }: { nextStep: string | null; nextOn: string | null },
): Promise<void> {
  if (nextStep === null) return
  await db
    .updateTable('customers')
    .set({ nextStep: null, nextStepOn: null })
    .where('id', '=', customerId)
    .where('nextStep', '=', nextStep)
    .where('nextStepOn', 'is not distinct from', nextOn)
    .execute()
}
