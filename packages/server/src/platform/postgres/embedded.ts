import { mkdir, realpath } from 'node:fs/promises'
import { resolve } from 'node:path'
import { findBinaries } from './binaries.ts'
import { clusterIn, ensureCluster, SUPERUSER } from './cluster.ts'
import { answers, prepareDatabase } from './connection.ts'
import { takeLease } from './lease.ts'
import { findOrLaunch } from './postmaster.ts'
import { serverLogIn } from './server-log.ts'
import { chooseServerUser } from './server-user.ts'
import { chooseSocketDirectory, SOCKET_PORT } from './socket-directory.ts'
import { explainFileError } from './start-error.ts'

type EmbeddedPostgresOptions = {
  /** Ours alone: holds the cluster and server.log. */
  dataDir: string
  database?: string
  log: { info: (message: string) => void }
  /** PostgreSQL settings over our own, e.g. `{ fsync: 'off' }` in tests. */
  settings?: Record<string, string>
}

export type EmbeddedPostgres = {
  /** Usable directly as the configuration of a `pg` pool; `host` is the directory of the socket. */
  connection: { host: string; port: number; user: string; database: string }
  connectionString: string
  /** The server was running already: another process of ours uses it, or left it behind when it was killed. */
  adopted: boolean
  /** Gives our use of the server up, and stops it unless another process still uses it. */
  stop: () => Promise<void>
  /** Resolves when the server is gone or given up. `requested: false` means it went without being asked. */
  exited: Promise<{ requested: boolean; detail: string }>
}

/** Brings up the PostgreSQL that comes with the product, in a directory, with nothing installed. */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  try {
    return await start(options)
  } catch (error) {
    throw explainFileError(error)
  }
}

async function start({ dataDir, database = 'zhuowei', log, settings = {} }: EmbeddedPostgresOptions) {
  const began = performance.now()
  await mkdir(resolve(dataDir), { recursive: true, mode: 0o700 })
  const home = await realpath(dataDir)
  const user = await chooseServerUser(clusterIn(home), home)
  const binaries = await findBinaries(user)
  const cluster = await ensureCluster(home, user, binaries, settings)
  const lease = await takeLease(cluster, user)
  try {
    const postmaster = await findOrLaunch({
      cluster,
      user,
      binaries,
      settings,
      socketDir: await chooseSocketDirectory(cluster, user),
      log: serverLogIn(home, user),
      answers: (socketDir) => answers(socketDir, cluster),
    })
    const connection = { host: postmaster.socketDir, port: SOCKET_PORT, user: SUPERUSER, database }
    await prepareDatabase(connection)
    const took = Math.round(performance.now() - began)
    log.info(
      `PostgreSQL ${postmaster.adopted ? 'adopted' : 'started'} in ${took} ms (pid ${postmaster.pid}, ${home})`,
    )
    return handle(connection, postmaster, lease)
  } catch (error) {
    // Nobody would stop a server that nobody got: giving the lease up does.
    await lease.release()
    throw error
  }
}

function handle(
  connection: EmbeddedPostgres['connection'],
  postmaster: Awaited<ReturnType<typeof findOrLaunch>>,
  lease: Awaited<ReturnType<typeof takeLease>>,
): EmbeddedPostgres {
  let released: Promise<void> | undefined
  const givenUp = Promise.withResolvers<string>()
  return {
    connection,
    connectionString: connectionStringOf(connection),
    adopted: postmaster.adopted,
    stop() {
      released ??= lease.release().then(() => givenUp.resolve('given up'))
      return released
    },
    exited: Promise.race([postmaster.ended, givenUp.promise]).then((detail) => ({
      requested: released !== undefined,
      detail,
    })),
  }
}

function connectionStringOf({ host, port, user, database }: EmbeddedPostgres['connection']): string {
  const query = new URLSearchParams({ host, port: String(port) })
  return `postgresql://${user}@/${encodeURIComponent(database)}?${query}`
}
