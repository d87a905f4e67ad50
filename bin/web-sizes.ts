import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'

interface Chunk {
  file: string
  isEntry?: boolean
  imports?: string[]
  dynamicImports?: string[]
}
type Manifest = Record<string, Chunk>

const kilobyte = 1000

export interface WebSizes {
  /** Bytes of the first load. */
  entry: number
  /** Bytes that each lazy page adds to it. */
  pages: { page: string; extra: number }[]
}

/** Compressed JavaScript of the first load and of each lazy page beyond it (design.md §7: < 400 kB and < 150 kB). */
export async function reportSizes(dist: string): Promise<string> {
  const { entry, pages } = await measureWeb(dist)
  const kB = (bytes: number) => (bytes / kilobyte).toFixed(1)
  const lines = pages.map(({ page, extra }) => `  ${page} +${kB(extra)} kB`)
  return [`首屏 JavaScript ${kB(entry)} kB（brotli，上限 400）`, ...lines].join('\n')
}

export async function measureWeb(dist: string): Promise<WebSizes> {
  const manifest: Manifest = JSON.parse(await readFile(path.join(dist, '.vite/manifest.json'), 'utf8'))
  const entry = Object.keys(manifest).find((key) => manifest[key]?.isEntry)
  if (!entry) throw new Error('构建清单里没有入口文件')
  const first = closureOf(manifest, [entry])
  const pages: WebSizes['pages'] = []
  for (const page of manifest[entry]?.dynamicImports ?? []) {
    const extra = new Set([...closureOf(manifest, [page])].filter((key) => !first.has(key)))
    pages.push({ page, extra: await weigh(dist, manifest, extra) })
  }
  return { entry: await weigh(dist, manifest, first), pages }
}

function closureOf(manifest: Manifest, keys: readonly string[], seen = new Set<string>()): Set<string> {
  for (const key of keys) {
    if (seen.has(key)) continue
    seen.add(key)
    closureOf(manifest, manifest[key]?.imports ?? [], seen)
  }
  return seen
}

async function weigh(dist: string, manifest: Manifest, keys: Set<string>): Promise<number> {
  let bytes = 0
  for (const key of keys) bytes += await compressedSize(path.join(dist, manifest[key]?.file ?? ''))
  return bytes
}

async function compressedSize(file: string): Promise<number> {
  const compressed = await stat(`${file}.br`).catch(() => stat(file))
  return compressed.size
}
