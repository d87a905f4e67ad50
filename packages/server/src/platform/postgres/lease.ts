import { once } from 'node:events'
import { CLUSTER_LEASE_SCRIPT, NO_FLOCK } from './scripts.ts'
import { type ServerUser, spawnAs } from './server-user.ts'
import { PostgresStartError } from './start-error.ts'

/** Our right to the running server. While anybody holds one, the server is not stopped. */
export type Lease = { release: () => Promise<void> }

/**
 * The lease is held by a tiny watchdog, which waits for the end of its input: that comes when we release, and
 * just as surely when this process exits, crashes or is killed. There is one way to stop, not one per way to die.
 */
export async function takeLease(cluster: string, user: ServerUser): Promise<Lease> {
  const watchdog = spawnAs(user, ['sh', '-c', CLUSTER_LEASE_SCRIPT], {
    cwd: cluster,
    detached: true,
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  const gone = new Promise<void>((resolve) => watchdog.once('close', () => resolve()))
  const failed = new Promise<never>((_, reject) => {
    watchdog.once('error', reject)
    watchdog.once('exit', (code) =>
      reject(new PostgresStartError(code === NO_FLOCK ? 'no-flock' : 'in-use', cluster)),
    )
  })
  failed.catch(() => undefined)
  watchdog.stdin!.on('error', () => undefined)
  await Promise.race([once(watchdog.stdout!, 'data'), failed])
  watchdog.unref()
  unrefStream(watchdog.stdin!)
  unrefStream(watchdog.stdout!)
  return {
    async release() {
      watchdog.ref()
      watchdog.stdin!.end()
      watchdog.stdout!.resume()
      await gone
    },
  }
}

/** A forgotten lease must not keep the process alive: when it has nothing else to do it ends, and so does the server. */
function unrefStream(stream: object): void {
  if ('unref' in stream && typeof stream.unref === 'function') stream.unref()
}
