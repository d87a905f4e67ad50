import type { Actor } from '../platform/actor.ts'
import type { Database, Trx } from '../platform/db/connect.ts'
import type { Reading, Writing } from '../platform/http/implement.ts'
import { forbidden, notFound, Refusal } from '../platform/refusal.ts'
import { type CustomerAct, type CustomerFacts, may, refusalOf } from './access.ts'
import { visibleCustomers } from './scope.ts'

declare const allowed: unique symbol

/** A customer that this person may do this with; only `customerFor` makes one, and commands ask for it. */
export type Allowed<Act extends CustomerAct, Row extends CustomerFacts = CustomerRow> = Row & {
  [allowed]: Act
}

export type CustomerRow = NonNullable<Awaited<ReturnType<typeof lockedRow>>>

/** Finds the customer in the person's scope (404), locks it, and asks whether the act is allowed (403). */
export async function customerFor<Act extends CustomerAct>(
  { db, actor }: Writing,
  id: string,
  act: Act,
): Promise<Allowed<Act>> {
  const row = await lockedRow(db, actor, id)
  if (!row) throw notFound()
  return allow(actor, act, row)
}

export function allow<Act extends CustomerAct, Row extends CustomerFacts>(
  actor: Actor,
  act: Act,
  row: Row,
): Allowed<Act, Row> {
  if (!may[act](actor, row)) throw forbidden(refusalOf[act])
  return row as Allowed<Act, Row> // the line above is the check that the brand stands for
}

/** For what hangs on a customer: contacts, timeline, tree. */
export async function visibleCustomer({ db, actor }: Reading, id: string) {
  const row = await db
    .selectFrom('customers')
    .where(visibleCustomers(actor))
    .where('customers.id', '=', id)
    .select(['id', 'divisionId', 'regionId', 'ownerId', 'name', 'parentId'])
    .executeTakeFirst()
  if (!row) throw notFound()
  return row
}

/** Edits carry the version that they started from; a later save of somebody else is shown instead of overwritten. */
export async function refuseStale(
  row: { version: number },
  yours: { version: number },
  current: () => Promise<unknown>,
): Promise<void> {
  if (row.version === yours.version) return
  throw new Refusal('version_conflict', { facts: { current: await current(), yours } })
}

function lockedRow(db: Database | Trx, actor: Actor, id: string) {
  return db
    .selectFrom('customers')
    .where(visibleCustomers(actor))
    .where('customers.id', '=', id)
    .selectAll()
    .forUpdate()
    .executeTakeFirst()
}
