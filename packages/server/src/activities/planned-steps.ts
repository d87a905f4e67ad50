import type { ReportLine } from '@zhuowei/contract/report-shapes.ts'
import { settleNextStep } from '../customers/activity.ts'
import type { Trx } from '../platform/db/connect.ts'
import { recordEvent } from '../platform/events.ts'
import { inOrder } from '../platform/in-order.ts'

interface FiledPlan {
  divisionId: string
  authorId: string
  description: readonly ReportLine[]
}

/** 五.1.2)①: a next step that stands in the plan of a submitted report and is ticked there is done; again changes nothing. */
export async function completePlannedSteps(
  db: Trx,
  { divisionId, authorId, description }: FiledPlan,
  at: Date,
): Promise<void> {
  const ticked = description.flatMap(({ ref, done }) => (done && ref?.type === 'visit' ? [ref.id] : []))
  if (ticked.length === 0) return
  const kept = await db
    .updateTable('activities')
    .set({ nextDoneAt: at, updatedAt: at, updatedBy: authorId })
    .where('id', 'in', ticked)
    .where('divisionId', '=', divisionId)
    .where('authorId', '=', authorId)
    .where('nextStep', 'is not', null)
    .where('nextDoneAt', 'is', null)
    .where('deletedAt', 'is', null)
    .returning(['id', 'customerId', 'nextStep', 'nextOn'])
    .execute()
  for (const { id, customerId, nextStep, nextOn } of kept.toSorted((one, other) =>
    inOrder(one.id, other.id),
  )) {
    await settleNextStep(db, customerId, { nextStep, nextOn })
    await recordEvent(db, { id: authorId }, at, {
      verb: 'activity.nextStepDone',
      subjectType: 'activity',
      subjectId: id,
      divisionId,
      customerId,
      summary: `日报中完成下一步：${nextStep}`,
    })
  }
}
