import { endOfDay, type PlainDate } from '@zhuowei/domain/calendar/dates.ts'
import { type Asking, beginning, horizonOf, type Item } from '../today/items.ts'

/** The visits that stand in the plan of the customers' owner; recording one takes it off. */
export async function plannedVisitItems({ db, ask, actor }: Asking, today: PlainDate): Promise<Item[]> {
  if (actor.role !== 'pm' && actor.role !== 'spm') return []
  const rows = await ask(
    db
      .selectFrom('customers')
      .select(['id', 'name', 'grade', 'plannedVisitOn'])
      .where('divisionId', '=', actor.divisionId)
      .where('ownerId', '=', actor.id)
      .where('plannedVisitOn', '>=', beginning)
      .where('plannedVisitOn', '<=', horizonOf(today))
      .where('deletedAt', 'is', null)
      .orderBy('plannedVisitOn')
      .limit(20),
  )
  return rows.map(({ id, name, grade, plannedVisitOn }) => ({
    key: `planned:${id}`,
    kind: 'planned_visit' as const,
    title: name,
    tag: null,
    facts: `计划的拜访，${grade} 级客户`,
    clause: '六.4.1)',
    dueAt: endOfDay(plannedVisitOn ?? today),
    action: { label: '记拜访', to: `/activities/new?customerId=${id}`, urge: null },
  }))
}
