import type { BackgroundFact } from '@zhuowei/contract/background.ts'
import { isStale, maintenanceOn } from '@zhuowei/domain/background/fact.ts'
import { type PlainDate, shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import type { Parameters } from '@zhuowei/domain/clauses/parameters.ts'
import type { Selectable } from 'kysely'
import type { CustomerFacts } from '../customers/access.ts'
import { loadRules } from '../obligations/rules.ts'
import type { Database, Trx } from '../platform/db/connect.ts'
import type { BackgroundFacts } from '../platform/db/schema.d.ts'
import type { Reading } from '../platform/http/implement.ts'
import { mayReadBackground } from './access.ts'

type FactRow = Selectable<BackgroundFacts> & { confirmerName: string }

/** G22: the facts that the 反馈表 can take over, for those who may read them. */
export async function factsForForm(
  { db, actor }: Pick<Reading, 'db' | 'actor'>,
  customer: CustomerFacts & { id: string },
  today: PlainDate,
  parameters: Parameters,
): Promise<BackgroundFact[]> {
  if (!mayReadBackground(actor, customer)) return []
  const rows = await factRows(db)
    .where('fact.customerId', '=', customer.id)
    .where('fact.deletedAt', 'is', null)
    .where('fact.kind', 'in', ['it', 'plan'])
    .orderBy('fact.id')
    .execute()
  return rows.map((row) => presentFact(row, today, parameters))
}

/** One fact as its command left it. */
export async function factById(
  { db, now }: Pick<Reading, 'db' | 'now'>,
  id: string,
): Promise<BackgroundFact> {
  const row = await factRows(db).where('fact.id', '=', id).executeTakeFirstOrThrow()
  const today = shanghaiDate(now)
  const { parameters } = await loadRules(db, row.divisionId, today)
  return presentFact(row, today, parameters)
}

export const factRows = (db: Database | Trx) =>
  db
    .selectFrom('backgroundFacts as fact')
    .innerJoin('people as confirmer', 'confirmer.id', 'fact.confirmedBy')
    .selectAll('fact')
    .select('confirmer.name as confirmerName')

export function presentFact(row: FactRow, today: PlainDate, parameters: Parameters): BackgroundFact {
  const { confirmedBy, confirmerName, maintenanceEndsOn } = row
  return {
    ...row,
    // Check constraints hold exactly the codes of domain/background/fact.ts and domain/customers/contact.ts.
    kind: row.kind as BackgroundFact['kind'],
    departmentKind: row.departmentKind as BackgroundFact['departmentKind'],
    maker: row.maker as BackgroundFact['maker'],
    category: row.category as BackgroundFact['category'],
    maintenance: maintenanceEndsOn ? maintenanceOn(maintenanceEndsOn, today, parameters) : null,
    confirmedBy: { id: confirmedBy, name: confirmerName },
    stale: isStale(row.confirmedOn, today, parameters),
  }
}
