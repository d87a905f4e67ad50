import {
  chmod,
  chown,
  mkdtemp,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises'
import { join } from 'node:path'
import type { Binaries } from './binaries.ts'
import { type ServerUser, spawnAs } from './server-user.ts'
import { explainOutput, PostgresStartError } from './start-error.ts'

/** Held by every process of a running server, so that two servers on one cluster are impossible. */
export const SERVER_LOCK = 'server.lock'
/** Shared by the application processes that use the server; the last to let go stops it. */
export const LEASE_LOCK = 'lease.lock'

export const SUPERUSER = 'postgres'

/**
 * PostgreSQL only ever sees its cluster as the directory it stands in. The kernel takes a process there before
 * it steps down from root, so the parents of the data directory may be closed to it (mode 700, like /root).
 */
export const CLUSTER_AS_CWD = '/proc/self/cwd'

export function clusterIn(dataDir: string): string {
  return join(dataDir, 'cluster')
}

function draftPrefix(dataDir: string): string {
  return `${clusterIn(dataDir)}.draft-`
}

/** Makes the cluster when there is none. A killed first start leaves only a draft, which the next one removes. */
export async function ensureCluster(
  dataDir: string,
  user: ServerUser,
  binaries: Binaries,
  settings: Record<string, string>,
): Promise<string> {
  const cluster = clusterIn(dataDir)
  if (!(await isPresent(cluster, binaries))) {
    await removeAbandonedDrafts(dataDir)
    const draft = await mkdtemp(draftPrefix(dataDir))
    try {
      await initialise(draft, user, binaries, settings)
      await rename(draft, cluster).catch(ignoreLostRace)
    } finally {
      await rm(draft, { recursive: true, force: true })
    }
  }
  return realpath(cluster)
}

/** The number that initdb gave this cluster: the first eight bytes of its control file. */
export async function systemIdentifier(cluster: string): Promise<string> {
  const control = await readFile(join(cluster, 'global', 'pg_control'))
  return control.readBigUInt64LE(0).toString()
}

async function isPresent(cluster: string, binaries: Binaries): Promise<boolean> {
  const files: string[] = await readdir(cluster).catch((error) => {
    if (error.code === 'ENOENT') return []
    if (error.code === 'EACCES') throw new PostgresStartError('other-owner', cluster, { cause: error })
    throw error
  })
  if (files.length === 0) return false
  if (!files.includes('PG_VERSION')) throw new PostgresStartError('not-a-cluster', cluster)
  const version = (await readFile(join(cluster, 'PG_VERSION'), 'utf8')).trim()
  if (version === binaries.majorVersion) return true
  const detail = `${cluster}：PG_VERSION = ${version}，程序版本 = ${binaries.majorVersion}`
  throw new PostgresStartError('version-mismatch', detail)
}

/** What a killed first start left; a draft still being written is younger than this. */
async function removeAbandonedDrafts(dataDir: string): Promise<void> {
  for (const name of await readdir(dataDir)) {
    const draft = join(dataDir, name)
    if (!draft.startsWith(draftPrefix(dataDir))) continue
    const found = await stat(draft).catch(() => undefined)
    if (found && Date.now() - found.mtimeMs > 10 * 60_000) await rm(draft, { recursive: true, force: true })
  }
}

async function initialise(
  draft: string,
  user: ServerUser,
  binaries: Binaries,
  settings: Record<string, string>,
): Promise<void> {
  await handOver(draft, user)
  const command = [...user.disguise, binaries.initdb, '-D', CLUSTER_AS_CWD, ...INITDB_OPTIONS]
  const child = spawnAs(user, settings.fsync === 'off' ? [...command, '--no-sync'] : command, {
    cwd: draft,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  child.stdout!.on('data', (chunk) => (output += chunk))
  child.stderr!.on('data', (chunk) => (output += chunk))
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  if (code !== 0) throw await explainOutput(output, draft)
  for (const name of [SERVER_LOCK, LEASE_LOCK]) {
    await writeFile(join(draft, name), '')
    await handOver(join(draft, name), user)
  }
  await chmod(draft, 0o700)
}

// The socket lives in a directory of mode 700 that only the owner of the data (and root) can enter, so `trust`
// admits nobody who could not read the files anyway.
const INITDB_OPTIONS = [
  '--username',
  SUPERUSER,
  '--encoding',
  'UTF8',
  '--locale',
  'C.UTF-8',
  '--lc-messages',
  'C',
  '--data-checksums',
  '--auth-local',
  'trust',
  '--auth-host',
  'scram-sha-256',
]

async function handOver(path: string, user: ServerUser): Promise<void> {
  if (user.identity) await chown(path, user.identity.uid, user.identity.gid)
}

function ignoreLostRace(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
}
