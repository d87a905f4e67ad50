import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { createInterface } from 'node:readline'

/** A whole server as its own process, to be killed without warning. */
export async function startChildServer(env: Record<string, string>) {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'server.child.ts')], {
    env: { ...process.env, DATABASE_URL: '', PORT: '0', ZHUOWEI_LOG_LEVEL: 'error', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exited = once(child, 'exit')
  for await (const line of createInterface({ input: child.stdout })) {
    if (!line.startsWith('{"url"')) continue
    const { url, token }: { url: string; token: string | null } = JSON.parse(line)
    return { child, exited, url, token }
  }
  throw new Error('the server ended before it was ready')
}
