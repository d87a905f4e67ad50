import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import pg from 'pg'

export type Ending = 'stop' | 'throw' | 'exit' | 'none'

export type Holder = {
  child: ChildProcess
  connectionString: string
  adopted: boolean
  finish: () => Promise<void>
}

/** Not durable and therefore quick; the tests of durability leave it out. */
export const QUICK = { fsync: 'off' }

type HoldOptions = {
  ending?: Ending
  settings?: Record<string, string>
  command?: string[]
  identity?: object
  project?: string
}

/** Another process that starts or joins the database, as the application would. */
export async function hold(dataDir: string, options: HoldOptions = {}): Promise<Holder> {
  const {
    ending = 'stop',
    settings = QUICK,
    command = [process.execPath],
    identity,
    project = import.meta.dirname,
  } = options
  const [file, ...args] = [...command, join(project, 'hold.ts'), dataDir, JSON.stringify(settings), ending]
  const child = spawn(file!, args, { stdio: ['pipe', 'pipe', 'pipe'], cwd: '/', ...identity })
  let complaint = ''
  child.stderr!.on('data', (chunk) => (complaint += chunk))
  const [first] = await Promise.race([
    once(createInterface(child.stdout!), 'line'),
    once(child, 'close').then(() => Promise.reject(new Error(complaint))),
  ])
  return {
    child,
    ...JSON.parse(first),
    async finish() {
      const closed = once(child, 'close')
      child.stdin!.end()
      await closed
    },
  }
}

export async function ask(connectionString: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client(connectionString)
  await client.connect()
  try {
    return (await client.query({ text: sql, rowMode: 'array' })).rows.flat()
  } finally {
    await client.end()
  }
}

export function postmasterPid(dataDir: string): number {
  return Number(readFileSync(join(dataDir, 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0])
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}

/** The process that would stop the server when `parent` dies. */
export function watchdogOf(parent: ChildProcess, dataDir: string): number {
  const children = readFileSync(`/proc/${parent.pid}/task/${parent.pid}/children`, 'utf8')
    .trim()
    .split(' ')
    .map(Number)
  const server = postmasterPid(dataDir)
  const watchdog = children.find((pid) => pid !== server)
  if (!watchdog) throw new Error(`no watchdog among ${children}`)
  return watchdog
}

export function temporaryDirectory(): { path: string; remove: () => Promise<void> } {
  const path = mkdtempSync(join(tmpdir(), 'zhuowei-pg-'))
  return { path, remove: () => rm(path, { recursive: true, force: true }) }
}
