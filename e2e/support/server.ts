import { type ChildProcess, fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { Answer, Wish } from './demo-host-talk.ts'

/** Monday morning, twenty minutes before Friday's report counts as missed (§7). */
export const demoInstant = '2026-11-23T08:40:00+08:00'

export interface RunningServer {
  url: string
  stop(): Promise<void>
}

export interface PrintingServer extends RunningServer {
  /** Everything that the person who started it can read in the terminal. */
  printed(): string
}

/** Opens the demonstration in a given database, one at a time. */
export interface DemoHost {
  open(databaseUrl: string, now: string): Promise<RunningServer>
  end(): Promise<void>
}

export function startDemoHost(): DemoHost {
  const child = fork(path.join(import.meta.dirname, 'demo-host.ts'))
  return {
    async open(databaseUrl, now) {
      const { env, forget } = await storyEnv(databaseUrl)
      const answer = await ask(child, { env, now })
      if (!('url' in answer)) throw new Error(`服务器没有启动：${JSON.stringify(answer)}`)
      return {
        url: answer.url,
        async stop() {
          await ask(child, 'close')
          await forget()
        },
      }
    },
    async end() {
      const exited = once(child, 'exit')
      child.disconnect()
      await exited
    },
  }
}

async function ask(child: ChildProcess, wish: Wish): Promise<Answer> {
  const answered = once(child, 'message')
  child.send(wish)
  const [answer]: Answer[] = await answered
  if (!answer || 'failed' in answer) throw new Error(answer?.failed)
  return answer
}

/** Starts `npm run demo -- --now …` as its own process on a free port. */
export const startDemo = (databaseUrl: string): Promise<PrintingServer> =>
  startProcess(['bin/demo.ts', '--now', demoInstant], databaseUrl)

/** Starts `npm start`, as an administrator does on the first day. */
export const startReal = (databaseUrl: string): Promise<PrintingServer> =>
  startProcess(['bin/start.ts'], databaseUrl)

async function startProcess(command: readonly string[], databaseUrl: string): Promise<PrintingServer> {
  const { env, forget } = await storyEnv(databaseUrl)
  const child = spawn(process.execPath, command, {
    cwd: path.join(import.meta.dirname, '../..'),
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  let output = ''
  const url = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString()
      const found = /卓维已启动：(\S+)/.exec(output)?.[1]
      if (found) resolve(found)
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.once('exit', (code) => reject(new Error(`服务器没有启动（${code}）：${output}`)))
  })
  return {
    url,
    printed: () => output,
    async stop() {
      child.kill('SIGTERM')
      await exited
      await forget()
    },
  }
}

async function storyEnv(databaseUrl: string) {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'zhuowei-story-'))
  const env = {
    PORT: '0',
    DATABASE_URL: databaseUrl,
    ZHUOWEI_DATA_DIR: dataDir,
    // The copy of the seeded database must be read with the key that it was written with.
    ZHUOWEI_SECRET_KEY: '5a'.repeat(32),
    ZHUOWEI_LOG_LEVEL: 'warn',
    ZHUOWEI_PAGES: 'built', // by bin/e2e.ts
  }
  return { env, forget: () => rm(dataDir, { recursive: true, force: true }) }
}
