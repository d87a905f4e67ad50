import { sql } from 'kysely'
import type { Database } from '../db/connect.ts'
import { beginning, loggedRows, sealOf } from './chain.ts'

export interface AuditProblem {
  kind: 'changed' | 'deleted' | 'inserted' | 'chain' | 'event'
  auditId: number | null
  position: number | null
  /** One Chinese sentence. */
  message: string
}

export interface AuditVerification {
  ok: boolean
  /** Sealed rows that were looked at. */
  rows: number
  /** Rows that wait for the next sealing. */
  unsealed: number
  /** The last link. Noted down elsewhere, it also proves that nothing was cut off at the end. */
  head: { position: number; hash: string } | null
  problems: AuditProblem[]
  /** There may be more problems than are told. */
  problemCount: number
}

const batch = 5000
const told = 100

/** Reads the whole chain and says what was changed, deleted or slipped in since it was sealed. */
export async function verifyAudit(db: Database): Promise<AuditVerification> {
  const problems: AuditProblem[] = []
  let head: AuditVerification['head'] = null
  let lastId = 0
  let rows = 0
  for await (const link of links(db)) {
    rows += 1
    const expected: number = (head?.position ?? 0) + 1
    if (link.position !== expected) problems.push(gap(expected, link.position))
    problems.push(...problemsOf(link, head?.hash ?? beginning, lastId))
    head = { position: link.position, hash: link.hash }
    lastId = Math.max(lastId, link.auditId)
  }
  problems.push(...(await slippedIn(db, lastId)), ...(await eventsWithoutRow(db)))
  return {
    ok: problems.length === 0,
    rows,
    unsealed: await countUnsealed(db, lastId),
    head,
    problems: problems.slice(0, told),
    problemCount: problems.length,
  }
}

type Link = Awaited<ReturnType<typeof nextLinks>>[number]

async function* links(db: Database): AsyncGenerator<Link> {
  for (let after = 0; ; ) {
    const found = await nextLinks(db, after)
    yield* found
    if (found.length < batch) return
    after = found.at(-1)?.position ?? after
  }
}

async function nextLinks(db: Database, after: number) {
  const chain = await db
    .selectFrom('auditChain')
    .select(['position', 'auditId', 'hash'])
    .where('position', '>', after)
    .orderBy('position')
    .limit(batch)
    .execute()
  const ids = chain.map((link) => link.auditId)
  const logged = await loggedRows(db).where('auditLog.id', '=', sql<number>`any(${ids}::bigint[])`).execute()
  const byId = new Map(logged.map((row) => [row.id, row]))
  return chain.map((link) => ({ ...link, row: byId.get(link.auditId) }))
}

function problemsOf(
  { position, auditId, hash, row }: Link,
  previous: string,
  lastId: number,
): AuditProblem[] {
  const at = { auditId, position }
  if (!row) return [{ kind: 'deleted', ...at, message: `第 ${auditId} 号记录被删除` }]
  if (auditId <= lastId) return [{ kind: 'chain', ...at, message: `第 ${auditId} 号记录在链上的次序不对` }]
  if (hash === sealOf(row, position, previous)) return []
  return [{ kind: 'changed', ...at, message: `第 ${auditId} 号记录的内容或它在链上的签名被改动` }]
}

const gap = (expected: number, found: number): AuditProblem => ({
  kind: 'chain',
  auditId: null,
  position: expected,
  message: expected === found - 1 ? `链上缺第 ${expected} 环` : `链上缺第 ${expected} 环到第 ${found - 1} 环`,
})

/** Sealing never passes over a row, so an unsealed one below the last sealed id came afterwards. */
async function slippedIn(db: Database, lastId: number): Promise<AuditProblem[]> {
  const rows = await db
    .selectFrom('auditLog')
    .select('id')
    .where('id', '<=', lastId)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('auditChain').select('position').whereRef('auditId', '=', 'auditLog.id'))),
    )
    .orderBy('id')
    .limit(told)
    .execute()
  return rows.map(({ id }) => ({
    kind: 'inserted',
    auditId: id,
    position: null,
    message: `第 ${id} 号记录不在链上，是事后插入的`,
  }))
}

/** Every event has its row by trigger; one without was robbed of it, be it sealed or not. */
async function eventsWithoutRow(db: Database): Promise<AuditProblem[]> {
  const rows = await db
    .selectFrom('events')
    .select(['id', 'summary'])
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('auditLog')
            .select('auditLog.id')
            .where(sql`detail ->> 'event'`, '=', sql`events.id::text`),
        ),
      ),
    )
    .orderBy('id')
    .limit(told)
    .execute()
  return rows.map(({ summary }) => ({
    kind: 'event',
    auditId: null,
    position: null,
    message: `操作“${summary}”没有审计记录`,
  }))
}

async function countUnsealed(db: Database, lastId: number): Promise<number> {
  const { unsealed } = await db
    .selectFrom('auditLog')
    .select((row) => row.fn.countAll<number>().as('unsealed'))
    .where('id', '>', lastId)
    .executeTakeFirstOrThrow()
  return unsealed
}
