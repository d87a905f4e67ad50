import { CamelCasePlugin, Kysely, PostgresDialect, type PostgresPool, type Transaction } from 'kysely'
import pg from 'pg'
import { preparingPool } from './prepared.ts'
import type { DB } from './schema.d.ts'

export type Database = Kysely<DB>
/** A running transaction. Commands take it explicitly and use nothing else (one command, one transaction). */
export type Trx = Transaction<DB>

export const applicationRole = 'zhuowei_app'

export type Connection = Pick<
  pg.PoolConfig,
  'connectionString' | 'host' | 'port' | 'user' | 'password' | 'database'
>

/**
 * The pool of the running application: it acts as the role `zhuowei_app`, which holds no DDL rights and can neither
 * change nor delete what stands in the audit log. A page out of order costs hardly more than one in order on the disks of today; told so, the
 * planner takes the search index where it is the faster way.
 */
export function applicationPool(connection: Connection, size: number): pg.Pool {
  return new pg.Pool({
    ...connection,
    max: size,
    types,
    options: `-c role=${applicationRole} -c timezone=Asia/Shanghai -c statement_timeout=30000 -c jit=off -c random_page_cost=1.1`,
    application_name: 'zhuowei',
  })
}

/** A pool with the rights of the owner, for migrations only. */
export function ownerPool(connection: Connection): pg.Pool {
  return new pg.Pool({ ...connection, max: 2, types, options: '-c timezone=Asia/Shanghai' })
}

export function database(pool: PostgresPool): Database {
  return new Kysely<DB>({
    dialect: new PostgresDialect({ pool: preparingPool(pool) }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  })
}

const DATE = 1082
const INT8 = 20

/** Business dates stay `YYYY-MM-DD`; counters and fen fit a JavaScript integer. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) => {
    if (oid === DATE) return (text: string) => text
    if (oid === INT8) return Number
    return pg.types.getTypeParser(oid, format)
  },
}
