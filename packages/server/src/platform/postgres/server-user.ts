import { type ChildProcess, execFile, type SpawnOptions, spawn } from 'node:child_process'
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
  /** Command in front of every command: a user namespace in which we look like a normal user. */
  prefix: string[]
}

/**
 * A normal user runs the server as itself. Root steps down, in this order:
 *  1. to the owner of the existing data, so that root and a normal user can take turns on one directory;
 *  2. to `postgres`, or failing that to `nobody`. No account is created: changing the machine is not ours to do;
 *  3. where root may not change its user (containers without SETUID), to a user namespace of its own.
 */
export async function chooseServerUser(existingDirs: string[]): Promise<ServerUser> {
  const self = { uid: process.getuid!(), gid: process.getgid!() }
  if (self.uid !== 0) return { owner: self, identity: undefined, prefix: hasAccount() ? [] : NAMESPACE }
  for (const candidate of await unprivilegedUsers(existingDirs)) {
    if (await canBecome(candidate)) return { owner: candidate, identity: candidate, prefix: [] }
  }
  if (await canRun(NAMESPACE)) return { owner: self, identity: undefined, prefix: NAMESPACE }
  throw new PostgresStartError('no-user', '')
}

/** Spawns as the server user, inside `cwd` even when that user cannot walk the path to it. */
export function spawnAs(user: ServerUser, command: string[], options: SpawnOptions): ChildProcess {
  const [file, ...args] = [...user.prefix, ...command]
  return spawn(file!, args, { ...options, ...user.identity, env: SERVER_ENV })
}

/** Whether a command run by the server user inside `cwd` succeeds. */
export function succeedsAs(user: ServerUser, command: string[], cwd: string): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawnAs(user, command, { cwd, stdio: 'ignore' })
    child.once('error', () => resolve(false))
    child.once('exit', (code) => resolve(code === 0))
  })
}

// LC_ALL=C keeps the messages English, whatever the machine speaks: start-error.ts reads them.
const SERVER_ENV = { PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C' }

// 65534 is `nobody` everywhere; initdb insists on a user that has an account.
const NAMESPACE = ['unshare', '--user', '--map-user=65534', '--map-group=65534', '--']

async function unprivilegedUsers(existingDirs: string[]): Promise<{ uid: number; gid: number }[]> {
  const owners = await Promise.all(existingDirs.map((dir) => stat(dir).catch(() => undefined)))
  const names = owners.flatMap((found) => (found && found.uid !== 0 ? [String(found.uid)] : []))
  const users = await Promise.all([...names, 'postgres', 'nobody'].map(findAccount))
  return users.filter((user) => user !== undefined)
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
  return succeedsAs({ owner: user, identity: user, prefix: [] }, ['true'], '/')
}

async function canRun(prefix: string[]): Promise<boolean> {
  return succeedsAs({ owner: { uid: 0, gid: 0 }, identity: undefined, prefix }, ['true'], '/')
}
