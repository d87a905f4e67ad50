import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { resolveActor } from '../platform/session/resolve.ts'
import { createWorld, testServices, type World } from '../testing/world.ts'
import { startRun } from './commands.ts'
import { resumeImports } from './job.ts'
import { type Cell, checked, csv, heading, line, settled } from './testing/tables.ts'

let world: World
let client: ReturnType<World['as']>
beforeAll(async () => {
  world = await createWorld()
  client = world.as(world.people.oa)
})
afterAll(() => world.close())

let used = 0
/** Lines that no other test of this file has used. */
function lines(count: number): Cell[][] {
  used += count
  return Array.from({ length: count }, (_, index) => line(used - count + index + 1))
}

const customersOf = async (importId: string) =>
  Number(
    (
      await world.services.db
        .selectFrom('customers')
        .where('importId', '=', importId)
        .where('deletedAt', 'is', null)
        .select((row) => row.fn.countAll().as('count'))
        .executeTakeFirstOrThrow()
    ).count,
  )

const eventsOf = async (importId: string) =>
  (
    await world.services.db.selectFrom('events').where('subjectId', '=', importId).select('verb').execute()
  ).map(({ verb }) => verb)

async function until(id: string, enough: (doneRows: number) => boolean) {
  for (;;) {
    const { doneRows, state } = await client.imports.get({ params: { id } })
    if (enough(doneRows) || state !== 'running') return
  }
}

describe('取消', () => {
  test('all-or-nothing leaves nothing behind and can be started again', async () => {
    const { id, version } = await checked(client, csv([heading, ...lines(800)]))
    await client.imports.run({ params: { id }, body: { mode: 'all_or_nothing', version } })
    await until(id, (doneRows) => doneRows > 0)
    await client.imports.cancel({ params: { id } })
    const stopped = await settled(client, id)
    expect(stopped).toMatchObject({
      state: 'checked',
      failure: '已取消，没有导入任何一行',
      can: { run: true },
    })
    expect(await customersOf(id)).toBe(0)
    await client.imports.run({ params: { id }, body: { mode: 'all_or_nothing', version: stopped.version } })
    expect(await settled(client, id)).toMatchObject({ state: 'done', counts: { customersCreated: 800 } })
  })

  test('row by row it keeps what is in, says so, and the rest of the file can be imported later', async () => {
    const content = csv([heading, ...lines(800)])
    const { id, version } = await checked(client, content)
    await client.imports.run({ params: { id }, body: { mode: 'valid_rows', version } })
    await until(id, (doneRows) => doneRows > 0)
    await client.imports.cancel({ params: { id } })
    const stopped = await settled(client, id)
    expect(stopped).toMatchObject({ state: 'cancelled', can: { undo: true } })
    expect(stopped.counts.customersCreated).toBe(await customersOf(id))
    expect(stopped.counts.customersCreated).toBeLessThan(800)
    const rest = await checked(client, content)
    expect(rest.counts.create + stopped.counts.customersCreated).toBe(800)
    expect((await client.imports.undo({ params: { id }, body: { version: stopped.version } })).state).toBe(
      'undone',
    )
    expect(await customersOf(id)).toBe(0)
  })

  test('before it starts the import is given up; an ended one cannot be cancelled', async () => {
    const { id } = await checked(client, csv([heading, ...lines(2)]))
    expect((await client.imports.cancel({ params: { id } })).state).toBe('cancelled')
    await expect(client.imports.cancel({ params: { id } })).rejects.toMatchObject({
      problem: { status: 422 },
    })
  })
})

describe('the server process is killed in the middle', () => {
  /** Asks for the run as the endpoint does, but leaves the work to another process. */
  async function runElsewhere(id: string, mode: 'all_or_nothing' | 'valid_rows', version: number) {
    const { services, people } = world
    const cookie = decodeURIComponent((await world.cookieOf(people.oa)).split('=').slice(1).join('='))
    const actor = await resolveActor(services, { cookies: { 'zhuowei.session_token': cookie } } as never)
    await services.db.transaction().execute((trx) =>
      startRun({ db: trx, actor: actor!, now: services.clock.now(), secrets: services.secrets }, id, {
        mode,
        version,
      }),
    )
    return spawn(process.execPath, [
      path.join(import.meta.dirname, 'testing/resume.child.ts'),
      world.connectionString,
    ])
  }

  /** The dead process was last heard of a minute ago. */
  const passTime = (id: string) =>
    sql`update imports set alive_at = now() - interval '1 minute' where id = ${id}`.execute(world.services.db)

  test.each(['all_or_nothing', 'valid_rows'] as const)(
    '%s is finished by the next one, each row once',
    async (mode) => {
      const { id, version } = await checked(
        client,
        csv([heading, ...lines(800), line(used, { 联系人: '又一位', 联系电话: `1${3_800_000_000 + used}` })]),
      )
      const process = await runElsewhere(id, mode, version)
      await until(id, (doneRows) => doneRows >= 250)
      process.kill('SIGKILL')
      await once(process, 'exit')
      const left = await client.imports.get({ params: { id } })
      expect(left.state).toBe('running')
      if (mode === 'all_or_nothing') expect(await customersOf(id)).toBe(0)
      else expect(await customersOf(id)).toBeGreaterThanOrEqual(250)
      await resumeImports(world.services)
      expect((await client.imports.get({ params: { id } })).state).toBe('running')
      await passTime(id)
      await resumeImports(world.services)
      const done = await settled(client, id)
      expect(done).toMatchObject({
        state: 'done',
        counts: { create: 801, customersCreated: 800, contactsCreated: 801, error: 0 },
      })
      expect(await customersOf(id)).toBe(800)
      expect(await eventsOf(id)).toEqual(['import.run'])
    },
  )
})

test('two servers that both take it up import each row once', async () => {
  const second = await testServices(world.connectionString, world.services.clock)
  const { id, version } = await checked(client, csv([heading, ...lines(600)]))
  await client.imports.run({ params: { id }, body: { mode: 'valid_rows', version } })
  await Promise.all([resumeImports(second), resumeImports(world.services), resumeImports(second)])
  expect((await settled(client, id)).counts.customersCreated).toBe(600)
  expect(await eventsOf(id)).toEqual(['import.run'])
  await second.live.stop()
  await second.db.destroy()
})
