/**
 * The budgets of design.md §7, each beside its floor in the same run: `npm run bench`. Text on the screen, JSON in bench/results/latest.json.
 *
 *   --quick        10,000 and 100,000 customers only, shorter rounds
 *   --only row     one row or several: list sizes search create obligations today import web start (memory comes with list)
 *
 * The customers are made once and kept in data/bench (a million take some minutes); `rm -rf data/bench` begins anew. The database is the
 * embedded PostgreSQL with its default, durable settings. Rounds of product and floor take turns and the medians are shown, because ratios
 * of one run say something on any machine and milliseconds do not.
 */
import { mkdir, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { ownerPool } from '@zhuowei/server/platform/db/connect.ts'
import type { EmbeddedPostgres } from '@zhuowei/server/platform/postgres/embedded.ts'
import { createRow } from './rows/create.ts'
import { importRow } from './rows/import.ts'
import { listRow, type Place } from './rows/list.ts'
import { fillThousand, obligationsRow } from './rows/obligations.ts'
import { searchRow } from './rows/search.ts'
import { sizesRow } from './rows/sizes.ts'
import { startRow } from './rows/start.ts'
import { todayRow } from './rows/today.ts'
import { webRow } from './rows/web.ts'
import { startServerProcess } from './support/children.ts'
import { fillCustomers, multiplyCustomers } from './support/customers.ts'
import { benchDir, ensureDatabase, secretKey, startCluster } from './support/databases.ts'
import { acknowledge } from './support/division.ts'
import { asTable, type Figure } from './support/figures.ts'

const { values } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, only: { type: 'string', multiple: true } },
})
const quick = values.quick
const effort = quick ? { rounds: 3, seconds: 2 } : { rounds: 5, seconds: 5 }
const rows = ['list', 'sizes', 'search', 'create', 'obligations', 'today', 'import', 'web', 'start']
const wanted = new Set(values.only ?? rows)
const unknown = [...wanted].filter((row) => !rows.includes(row))
if (unknown.length > 0) {
  console.error(`没有 ${unknown.join('、')} 这一项；可选：${rows.join(' ')}`)
  process.exit(1)
}

const figures = await measure()
console.log(asTable(figures))
const results = path.join(import.meta.dirname, 'results')
await mkdir(results, { recursive: true })
const machine = {
  cpu: os.cpus()[0]?.model,
  cores: os.cpus().length,
  load: os.loadavg()[0],
  node: process.version,
}
await writeFile(
  path.join(results, 'latest.json'),
  JSON.stringify({ at: new Date(), quick, machine, figures }, null, 2),
)

async function measure(): Promise<Figure[]> {
  const figures: Figure[] = []
  const note = (more: Figure | readonly Figure[]) => {
    for (const figure of [more].flat()) {
      figures.push(figure)
      console.error(
        `${figure.what}：${figure.measured}${figure.floor && ` | ${figure.floor}`} | ${figure.ratio}`,
      )
    }
  }
  if (wanted.has('web')) note(await webRow())
  if (wanted.has('start')) note(await startRow(quick ? 1 : 3))
  if (!needsDatabase()) return figures
  await mkdir(benchDir, { recursive: true })
  const cluster = await startCluster()
  try {
    if (wanted.has('obligations')) {
      const url = await ensureDatabase(cluster, 'bench_thousand', fillThousand)
      note(await obligationsRow(url, effort.rounds))
    }
    if (needsCustomers()) await measureCustomers(cluster, note)
  } finally {
    await cluster.stop()
  }
  return figures
}

async function measureCustomers(
  cluster: EmbeddedPostgres,
  note: (more: Figure | readonly Figure[]) => void,
): Promise<void> {
  const places = await openPlaces(cluster)
  const middle = places.get(100_000)
  try {
    if (!middle) throw new Error('100,000 customers are missing')
    if (wanted.has('list')) note(await listRow(middle, effort))
    if (wanted.has('sizes')) note(await sizesRow(places, effort.rounds))
    if (wanted.has('search')) note(await searchRow(middle, quick ? 200 : 600))
    if (wanted.has('today')) note(await todayRow(middle, effort.rounds))
    if (wanted.has('create')) note(await createRow(middle, effort.rounds, quick ? 60 : 150))
    if (wanted.has('import')) note(await importRow(middle))
  } finally {
    for (const { server } of places.values()) await server.stop()
  }
}

/** A database and a server for each size that is asked for. */
async function openPlaces(cluster: EmbeddedPostgres): Promise<Map<number, Place>> {
  const urls = new Map([
    [100_000, await ensureDatabase(cluster, 'bench_100k', (pool) => fillCustomers(pool, 100_000))],
  ])
  if (wanted.has('sizes')) {
    urls.set(10_000, await ensureDatabase(cluster, 'bench_10k', (pool) => fillCustomers(pool, 10_000)))
    if (!quick)
      urls.set(1_000_000, await ensureDatabase(cluster, 'bench_1m', multiplyCustomers, 'bench_100k'))
  }
  const places = new Map<number, Place>()
  for (const [size, databaseUrl] of [...urls].sort(([one], [other]) => one - other)) {
    const pool = ownerPool({ connectionString: databaseUrl })
    await acknowledge(pool)
    await pool.end()
    const env = {
      DATABASE_URL: databaseUrl,
      ZHUOWEI_SECRET_KEY: secretKey,
      ZHUOWEI_DATA_DIR: benchDir,
      PORT: '0',
    }
    places.set(size, { databaseUrl, server: await startServerProcess(env) })
  }
  return places
}

function needsCustomers(): boolean {
  return ['list', 'sizes', 'search', 'today', 'create', 'import'].some((row) => wanted.has(row))
}

function needsDatabase(): boolean {
  return wanted.has('obligations') || needsCustomers()
}
