import { newCustomer } from '@zhuowei/contract/customer-shapes.ts'
import { createCustomer } from '@zhuowei/server/customers/create.ts'
import { applicationPool, database } from '@zhuowei/server/platform/db/connect.ts'
import { once } from '@zhuowei/server/platform/http/idempotency.ts'
import { runFloor } from '../support/children.ts'
import { actorOf, cookieOf, manager, salespeople, secrets } from '../support/division.ts'
import { type Figure, median, ms, percent, perSecond } from '../support/figures.ts'
import { caller } from '../support/http.ts'
import { removeCustomers } from '../support/remove.ts'
import { recordingPool, type Statement } from '../support/statement.ts'
import type { Place } from './list.ts'

/** Creating a customer over HTTP, as the web page does it, beside bare transactions with the statements that the command writes. */
export async function createRow(
  { databaseUrl, server }: Place,
  rounds: number,
  each: number,
): Promise<Figure> {
  const transactions = await writtenBy(databaseUrl, rounds * each)
  const client = caller(server.url, cookieOf(seller))
  const product: number[] = []
  const floor: number[] = []
  for (let round = -1; round < rounds; round++) {
    const bare = round < 0 ? [] : transactions.slice(round * each, (round + 1) * each)
    if (bare.length > 0) {
      const work = { kind: 'transaction', transactions: bare } as const
      floor.push(median((await runFloor({ connectionString: databaseUrl, work, clients: 1 })).durations))
    }
    const durations: number[] = []
    for (let index = 0; index < each; index++)
      durations.push(await client.post('/api/customers', inputs(`h${round}-${index}`)))
    if (round >= 0) product.push(median(durations))
  }
  client.close()
  await removeCustomers(databaseUrl, `${mark}%`)
  const share = median(floor) / median(product)
  return {
    row: 'create',
    what: '新建客户（五项、查重、事件、搜索）',
    measured: `${ms(median(product))}，${perSecond(1000 / median(product))}`,
    floor: `${ms(median(floor))}，${perSecond(1000 / median(floor))}（同样的写入，一个事务）`,
    ratio: percent(share),
    budget: '≥ 30 %',
    met: share >= 0.3,
  }
}

const mark = '测速新建'
const [seller = manager] = salespeople

function inputs(key: string) {
  return {
    name: `${mark}${key.replace('-', '部')}供电所`,
    contactName: '李建国',
    contactPosition: '信通公司主任',
    contactPhone: `1990000${String(Math.floor(Math.random() * 10_000)).padStart(4, '0')}`,
    status: 'potential' as const,
    confirmDuplicates: true, // their names resemble each other
  }
}

/**
 * Runs the command as a request with its key does and takes its rows back; what both wrote is then written again without them. The key
 * counts: it is why nothing is created twice.
 */
async function writtenBy(databaseUrl: string, count: number): Promise<Statement[][]> {
  const pool = applicationPool({ connectionString: databaseUrl }, 1)
  const recording = recordingPool(pool)
  const db = database(recording.pool)
  const actor = actorOf(seller)
  const transactions: Statement[][] = []
  for (let index = 0; index < count; index++) {
    recording.written.length = 0
    const input = newCustomer.parse(inputs(`f${index}`))
    const attempt = {
      personId: actor.id,
      key: crypto.randomUUID(),
      operation: 'bench',
      input: { body: input },
    }
    await db
      .transaction()
      .execute((trx) =>
        once(trx, attempt, () => createCustomer({ db: trx, actor, now: new Date(), secrets }, input)),
      )
    transactions.push(
      recording.written.map((statement, position) => ({ ...statement, name: `bare-${position}` })),
    )
  }
  await pool.end()
  await removeCustomers(databaseUrl, `${mark}%`)
  return transactions
}
