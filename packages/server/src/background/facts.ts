import type { Background, BackgroundFact } from '@zhuowei/contract/background.ts'
import type { OnServer } from '@zhuowei/contract/kernel.ts'
import { isStale, maintenanceOn } from '@zhuowei/domain/background/fact.ts'
import { type PlainDate, shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import type { Parameters } from '@zhuowei/domain/clauses/parameters.ts'
import type { Selectable } from 'kysely'
import type { CustomerFacts } from '../customers/access.ts'
import { visibleCustomer } from '../customers/find.ts'
import { loadRules } from '../obligations/rules.ts'
import type { Database, Trx } from '../platform/db/connect.ts'
import type { BackgroundFacts } from '../platform/db/schema.d.ts'
import type { Reading } from '../platform/http/implement.ts'
import { mayReadBackground, mayWriteBackground } from './access.ts'

export type FactRow = Selectable<BackgroundFacts> & { confirmerName: string }

/** 六.3.1)①②⑤ everything known about a customer, departments by name and the rest in the order in which it was entered. */
export async function getBackground(reading: Reading, customerId: string): Promise<OnServer<Background>> {
  const { db, actor, now } = reading
  const customer = await visibleCustomer(reading, customerId)
  const masked = !mayReadBackground(actor, customer)
  const today = shanghaiDate(now)
  const { parameters } = await loadRules(db, customer.divisionId, today)
  const rows = await factRows(db)
    .where('fact.customerId', '=', customerId)
    .where('fact.deletedAt', 'is', null)
    .$if(masked, (facts) => facts.where('fact.kind', '=', 'department'))
    .orderBy('fact.kind')
    .orderBy('fact.id')
    .execute()
  const present = (row: FactRow) => presentFact(row, today, parameters)
  return {
    facts: rows.map((row) => (masked ? maskedFact(present(row)) : present(row))),
    masked,
    freshDays: parameters['background.freshDays'],
    replacementDays: parameters['background.replacementDays'],
    can: { edit: mayWriteBackground(actor, customer) },
  }
}

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

const factRows = (db: Database | Trx) =>
  db
    .selectFrom('backgroundFacts as fact')
    .innerJoin('people as confirmer', 'confirmer.id', 'fact.confirmedBy')
    .selectAll('fact')
    .select('confirmer.name as confirmerName')

function presentFact(row: FactRow, today: PlainDate, parameters: Parameters): BackgroundFact {
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

const maskedFact = (fact: BackgroundFact): BackgroundFact => ({ ...fact, note: null, source: '' })
