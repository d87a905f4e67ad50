import { api } from '@zhuowei/contract/api.ts'
import { urlOf } from '@zhuowei/contract/client.ts'
import { operations } from '@zhuowei/contract/kernel.ts'
import { emptyProfile, profileFields } from '@zhuowei/domain/profiles/profile.ts'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildApp } from '../app.ts'
import { runDue } from '../jobs.ts'
import { makeTarget, type Target } from '../testing/access-matrix/targets.ts'
import { type Cast, createWorld, type World } from '../testing/world.ts'

const marker = '鲲鹏暗记'
const callers: Cast[] = ['gm', 'dm', 'spm', 'pm', 'pmSameRegion', 'oa', 'att', 'adm', 'dmOther']

let world: World
let target: Target
const log: string[] = []

/**
 * A profile in whose every word the marker stands: refused, written, prolonged, looked at and expired on a server that logs everything. Copied to
 * another contact it opens for nobody, which is an error for the log.
 */
beforeAll(async () => {
  world = await createWorld()
  target = await makeTarget(world, 'pm')
  const other = await makeTarget(world, 'pm')
  const copyToSomebodyElse = () =>
    world.services.pool.query(
      `insert into contact_profiles (contact_id, division_id, sealed_key, sealed, basis, expires_on, version, updated_at, updated_by)
      select $1, division_id, sealed_key, sealed, basis, expires_on, version, updated_at, updated_by from contact_profiles`,
      [other.contactId],
    )
  const stream = { write: (line: string) => void log.push(line) }
  const app = await buildApp({ ...world.services, log: pino({ level: 'trace' }, stream) })
  const call = async (
    method: 'PUT' | 'POST',
    path: string,
    payload: object,
    key: string,
    id = target.contactId,
  ) =>
    app.inject({
      method,
      url: `/api/contacts/${id}/${path}`,
      headers: { cookie: await world.cookieOf(world.people.pm), 'idempotency-key': `leak-test-${key}` },
      payload,
    })
  const grounds = { purpose: `${marker}目的`, basis: 'consent', source: `${marker}来源` }
  const content = Object.fromEntries(profileFields.map((field) => [field, `${marker}${field}`]))
  const save = { ...emptyProfile, ...content, ...grounds, version: 0 }
  const replies = [
    await call('PUT', 'profile', { ...save, basis: marker }, 'bad'),
    await call('PUT', 'profile', { ...save, family: `${marker}女儿 6 岁` }, 'sensitive'),
    await call('PUT', 'profile', save, 'saved'),
    await call('PUT', 'profile', save, 'stale'),
    await call('PUT', 'profile/renewal', { ...grounds, version: 1 }, 'renewed'),
    await call('POST', 'profile-views', { reason: '核对内容' }, 'viewed'),
  ]
  expect(replies.map(({ statusCode }) => statusCode)).toEqual([422, 422, 200, 409, 200, 200])
  const silent = replies.slice(0, -1).map(({ body }) => body)
  expect(silent.join()).not.toContain(marker)
  expect(replies.at(-1)?.body).toContain(marker)
  await copyToSomebodyElse()
  const broken = await call('POST', 'profile-views', { reason: '核对内容' }, 'broken', other.contactId)
  expect(broken.statusCode).toBe(500)
  expect(broken.body).not.toContain(marker)
  world.setNow('2028-11-23T10:00:00+08:00')
  await runDue(world.services)
  await app.close()
}, 60_000)
afterAll(() => world.close())

describe('§3C what stands in a profile is nowhere else', () => {
  test.each(
    operations(api).filter(({ endpoint }) => endpoint.method === 'GET' && endpoint.transport !== 'events'),
  )('$name tells nobody', async ({ endpoint }) => {
    // Every id that somebody might put into an address.
    const ids = [...new Set(Object.values(target).filter((value) => value !== target.date))]
    const subjects = endpoint.path.includes(':') ? ids : ['']
    for (const caller of callers) {
      for (const id of subjects) {
        const params = { id, personId: id, date: target.date }
        for (const query of queriesOf(endpoint.query !== undefined)) {
          const response = await world.app.inject({
            method: 'GET',
            url: urlOf(endpoint, { params, query }),
            headers: { cookie: await world.cookieOf(world.people[caller]) },
          })
          expect(response.statusCode).toBeLessThan(500)
          expect(response.body).not.toContain(marker)
        }
      }
    }
  })

  test('searching for a word of it finds nothing', async () => {
    for (const caller of callers) {
      const { customers, contacts } = await world
        .as(world.people[caller])
        .search.global({ query: { q: marker } })
        .catch(() => ({ customers: [], contacts: [] }))
      expect([customers, contacts]).toEqual([[], []])
    }
  })

  test('no line of the log holds a word of it', () => {
    expect(log.length).toBeGreaterThan(0)
    expect(log.join('\n')).not.toContain(marker)
  })

  test('no table of the database holds a word of it: events, audit, notifications, stored replies', async () => {
    const { rows: tables } = await world.services.pool.query<{ name: string }>(
      "select table_name as name from information_schema.tables where table_schema = 'public'",
    )
    expect(tables.map(({ name }) => name)).toContain('contact_profiles')
    const telling: string[] = []
    for (const { name } of tables) {
      const { rows } = await world.services.pool.query(
        `select 1 from "${name}" t where position($1 in t::text) > 0 limit 1`,
        [marker],
      )
      if (rows.length > 0) telling.push(name)
    }
    expect(telling).toEqual([])
  })
})

/** Lists are asked as they are, and for the word. */
const queriesOf = (takesQuery: boolean) => (takesQuery ? [{}, { q: marker }] : [{}])
