import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Plugin } from 'vite'

/** What opens without a network: the entry with all that it imports, and these pages of the phone with all that they import. */
const pages = [
  'phone/MePage',
  'today/TodayPage',
  'activities/NewVisitPage',
  'activities/ActivitiesPage',
  'activities/ActivityPage',
  'reports/ReportsPage',
  'reports/DailyEditorPage',
  'reports/NewTaskPage',
  'customers/CustomersPage',
  'customers/CustomerPage',
].map((page) => `/src/${page}.tsx`)

interface Chunk {
  facadeModuleId: string | null
  isEntry: boolean
  imports: string[]
  viteMetadata?: { importedCss: Set<string> }
}

/** Writes /worker.js, which keeps the built shell on the device. ZHUOWEI_OFFLINE=off builds one that removes itself everywhere. */
export function offlineShell(): Plugin {
  return {
    name: 'zhuowei:offline-shell',
    apply: 'build',
    generateBundle(_, bundle) {
      const chunks = new Map<string, Chunk>()
      for (const [file, part] of Object.entries(bundle)) if (part.type === 'chunk') chunks.set(file, part)
      const wanted = [...chunks].filter(
        ([, { isEntry, facadeModuleId }]) => isEntry || pages.some((page) => facadeModuleId?.endsWith(page)),
      )
      if (wanted.length !== pages.length + 1) this.error('有的页面不再是单独的文件：plugins/offline-shell.ts')
      const assets = closureOf(
        chunks,
        wanted.map(([file]) => file),
      )
      const files = ['/', '/appearance.js', '/favicon.svg', ...[...assets].sort().map((file) => `/${file}`)]
      const shell =
        process.env.ZHUOWEI_OFFLINE === 'off' ? null : { version: process.env.ZHUOWEI_BUILD ?? 'dev', files }
      const worker = readFileSync(path.join(import.meta.dirname, 'offline-worker.js'), 'utf8')
      this.emitFile({
        type: 'asset',
        fileName: 'worker.js',
        source: `const shell = ${JSON.stringify(shell)}\n${worker}`,
      })
    },
  }
}

function closureOf(chunks: ReadonlyMap<string, Chunk>, files: readonly string[], seen = new Set<string>()) {
  for (const file of files) {
    if (seen.has(file)) continue
    seen.add(file)
    const chunk = chunks.get(file)
    for (const style of chunk?.viteMetadata?.importedCss ?? []) seen.add(style)
    closureOf(chunks, chunk?.imports ?? [], seen)
  }
  return seen
}
