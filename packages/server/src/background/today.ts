import { type ItCategory, itCategoryLabel } from '@zhuowei/domain/background/fact.ts'
import { addDays, endOfDay, type PlainDate } from '@zhuowei/domain/calendar/dates.ts'
import type { DivisionRules } from '../obligations/rules.ts'
import type { Asking, Item } from '../today/items.ts'

const itemsShown = 4
const rowsRead = 40

/** 六.3.1)② equipment of one's own customers whose maintenance ends soon, until it is known what they mean to do then. */
export async function maintenanceItems(
  { db, ask, actor }: Asking,
  today: PlainDate,
  rules: Promise<DivisionRules>,
): Promise<Item[]> {
  if (!actor.divisionId || (actor.role !== 'pm' && actor.role !== 'spm')) return []
  const parameters = (await rules).parametersOn(today)
  const rows = await ask(
    db
      .selectFrom('backgroundFacts as fact')
      .innerJoin('customers', 'customers.id', 'fact.customerId')
      .select(['customers.id', 'customers.name as customer'])
      .select(['fact.category', 'fact.name', 'fact.brand', 'fact.model', 'fact.maintenanceEndsOn as endsOn'])
      .$narrowType<{ endsOn: string }>()
      .where('fact.divisionId', '=', actor.divisionId)
      .where('customers.ownerId', '=', actor.id)
      .where('customers.deletedAt', 'is', null)
      .where('fact.deletedAt', 'is', null)
      .where('fact.replacement', 'is', null)
      .where('fact.maintenanceEndsOn', '>=', today)
      .where('fact.maintenanceEndsOn', '<=', addDays(today, parameters['background.replacementDays']))
      .orderBy('fact.maintenanceEndsOn')
      .orderBy('fact.id')
      .limit(rowsRead),
  )
  return [...Map.groupBy(rows, ({ id }) => id).values()].slice(0, itemsShown).flatMap((ofOne) => {
    const [first] = ofOne
    return first ? [itemOf(first, ofOne.length)] : []
  })
}

interface Row {
  id: string
  customer: string
  category: string | null
  name: string | null
  brand: string | null
  model: string | null
  endsOn: PlainDate
}

function itemOf(row: Row, count: number): Item {
  return {
    key: `maintenance:${row.id}`,
    kind: 'maintenance',
    title: `维保快到期：${row.customer}`,
    tag: null,
    facts: `${equipmentOf(row)}${count > 1 ? `等 ${count} 项` : ''}，问清续保还是更换`,
    clause: '六.3.1)②',
    dueAt: endOfDay(row.endsOn),
    action: { label: '去看', to: `/customers/${row.id}?tab=background`, urge: null, soft: true },
  }
}

function equipmentOf({ category, name, brand, model }: Row): string {
  const heading = category ? itCategoryLabel[category as ItCategory] : name // check constraint background_facts_category_known
  return [heading, brand, model].filter(Boolean).join(' ')
}
