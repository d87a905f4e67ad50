import { atShanghai, endOfDay } from '@zhuowei/domain/calendar/dates.ts'
import { isMet } from '@zhuowei/domain/calendar/deadline.ts'
import { visibleCustomers } from '../customers/scope.ts'
import type { Writing } from '../platform/http/implement.ts'
import { invalid } from '../platform/refusal.ts'

interface Due {
  dueOn: string | null
  dueTime: string | null
}

/** A day alone is due when it is over. */
export function dueAtOf({ dueOn, dueTime }: Due): Date | null {
  if (!dueOn) {
    if (dueTime) throw invalid('dueOn', '请选择是哪一天')
    return null
  }
  return dueTime ? atShanghai(dueOn, dueTime) : endOfDay(dueOn)
}

export function refusePast(dueAt: Date | null, now: Date): void {
  if (dueAt && !isMet(dueAt, now)) throw invalid('dueOn', '截止时间已经过了')
}

export async function refuseStrangeCustomer(
  { db, actor }: Writing,
  customerId: string | null,
): Promise<void> {
  if (!customerId) return
  const customer = await db
    .selectFrom('customers')
    .where(visibleCustomers(actor))
    .where('customers.id', '=', customerId)
    .select('customers.id')
    .executeTakeFirst()
  if (!customer) throw invalid('customerId', '没有找到这家客户，或不在您的范围内')
}
