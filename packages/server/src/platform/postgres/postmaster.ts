import { closeSync, openSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Binaries } from './binaries.ts'
import { CLUSTER_AS_CWD } from './cluster.ts'
import { IS_OUR_SERVER_SCRIPT, LAUNCH_SCRIPT, STILL_RUNNING } from './scripts.ts'
import type { ServerLog } from './server-log.ts'
import { type ServerUser, spawnAs, succeedsAs } from './server-user.ts'
import { SOCKET_IN_CLUSTER, SOCKET_PORT } from './socket-directory.ts'
import { explainOutput, PostgresStartError } from './start-error.ts'

export type Postmaster = {
  pid: number
  socketDir: string
  adopted: boolean
  /** Resolves with what happened when the server process ends. */
  ended: Promise<string>
}

type Launch = {
  cluster: string
  user: ServerUser
  binaries: Binaries
  socketDir: string
  settings: Record<string, string>
  log: ServerLog
  /** Whether the server behind this socket directory takes connections yet. */
  answers: (socketDir: string) => Promise<boolean>
}

// A server that is stopping or losing its last backends frees the cluster within seconds; recovery after a crash
// may take minutes, and killing it would only make the next one start over.
const OCCUPIED_LIMIT = 30_000
const RECOVERY_LIMIT = 600_000

/** The one server of the cluster: the one that runs already, or a new one. */
export async function findOrLaunch(launch: Launch): Promise<Postmaster> {
  const began = Date.now()
  while (Date.now() - began < RECOVERY_LIMIT) {
    const running = await findRunning(launch)
    if (running && (await launch.answers(running.socketDir))) {
      return { ...running, adopted: true, ended: watchProcess(running.pid) }
    }
    const launched = running ? undefined : await launchServer(launch)
    if (launched) return launched
    if (!running && Date.now() - began > OCCUPIED_LIMIT)
      throw new PostgresStartError('in-use', launch.cluster)
    await pause(30)
  }
  throw new PostgresStartError('timeout', await launch.log.tail())
}

async function findRunning({
  cluster,
  user,
}: Launch): Promise<Pick<Postmaster, 'pid' | 'socketDir'> | undefined> {
  const file = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')
  const [pid, , , , socketDir] = file.split('\n')
  if (!pid || !socketDir) return undefined
  if (!(await succeedsAs(user, ['sh', '-c', IS_OUR_SERVER_SCRIPT, pid], cluster))) return undefined
  return { pid: Number(pid), socketDir: seenFromOutside(socketDir, cluster) }
}

/** Undefined when processes of an earlier server are still there: look again. */
async function launchServer(launch: Launch): Promise<Postmaster | undefined> {
  const { cluster, user, socketDir, log } = launch
  await log.begin()
  const output = openSync(log.path, 'a')
  const child = spawnAs(user, ['sh', '-c', LAUNCH_SCRIPT, 'sh', socketDir, ...serverCommand(launch)], {
    cwd: cluster,
    // A session of its own: Ctrl-C in the terminal must reach us first, to finish requests before the server goes.
    detached: true,
    stdio: ['ignore', output, output],
  })
  closeSync(output)
  child.unref()
  let exitCode: number | null | undefined
  const ended = new Promise<string>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      exitCode = code
      resolve(signal ? `signal ${signal}` : `exit code ${code}`)
    })
  })
  const outside = seenFromOutside(socketDir, cluster)
  const deadline = Date.now() + RECOVERY_LIMIT
  while (!(await launch.answers(outside))) {
    if (exitCode === STILL_RUNNING) return undefined
    if (exitCode !== undefined) throw await explainOutput(await log.tail(), cluster)
    if (Date.now() > deadline) throw new PostgresStartError('timeout', await log.tail())
    await Promise.race([pause(20), ended])
  }
  return { pid: child.pid!, socketDir: outside, adopted: false, ended }
}

function serverCommand({ user, binaries, socketDir, settings }: Launch): string[] {
  const all = { ...DEFAULTS, ...settings, unix_socket_directories: socketDir, port: String(SOCKET_PORT) }
  const options = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  return [...user.disguise, binaries.postgres, '-D', CLUSTER_AS_CWD, ...options]
}

// Given on the command line at every start, so that they come from this version of the program and not from
// the day the cluster was made.
const DEFAULTS = {
  cluster_name: 'zhuowei',
  listen_addresses: '',
  unix_socket_permissions: '0700',
  max_connections: '60',
  shared_buffers: '128MB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  max_wal_size: '512MB',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'Asia/Shanghai',
  log_line_prefix: '%m [%p] %q%u@%d ',
  lc_messages: 'C',
  password_encryption: 'scram-sha-256',
}

function seenFromOutside(socketDir: string, cluster: string): string {
  return socketDir === SOCKET_IN_CLUSTER ? cluster : socketDir
}

/** An adopted server is no child of ours, so the kernel does not tell us when it ends. */
function watchProcess(pid: number): Promise<string> {
  return new Promise((resolve) => {
    const timer = setInterval(async () => {
      const state = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
      if (state !== '' && !/\) [ZX] /.test(state)) return
      clearInterval(timer)
      resolve('process gone')
    }, 1000)
    timer.unref()
  })
}
