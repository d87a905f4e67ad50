import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded.ts'
import {
  ask,
  type Ending,
  hold,
  isAlive,
  postmasterPid,
  QUICK,
  temporaryDirectory,
  watchdogOf,
} from './testing/processes.ts'

// Real processes on a machine that may be busy.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 })

let home: ReturnType<typeof temporaryDirectory>
let dataDir: string
let opened: EmbeddedPostgres[]

beforeEach(() => {
  home = temporaryDirectory()
  dataDir = join(home.path, 'data')
  opened = []
})

afterEach(async () => {
  await Promise.all(opened.map((database) => database.stop()))
  await home.remove()
})

async function start(dir = dataDir): Promise<EmbeddedPostgres> {
  const database = await startEmbeddedPostgres({
    dataDir: dir,
    settings: QUICK,
    log: { info: () => undefined },
  })
  opened.push(database)
  return database
}

describe('a start', () => {
  it('makes a database that knows Chinese, checks its pages and is reached only through a private socket', async () => {
    const { connectionString, connection } = await start()
    const setting = (name: string) => ask(connectionString, `show ${name}`)
    expect(await ask(connectionString, 'select current_database()')).toEqual(['zhuowei'])
    expect(await setting('server_encoding')).toEqual(['UTF8'])
    expect(await setting('data_checksums')).toEqual(['on'])
    expect(await setting('listen_addresses')).toEqual([''])
    expect(await ask(connectionString, "select datctype from pg_database where datname = 'zhuowei'")).toEqual(
      ['C.UTF-8'],
    )
    await ask(connectionString, 'create extension pg_trgm')
    expect(await ask(connectionString, "select cardinality(show_trgm('北京华为科技'))")).toEqual([7])
    expect(statSync(connection.host).mode & 0o777).toBe(0o700)
  })

  it('finds everything again, quickly, after a stop', async () => {
    const first = await start()
    await ask(first.connectionString, 'create table kept as select 42 as answer')
    await first.stop()
    const began = performance.now()
    const second = await start()
    expect(performance.now() - began).toBeLessThan(1000)
    expect(second.adopted).toBe(false)
    expect(await ask(second.connectionString, 'select answer from kept')).toEqual([42])
  })

  it('is not misled by the pid of a dead server that another program has meanwhile', async () => {
    const first = await start()
    const pidFile = join(dataDir, 'cluster', 'postmaster.pid')
    const content = readFileSync(pidFile, 'utf8')
    await first.stop()
    writeFileSync(pidFile, content.replace(/^\d+/, String(process.pid)))
    writeFileSync(join(dataDir, 'cluster', '.s.PGSQL.5432.lock'), `${process.pid}\n`)
    expect((await start()).adopted).toBe(false)
  })

  it('after a first start killed half-way makes the database as if nothing had been', async () => {
    const program = join(import.meta.dirname, 'testing', 'hold.ts')
    const first = spawn(process.execPath, [program, dataDir, JSON.stringify(QUICK), 'stop'], {
      detached: true,
    })
    await expect.poll(() => draftsWithFiles(), { interval: 5, timeout: 5000 }).toBe(1)
    process.kill(-first.pid!, 'SIGKILL')
    await once(first, 'close')
    expect(readdirSync(dataDir)).not.toContain('cluster')
    expect(await ask((await start()).connectionString, 'select 1')).toEqual([1])
  })

  it('moves the socket when the path is too long for one, past a name that somebody else has taken', async () => {
    const deep = join(home.path, 'x'.repeat(100))
    const first = await start(deep)
    const { host } = first.connection
    await first.stop()
    rmSync(host, { recursive: true })
    symlinkSync('/etc', host)
    const second = await start(deep)
    expect(second.connection.host).toBe(`${host}-1`)
    expect(await ask(second.connectionString, 'select 1')).toEqual([1])
    await second.stop()
    rmSync(host)
    rmSync(`${host}-1`, { recursive: true })
  })

  it('puts a log of more than 10 MB aside', async () => {
    mkdirSync(dataDir, { mode: 0o700 })
    writeFileSync(join(dataDir, 'server.log'), '')
    truncateSync(join(dataDir, 'server.log'), 11 * 1024 * 1024)
    await start()
    expect(statSync(join(dataDir, 'server.log.1')).size).toBe(11 * 1024 * 1024)
    expect(readFileSync(join(dataDir, 'server.log'), 'utf8')).toContain('ready to accept connections')
  })
})

describe('one server for all', () => {
  it('two processes that start at the same moment share it, and the last one to leave stops it', async () => {
    const [one, other] = await Promise.all([hold(dataDir), hold(dataDir)])
    expect([one.adopted, other.adopted].sort()).toEqual([false, true])
    const pid = postmasterPid(dataDir)
    const [starter, joiner] = one.adopted ? [other, one] : [one, other]
    await starter.finish()
    expect(await ask(joiner.connectionString, 'select 1')).toEqual([1])
    expect(isAlive(pid)).toBe(true)
    await joiner.finish()
    expect(isAlive(pid)).toBe(false)
  })

  it('a start during the stop of the last user waits and brings up a new server', async () => {
    const first = await start()
    const stopping = first.stop()
    const second = await start()
    await stopping
    expect(await ask(second.connectionString, 'select 1')).toEqual([1])
  })

  it('left behind by a killed process and its watchdog, it is adopted and then stopped', async () => {
    const killed = await hold(dataDir)
    const pid = postmasterPid(dataDir)
    process.kill(watchdogOf(killed.child, dataDir), 'SIGKILL')
    killed.child.kill('SIGKILL')
    await once(killed.child, 'close')
    const adopter = await start()
    expect(adopter.adopted).toBe(true)
    expect(postmasterPid(dataDir)).toBe(pid)
    await adopter.stop()
    expect(isAlive(pid)).toBe(false)
    expect(await adopter.exited).toMatchObject({ requested: true })
  })

  it.each<[string, NodeJS.Signals | undefined, Ending]>([
    ['ends normally without stopping it', undefined, 'none'],
    ['leaves with process.exit', undefined, 'exit'],
    ['dies of an uncaught exception', undefined, 'throw'],
    ['gets SIGTERM', 'SIGTERM', 'none'],
    ['gets SIGINT', 'SIGINT', 'none'],
    ['is killed with kill -9', 'SIGKILL', 'none'],
  ])('is not left behind by a process that %s', async (_, signal, ending) => {
    const holder = await hold(dataDir, { ending })
    const pid = postmasterPid(dataDir)
    if (signal) holder.child.kill(signal)
    await holder.finish()
    await expect.poll(() => isAlive(pid), { timeout: 5000 }).toBe(false)
  })

  it('tells its user when it goes without being asked', async () => {
    const database = await start()
    process.kill(postmasterPid(dataDir), 'SIGINT')
    expect(await database.exited).toEqual({ requested: false, detail: 'exit code 0' })
  })
})

function draftsWithFiles(): number {
  const found = existsSync(dataDir) ? readdirSync(dataDir).filter((name) => name.includes('draft')) : []
  return found.filter((name) => existsSync(join(dataDir, name, 'PG_VERSION'))).length
}
