import { sql } from 'kysely'
import type { Actor } from '../platform/actor.ts'
import type { Trx } from '../platform/db/connect.ts'
import type { Writing } from '../platform/http/implement.ts'
import { notFound, Refusal } from '../platform/refusal.ts'
import { loadPerson } from './people.ts'

/** What a command of the organisation needs of its author: seeds and the first setup have no session. */
export interface Authored {
  db: Trx
  actor: Pick<Actor, 'id' | 'name'>
  now: Date
}

/** The person as the administrator saw them, held until the command is done; otherwise both versions are shown. */
export async function lockPerson(writing: Writing, id: string, yours: { version: number }) {
  const person = await writing.db
    .selectFrom('people')
    .selectAll()
    .where('id', '=', id)
    .forNoKeyUpdate() // their report may be handed in meanwhile: it refers to the person and holds the ledger
    .executeTakeFirst()
  if (!person) throw notFound()
  if (person.version !== yours.version) {
    throw new Refusal('version_conflict', { facts: { current: await loadPerson(writing, id), yours } })
  }
  return person
}

/** Two administrators at once must not each believe that the other one stays. */
export async function refuseWithoutAdministrator(
  { db }: Pick<Writing, 'db'>,
  leaving: { id: string; role: string },
  today: string,
): Promise<void> {
  if (leaving.role !== 'adm') return
  await sql`select pg_advisory_xact_lock(hashtextextended('administrators', 0))`.execute(db)
  const other = await db
    .selectFrom('people')
    .select('id')
    .where('role', '=', 'adm')
    .where('id', '<>', leaving.id)
    .where('leavingDate', 'is', null)
    .where('entryDate', '<=', today)
    .executeTakeFirst()
  if (!other) throw new Refusal('last_administrator')
}
