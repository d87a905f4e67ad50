import { api } from '@zhuowei/contract/api.ts'
import { urlOf } from '@zhuowei/contract/client.ts'
import { type Endpoint, operations } from '@zhuowei/contract/kernel.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createWorld, type Person, type World } from '../world.ts'
import { attempts } from './attempts.ts'
import { byRole, callers, expected, owners } from './expected.ts'
import type { Row } from './rows/kinds.ts'
import { makeTarget, type Target } from './targets.ts'

let world: World
let standing: Target[]
beforeAll(async () => {
  world = await createWorld()
  standing = await makeTargets('查权单位')
})
afterAll(() => world.close())

const makeTargets = (name?: string) => Promise.all(owners.map((owner) => makeTarget(world, owner, name)))
const all = operations(api)
const rowsOf = <K extends string>(key: K) =>
  all.flatMap(({ name, endpoint }) => {
    const row = attempts[name]
    return row && key in row ? [[name, endpoint, row as Extract<Row, Record<K, unknown>>] as const] : []
  })

test('every endpoint of the contract has its row in the matrix, and no row is left over', () => {
  expect(Object.keys(attempts).sort()).toEqual(all.map(({ name }) => name).sort())
})

describe('without a session, or after leaving the company, nothing answers', () => {
  test.each(
    all
      .filter(({ endpoint }) => endpoint.access !== 'public')
      .map(({ name, endpoint }) => [name, endpoint] as const),
  )('%s', async (_, endpoint) => {
    const params = Object.fromEntries(
      [...endpoint.path.matchAll(/:(\w+)/g)].map(([, name]) => [name, world.divisionId]),
    )
    for (const caller of [null, world.people.left]) {
      expect((await send(endpoint, caller, { params })).statusCode).toBe(401)
    }
  })
})

describe('a record of somebody (§3A): own, same region, other region, other division, of a leaver', () => {
  test.each(rowsOf('right'))('%s', async (_, endpoint, row) => {
    const found: Record<string, string> = {}
    for (const caller of callers) {
      const targets = row.changes ? await makeTargets() : standing
      const outcomes: string[] = []
      for (const target of targets) {
        const response = await send(endpoint, world.people[caller], await row.call(target, world))
        expect(response.statusCode, response.body).toBeLessThan(500)
        outcomes.push(outcomeOf(response.statusCode))
      }
      found[caller] = outcomes.join('')
    }
    expect(found).toEqual(expected[row.right])
  })
})

describe('a list shows exactly the records that may be read one by one', () => {
  test.each(rowsOf('lists'))('%s', async (_, endpoint, row) => {
    // Made just now, so that they stand on the first page.
    const ids = await Promise.all((await makeTargets()).map((target) => row.of(target, world)))
    const found: Record<string, string> = {}
    const rightful: Record<string, string> = {}
    for (const caller of callers) {
      const response = await send(endpoint, world.people[caller], row.attempt)
      const items: { id: string }[] = response.statusCode === 200 ? response.json().items : []
      const listed = items.map(({ id }) => id)
      found[caller] = ids.map((id) => (listed.includes(id) ? '+' : '.')).join('')
      rightful[caller] = expected[row.lists][caller].replace(/[^+]/g, '.')
    }
    expect(found).toEqual(rightful)
  })
})

describe('an act that concerns no one record', () => {
  test.each(rowsOf('role'))('%s', async (_, endpoint, row) => {
    const found = []
    for (const caller of callers) {
      const response = await send(endpoint, world.people[caller], await row.call(world))
      expect(response.statusCode, response.body).toBeLessThan(500)
      found.push(`${response.statusCode === 403 ? 'x' : '+'}${caller}`)
    }
    expect(found.join(' ')).toBe(byRole[row.role])
  })
})

