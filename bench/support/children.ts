import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import type { Statement } from './statement.ts'

export interface Server {
  url: string
  /** From the start of the process to the first request that it takes. */
  readyAfter: number
  memory(): Promise<number>
  stop(): Promise<void>
}

/** The product in a process of its own, as an operator runs it. */
export async function startServerProcess(env: Record<string, string>): Promise<Server> {
  const began = performance.now()
  const child = start('serve.child.ts', env)
  const { url } = (await answer(child)) as { url: string } // what serve.child.ts sends first
  return {
    url,
    readyAfter: performance.now() - began,
    memory: async () => (await ask(child, 'memory')) as number, // its answer to this question
    stop: () => end(child),
  }
}

export interface FloorJob {
  connectionString: string
  /** Each is one unit of work: a query that is serialised, or the statements of one transaction. */
  work:
    | { kind: 'query'; statements: readonly Statement[] }
    | { kind: 'transaction'; transactions: readonly Statement[][] }
  clients: number
  /** Repeats the statements for so long; left out, each is run once. */
  seconds?: number
}

export interface FloorResult {
  perSecond: number
  /** Of each unit, in milliseconds. */
  durations: number[]
}

/** What the bare driver does with the same statements, in a process of its own, without HTTP, session or scope. */
export async function runFloor(job: FloorJob): Promise<FloorResult> {
  const child = start('floor.child.ts', {})
  try {
    return (await ask(child, job)) as FloorResult // floor.child.ts answers each job with one
  } finally {
    await end(child)
  }
}

function start(file: string, env: Record<string, string>): ChildProcess {
  return fork(path.join(import.meta.dirname, file), {
    env: { ...process.env, NODE_ENV: 'production', ZHUOWEI_LOG_LEVEL: 'error', ...env },
  })
}

async function ask(child: ChildProcess, question: unknown): Promise<unknown> {
  child.send(question as object)
  return answer(child)
}

async function answer(child: ChildProcess): Promise<unknown> {
  const settled = new AbortController()
  const { signal } = settled
  try {
    const [message] = await Promise.race([
      once(child, 'message', { signal }),
      once(child, 'exit', { signal }).then(([code]) =>
        Promise.reject(new Error(`the process ended with ${code} before it answered`)),
      ),
    ])
    return message
  } finally {
    settled.abort()
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  await gone
}
