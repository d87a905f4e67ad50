import type { Activity } from '@zhuowei/contract/activities.ts'
import { ProblemError } from '@zhuowei/contract/client.ts'
import type { Customer } from '@zhuowei/contract/customer-shapes.ts'
import { client } from '../app/client.ts'
import { serverNow } from '../ui/clock.ts'
import { isUnreached, type KeptVisit, keepVisit } from './outbox.ts'
import { type VisitDraft, visitBody, visitErrors } from './visit-draft.ts'
import { inFormNames, refuseInput } from './visit-problem.ts'

export type Recorded = { kind: 'recorded'; activity: Activity } | { kind: 'kept' }

const patienceMs = 15_000

/**
 * Saves a visit. Without a network, or when no answer comes, it is kept on this device and sent later under the same key: the person
 * is done either way.
 */
export async function recordVisit(
  draft: VisitDraft,
  customer: Customer,
  personId: string,
): Promise<Recorded> {
  const now = serverNow()
  const errors = visitErrors(draft, customer, now)
  if (errors.length > 0) throw refuseInput(errors)
  const visit: KeptVisit = {
    key: draft.key,
    personId,
    customerName: customer.name,
    keptAt: now.toISOString(),
    body: visitBody(draft, customer, now),
    draft,
    refusal: null,
  }
  try {
    return { kind: 'recorded', activity: await sendVisit(visit) }
  } catch (error) {
    if (isAlreadyRecorded(error)) throw new ProblemError({ ...error.problem, ...alreadyRecorded })
    if (!isUnreached(error)) throw inFormNames(error)
    keepVisit(visit)
    return { kind: 'kept' }
  }
}

export function sendVisit({ body, key }: KeptVisit): Promise<Activity> {
  return client.activities.record({ body, idempotencyKey: key, signal: AbortSignal.timeout(patienceMs) })
}

/** An earlier attempt with other words did arrive, only its answer was lost. */
function isAlreadyRecorded(error: unknown): error is ProblemError {
  return error instanceof ProblemError && error.problem.code === 'idempotency_mismatch'
}

const alreadyRecorded = {
  title: '这次拜访刚才已经保存',
  detail: '上一次保存已经到达，只是网络慢、没收到回音。请在拜访列表里打开它修改，不用再记一次。',
}
