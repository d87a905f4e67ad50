import { type ChildProcess, execFile, type SpawnOptions, spawn } from 'node:child_process'
import { once } from 'node:events'
import { stat } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { promisify } from 'node:util'
import { PostgresStartError } from './start-error.ts'

const run = promisify(execFile)

/** PostgreSQL refuses to run as root; this is whom it runs as, and how a process becomes that user. */
export type ServerUser = {
  /** The owner that the data must have, as the file system shows it to us. */
  owner: { uid: number; gid: number }
  /** Set when we are root and step down to `owner`. */
  identity: { uid: number; gid: number } | undefined
  /** Put before PostgreSQL's own programs: a user namespace in which root looks like a normal user to them. */
  disguise: string[]
}

/**
 * A normal user runs the server as itself. Root steps down, in this order:
 *  1. to the owner of the existing data, so that root and a normal user can take turns on one directory;
 *  2. to `postgres`, or failing that to `nobody`. No account is created: changing the machine is not ours to do;
 *  3. where root may not change its user (containers without SETUID), or the data is root's own (made that way, or
 *     restored by root), to a user namespace in which the same files belong to a normal user.
 */
export async function chooseServerUser(cluster: string, dataDir: string): Promise<ServerUser> {
  const self = asOurselves()
  if (self.owner.uid !== 0) return { ...self, disguise: hasAccount() ? [] : NAMESPACE }
  const owner = await ownerOf(cluster)
  const candidates = owner === undefined ? [await ownerOf(dataDir), 'postgres', 'nobody'] : [owner]
  for (const candidate of candidates) {
    const user = candidate === undefined || candidate === '0' ? undefined : await findAccount(candidate)
    if (user && (await canBecome(user))) return { owner: user, identity: user, disguise: [] }
  }
  if (owner !== undefined && owner !== '0')
    throw new PostgresStartError('other-owner', `${cluster}：uid ${owner}`)
  if (await succeedsAs(self, [...NAMESPACE, 'true'], '/')) return { ...self, disguise: NAMESPACE }
  throw new PostgresStartError('no-user', '')
}

/** The user of this process, for chores that need no stepping down. */
export function asOurselves(): ServerUser {
  return { owner: { uid: process.getuid!(), gid: process.getgid!() }, identity: undefined, disguise: [] }
}

/** Spawns as the server user, inside `cwd` even when that user cannot walk the path to it. */
export function spawnAs(user: ServerUser, command: string[], options: SpawnOptions): ChildProcess {
  const [file, ...args] = command
  return spawn(file!, args, { ...options, ...user.identity, env: SERVER_ENV })
}

/** Whether a command run by the server user inside `cwd` succeeds. */
export async function succeedsAs(user: ServerUser, command: string[], cwd: string): Promise<boolean> {
  try {
    const [code] = await once(spawnAs(user, command, { cwd, stdio: 'ignore' }), 'exit')
    return code === 0
  } catch {
    // Not allowed to become that user, or no such program.
    return false
  }
}

// LC_ALL=C keeps the messages English, whatever the machine speaks: start-error.ts reads them.
const SERVER_ENV = { PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C' }

// 65534 is `nobody` everywhere; initdb insists on a user that has an account.
const NAMESPACE = ['unshare', '--user', '--map-user=65534', '--map-group=65534', '--']

async function ownerOf(dir: string): Promise<string | undefined> {
  const found = await stat(dir).catch(() => undefined)
  return found && String(found.uid)
}

async function findAccount(name: string): Promise<{ uid: number; gid: number } | undefined> {
  try {
    const { stdout } = await run('getent', ['passwd', name])
    const [, , uid, gid] = stdout.split(':')
    return { uid: Number(uid), gid: Number(gid) }
  } catch {
    return undefined
  }
}

function hasAccount(): boolean {
  try {
    return Boolean(userInfo().username)
  } catch {
    return false
  }
}

function canBecome(user: { uid: number; gid: number }): Promise<boolean> {
  return succeedsAs({ owner: user, identity: user, disguise: [] }, ['true'], '/')
}
