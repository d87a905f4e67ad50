import { createHash } from 'node:crypto'
import { chmod, chown, lstat, mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemIdentifier } from './cluster.ts'
import { type ServerUser, succeedsAs } from './server-user.ts'
import { PostgresStartError } from './start-error.ts'

export const SOCKET_PORT = 5432

/** How the server names a socket in the cluster itself: relative, so the length of the path does not concern it. */
export const SOCKET_IN_CLUSTER = '.'

// sockaddr_un holds 108 bytes; beyond this connecting fails.
const LONGEST_PATH = 100

/**
 * The socket lies in the cluster, which is private already. When that path is too long for a client it goes to a
 * directory of mode 700 in the temporary directory; one that somebody else has taken is passed over.
 */
export async function chooseSocketDirectory(cluster: string, user: ServerUser): Promise<string> {
  if (fits(cluster)) return SOCKET_IN_CLUSTER
  const identity = createHash('sha256')
    .update(`${await systemIdentifier(cluster)} ${cluster}`)
    .digest('hex')
  for (const root of new Set([tmpdir(), '/tmp', '/run', '/dev/shm'])) {
    for (const attempt of ['', '-1', '-2', '-3']) {
      const dir = join(root, `zhuowei-${identity.slice(0, 16)}${attempt}`)
      if (fits(dir) && (await makePrivate(dir, user))) return dir
    }
  }
  throw new PostgresStartError('no-socket', cluster)
}

function fits(dir: string): boolean {
  return Buffer.byteLength(join(dir, `.s.PGSQL.${SOCKET_PORT}`)) < LONGEST_PATH
}

async function makePrivate(dir: string, user: ServerUser): Promise<boolean> {
  try {
    await mkdir(dir, { mode: 0o700 })
    await chmod(dir, 0o700)
    if (user.identity) await chown(dir, user.identity.uid, user.identity.gid)
  } catch {
    // Taken, by an earlier start of ours or by somebody else: the check below tells them apart.
  }
  const found = await lstat(dir).catch(() => undefined)
  const isOurs = found?.isDirectory() && found.uid === user.owner.uid && (found.mode & 0o077) === 0
  return Boolean(isOurs) && succeedsAs(user, ['test', '-w', dir], '/')
}