describe('commands on a selection change only what the person may change', () => {
  const commands = [
    ['customers.changeGrades', 'change a grade', { to: 'B', reason: '核对权限' }],
    ['customers.changeStatuses', 'change a customer', { to: 'interested' }],
    ['customers.transfer', 'move or remove a customer', { toOwnerId: null, reason: '核对权限' }],
  ] as const
  const chosen = (targets: readonly Target[]) => ({ ids: targets.map(({ customerId }) => customerId) })
  // Everything in one city, in which only these targets lie.
  const matching = async (targets: readonly Target[]) => {
    const city = `城${targets[0]?.customerId.slice(-12)}`
    for (const { customerId } of targets) await moveTo(city, customerId)
    return { matching: { city: [city] } }
  }
  const ways = [
    ['rows by their ids', async (targets: readonly Target[]) => chosen(targets)],
    ['everything that fits a filter', matching],
  ] as const
  const cases = commands.flatMap(([name, ...rest]) =>
    ways.map(([way, selecting]) => [`${name}: ${way}`, name, ...rest, selecting] as const),
  )
  test.each(cases)('%s', async (_, name, right, body, selecting) => {
    const endpoint = all.find((one) => one.name === name)?.endpoint as Endpoint // named in the table above
    const found: Record<string, string> = {}
    const rightful: Record<string, string> = {}
    for (const caller of callers) {
      const targets = await makeTargets()
      await send(endpoint, world.people[caller], {
        body: { ...(await selecting(targets)), ...body },
      })
      const outcomes = await Promise.all(
        targets.map(async ({ customerId }) => ((await changed(customerId)) ? '+' : '.')),
      )
      found[caller] = outcomes.join('')
      rightful[caller] = expected[right][caller].replace(/[^+]/g, '.')
    }
    expect(found).toEqual(rightful)
  })
})

test('a colleague of the region sees a customer with its contacts masked, and none of its visits', async () => {
  const [, colleague] = standing
  if (!colleague) throw new Error('there is a target for every owner')
  const params = { id: colleague.customerId }
  const customer = await world.as(world.people.pm).customers.get({ params })
  expect(customer.contactsMasked).toBe(true)
  expect(JSON.stringify(customer)).not.toContain('江予安')
  expect(JSON.stringify(await world.as(world.people.pm).contacts.list({ params }))).not.toContain('0002')
  expect(
    (await world.as(world.people.pm).customers.timeline({ params })).items.filter((item) => item.activity),
  ).toEqual([])
})

test('search, counts and sorting reveal no record outside the scope', async () => {
  for (const caller of callers) {
    const visible = standing
      .filter((_, index) => expected['read a customer'][caller][index] === '+')
      .map(({ customerId }) => customerId)
    const found = await send(operationOf('search.global'), world.people[caller], { query: { q: '查权单位' } })
    const text = found.body
    for (const { customerId } of standing.filter((target) => !visible.includes(target.customerId)))
      expect(text).not.toContain(customerId)
    if (caller === 'adm') continue
    for (const sort of ['lastActivity', 'created', 'name', 'grade']) {
      const list = await send(operationOf('customers.list'), world.people[caller], {
        query: { q: '查权单位', sort, limit: 200 },
      })
      const total = await send(operationOf('customers.summary'), world.people[caller], {
        query: { q: '查权单位' },
      })
      expect(list.json().items.length).toBe(total.json().total)
      const listed = list.json().items.map(({ id }: { id: string }) => id)
      expect(standing.map(({ customerId }) => customerId).filter((id) => listed.includes(id))).toEqual(
        visible,
      )
    }
  }
})

const operationOf = (name: string) => all.find((one) => one.name === name)?.endpoint as Endpoint // literal names in this file

async function moveTo(city: string, customerId: string): Promise<void> {
  await world.services.db.updateTable('customers').set({ city }).where('id', '=', customerId).execute()
}

async function changed(customerId: string): Promise<boolean> {
  const { version } = await world.services.db
    .selectFrom('customers')
    .select('version')
    .where('id', '=', customerId)
    .executeTakeFirstOrThrow()
  return version > 1
}

async function send(
  endpoint: Endpoint,
  caller: Person | null,
  {
    params,
    query,
    body,
  }: { params?: Record<string, unknown>; query?: Record<string, unknown>; body?: unknown },
) {
  return world.app.inject({
    method: endpoint.method,
    url: urlOf(endpoint, { params, query }),
    headers: {
      ...(caller ? { cookie: await world.cookieOf(caller) } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    payload: body === undefined ? undefined : JSON.stringify(body),
  })
}

/** 401 never comes here; what is wrong with the input is told only to who may act. */
function outcomeOf(status: number): string {
  if (status === 403) return 'x'
  if (status === 404) return '-'
  return '+'
}
