import type { PostgresPool, PostgresPoolClient } from 'kysely'

const names = new Map<string, string>()

/** More shapes than anybody uses; beyond it a statement is planned each time instead of being kept on every connection. */
const kept = 500
/** The questions of a whole page asked together make some 20,000 characters; beyond this somebody pasted a file into a statement. */
const longest = 60_000

/** Written into a statement whose best plan depends on its values, as with words that are frequent or rare. */
export const plannedEachTime = '/* planned each time */'

/** A name for each text, so that PostgreSQL parses and plans a shape of query once per connection. */
export function prepared(text: string): string | undefined {
  const known = names.get(text)
  if (known || names.size >= kept || text.length > longest || text.includes(plannedEachTime)) return known
  const name = `s${names.size + 1}`
  names.set(text, name)
  return name
}

/** The pool whose statements with values are prepared. Kysely asks it for nothing but texts, never for cursors. */
export function preparingPool(pool: PostgresPool): PostgresPool {
  const clients = new WeakMap<PostgresPoolClient, PostgresPoolClient>()
  return {
    async connect() {
      const client = await pool.connect()
      const known = clients.get(client)
      if (known) return known
      const preparing = preparingClient(client)
      clients.set(client, preparing)
      return preparing
    },
    end: () => pool.end(),
  }
}

/** As the driver takes it in place of a text; Kysely's types do not know it. */
export interface NamedStatement {
  name: string
  text: string
  values: unknown[]
}

function preparingClient(client: PostgresPoolClient): PostgresPoolClient {
  const send = client.query.bind(client) as unknown as Send
  const query: Send = (statement, values = []) => {
    const name = typeof statement === 'string' && values.length > 0 ? prepared(statement) : undefined
    return name ? send({ name, text: `${statement}`, values: [...values] }) : send(statement, values)
  }
  return { query: query as unknown as PostgresPoolClient['query'], release: () => client.release() }
}

type Send = (statement: string | NamedStatement, values?: readonly unknown[]) => Promise<unknown>
