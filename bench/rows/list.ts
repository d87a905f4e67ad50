import { customerQuery } from '@zhuowei/contract/customer-shapes.ts'
import { listCustomers } from '@zhuowei/server/customers/list.ts'
import { runFloor, type Server } from '../support/children.ts'
import { actorOf, cookieOf, manager, secrets, supervisors } from '../support/division.ts'
import { type Figure, median, megabytes, ms, percent, perSecond } from '../support/figures.ts'
import { caller, throughput } from '../support/http.ts'
import { notingPool, type Statement } from '../support/statement.ts'

export interface Place {
  databaseUrl: string
  server: Server
}

export interface Effort {
  rounds: number
  seconds: number
}

const query = { sort: 'lastActivity', grade: ['A'], limit: 50 }
const address = '/api/customers?sort=lastActivity&grade=A&limit=50'
const wanted = 0.4

/** 50 of 100,000 customers, sorted and filtered, for the manager (a division) and a supervisor (a region), beside the same SQL. */
export async function listRow(
  { databaseUrl, server }: Place,
  { rounds, seconds }: Effort,
): Promise<Figure[]> {
  const idle = await server.memory()
  const figures: Figure[] = []
  const peaks: number[] = []
  for (const [who, person] of [
    ['经理', manager],
    ['高级项目主管', supervisors[0] ?? manager],
  ] as const) {
    const statement = await statementFor(person)
    const cookie = cookieOf(person)
    const floor = { many: [] as number[], one: [] as number[] }
    const product = { many: [] as number[], one: [] as number[] }
    for (let round = 0; round < rounds; round++) {
      const work = { kind: 'query', statements: [statement] } as const
      floor.many.push(
        (await runFloor({ connectionString: databaseUrl, work, clients: 16, seconds })).perSecond,
      )
      const watch = watchMemory(server, peaks)
      product.many.push(await throughput(server.url, address, cookie, 16, seconds))
      await watch()
      floor.one.push(
        median((await runFloor({ connectionString: databaseUrl, work, clients: 1, seconds: 1 })).durations),
      )
      product.one.push(await middleOf(server.url, address, cookie, 300))
    }
    const share = median(product.many) / median(floor.many)
    figures.push({
      row: 'list',
      what: `列表 50/100,000，筛选排序（${who}）`,
      measured: `${perSecond(median(product.many))}，1 个客户端 ${ms(median(product.one))}`,
      floor: `${perSecond(median(floor.many))}，${ms(median(floor.one))}（pg 直连，同一 SQL）`,
      ratio: percent(share),
      budget: '≥ 40 %',
      met: share >= wanted,
    })
  }
  return [...figures, memoryFigure(idle, Math.max(...peaks))]
}

function memoryFigure(idle: number, loaded: number): Figure {
  return {
    row: 'memory',
    what: '进程内存：空闲 / 16 个并发时最高',
    measured: `${megabytes(idle)} / ${megabytes(loaded)}`,
    floor: '',
    ratio: '',
    budget: '< 200 MB / < 400 MB',
    met: idle < 200e6 && loaded < 400e6,
  }
}

/** The statement that the product itself would send, without sending it. */
export async function statementFor(person: Parameters<typeof actorOf>[0]): Promise<Statement> {
  const { pool, noted } = notingPool()
  await listCustomers(pool, { actor: actorOf(person), now: new Date(), secrets }, customerQuery.parse(query))
  const [statement] = noted
  if (!statement) throw new Error('the list sent no statement')
  return statement
}

/** Half of the calls of one client take less. */
export async function middleOf(url: string, path: string, cookie: string, calls: number): Promise<number> {
  const client = caller(url, cookie)
  for (let warm = 0; warm < 20; warm++) await client.get(path)
  const durations: number[] = []
  for (let call = 0; call < calls; call++) durations.push(await client.get(path))
  client.close()
  return median(durations)
}

function watchMemory(server: Server, peaks: number[]): () => Promise<void> {
  let on = true
  const watching = (async () => {
    while (on) {
      peaks.push(await server.memory())
      await new Promise((resolve) => setTimeout(resolve, 250))
    }
  })()
  return () => {
    on = false
    return watching
  }
}
