import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { startServerProcess } from '../support/children.ts'
import { type Figure, median, seconds } from '../support/figures.ts'

/** From the start of the process to the first request, on an empty directory and on one that has its data. */
export async function startRow(rounds: number): Promise<Figure[]> {
  const empty: number[] = []
  const existing: number[] = []
  for (let round = 0; round < rounds; round++) {
    const dataDir = await mkdtemp(path.join(os.tmpdir(), 'zhuowei-bench-'))
    for (const times of [empty, existing]) {
      const server = await startServerProcess({ ZHUOWEI_DATA_DIR: dataDir, DATABASE_URL: '', PORT: '0' })
      times.push(server.readyAfter)
      await server.stop()
    }
    await rm(dataDir, { recursive: true, force: true })
  }
  const figure = (what: string, values: readonly number[], limit: number): Figure => ({
    row: 'start',
    what,
    measured: seconds(median(values)),
    floor: '',
    ratio: '',
    budget: `< ${limit} s`,
    met: median(values) < limit * 1000,
  })
  return [figure('启动：已有数据 → 可用', existing, 3), figure('启动：空目录 → 可用', empty, 15)]
}
