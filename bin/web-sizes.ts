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

/** Compressed JavaScript of the first load and of each lazy page beyond it (design.md §7: < 400 kB and < 150 kB). */
export async function reportSizes(dist: string): Promise<string> {
  const manifest: Manifest = JSON.parse(await readFile(path.join(dist, '.vite/manifest.json'), 'utf8'))
  const entry = Object.keys(manifest).find((key) => manifest[key]?.isEntry)
  if (!entry) throw new Error('构建清单里没有入口文件')
  const first = closureOf(manifest, [entry])
  const lines = [`首屏 JavaScript ${await weigh(dist, manifest, first)} kB（brotli，上限 400）`]
  for (const page of manifest[entry]?.dynamicImports ?? []) {
    const extra = new Set([...closureOf(manifest, [page])].filter((key) => !first.has(key)))
    lines.push(`  ${page} +${await weigh(dist, manifest, extra)} kB`)
  }
  return lines.join('\n')
}

function closureOf(manifest: Manifest, keys: readonly string[], seen = new Set<string>()): Set<string> {
  for (const key of keys) {
    if (seen.has(key)) continue
    seen.add(key)
    closureOf(manifest, manifest[key]?.imports ?? [], seen)
  }
  return seen
}

async function weigh(dist: string, manifest: Manifest, keys: Set<string>): Promise<string> {
  let bytes = 0
  for (const key of keys) bytes += await compressedSize(path.join(dist, manifest[key]?.file ?? ''))
  return (bytes / kilobyte).toFixed(1)
}

async function compressedSize(file: string): Promise<number> {
  const compressed = await stat(`${file}.br`).catch(() => stat(file))
  return compressed.size
}
