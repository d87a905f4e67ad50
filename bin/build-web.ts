import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { glob, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { reportSizes } from './web-sizes.ts'

const root = path.join(import.meta.dirname, '..')
const web = path.join(root, 'packages/web')
const dist = path.join(web, 'dist')
const brotli = promisify(brotliCompress)
const stamp = path.join(dist, 'version.json')

/** Everything that ends up in the browser; a change of any of it is a reason to build. */
const sources = [
  'packages/web/{src,public,plugins}/**/*.*',
  'packages/web/{index.html,vite.config.ts,package.json}',
  'packages/{contract,domain}/src/**/*.ts',
  'package-lock.json',
]

if (import.meta.main) await buildWeb()

/** Builds the web pages into packages/web/dist, compressed beforehand, unless they are already up to date. */
export async function buildWeb(): Promise<void> {
  const version = await hashOfSources()
  if ((await builtVersion()) === version) return
  process.env.ZHUOWEI_BUILD = version
  process.env.NODE_ENV ??= 'production'
  await rm(stamp, { force: true })
  const { build } = await import('vite')
  await build({ root: web, configFile: path.join(web, 'vite.config.ts'), logLevel: 'warn' })
  await compressAll()
  await writeFile(stamp, JSON.stringify({ version }))
  console.log(await reportSizes(dist))
}

async function hashOfSources(): Promise<string> {
  // The one setting that goes into the built files; see packages/web/plugins/offline-shell.ts.
  const hash = createHash('sha256').update(process.env.ZHUOWEI_OFFLINE ?? '')
  const files: string[] = []
  for await (const file of glob(sources, { cwd: root })) {
    if (!/\.test\.tsx?$/.test(file)) files.push(file)
  }
  for (const file of files.sort()) hash.update(file).update(await readFile(path.join(root, file)))
  return hash.digest('hex').slice(0, 16)
}

async function builtVersion(): Promise<string | undefined> {
  if (!existsSync(stamp)) return undefined
  return JSON.parse(await readFile(stamp, 'utf8')).version
}

/** The server sends `.br` and `.gz` as they are: compressed once here, never again per request. */
async function compressAll(): Promise<void> {
  for await (const file of glob('**/*.{js,css,html,svg,json}', { cwd: dist })) {
    const target = path.join(dist, file)
    const bytes = await readFile(target)
    if (bytes.length < 1024) continue
    await writeFile(`${target}.br`, await brotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }))
    await writeFile(`${target}.gz`, await promisify(gzip)(bytes, { level: 9 }))
  }
}
