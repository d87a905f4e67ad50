import type { ComplianceRange } from '@zhuowei/contract/compliance.ts'
import { daysBetween } from '@zhuowei/domain/calendar/dates.ts'
import type { Reading } from '../platform/http/implement.ts'
import { invalid, notFound } from '../platform/refusal.ts'

/** The division whose numbers this person sees: the own one; 总经理 chooses, the first by name when he does not. */
export async function divisionInSight(
  { db, actor }: Reading,
  asked: string | undefined,
): Promise<{ id: string; name: string }> {
  const own = actor.divisionId
  const division = await db
    .selectFrom('divisions')
    .select(['id', 'name'])
    .$if(own !== null, (query) => query.where('id', '=', own ?? ''))
    .$if(asked !== undefined, (query) => query.where('id', '=', asked ?? ''))
    .orderBy('name')
    .limit(1)
    .executeTakeFirst()
  if (!division) throw notFound()
  return division
}

/** A column per day, or one per week or month. */
const longestRange = { days: 92, periods: 366 }

export function checkRange(
  { from, to }: Pick<ComplianceRange, 'from' | 'to'>,
  columns: keyof typeof longestRange = 'days',
): void {
  if (to < from) throw invalid('to', '结束日期不能早于开始日期')
  const longest = longestRange[columns]
  if (daysBetween(from, to) >= longest) throw invalid('to', `一次最多看 ${longest} 天`)
}
