import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { startEmbeddedPostgres } from './embedded.ts'
import { ask, hold, QUICK, temporaryDirectory } from './testing/processes.ts'

// Real processes on a machine that may be busy.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 })

let home: ReturnType<typeof temporaryDirectory>
let dataDir: string

beforeEach(() => {
  home = temporaryDirectory()
  dataDir = join(home.path, 'data')
})

afterEach(() => home.remove())

// A limit on the size of files fails the same writes in the same places as a full disk, and any user may set one.
const withFilesUpTo = (bytes: number) => ({ command: ['prlimit', `--fsize=${bytes}`, process.execPath] })

describe('a full disk', () => {
  it('on the first start is named, and leaves nothing in the way of the next start', async () => {
    await expect(hold(dataDir, withFilesUpTo(100_000))).rejects.toThrow(/磁盘空间不足[\s\S]*File too large/)
    const holder = await hold(dataDir)
    expect(await ask(holder.connectionString, 'select 1')).toEqual([1])
    await holder.finish()
  })

  it('on a later start is named, and every row is there once there is room again', async () => {
    await writeRows(dataDir)
    await expect(hold(dataDir, withFilesUpTo(0))).rejects.toThrow(/磁盘空间不足/)
    expect(await countRows(dataDir)).toEqual(['1000'])
  })

  // Only root can mount a real small disk; the same two failures are tested above for everybody.
  it.runIf(process.getuid!() === 0)('that really is one is named in the same words', async () => {
    mkdirSync(dataDir)
    if (!succeeds('mount', '-t', 'tmpfs', '-o', 'size=90m', 'zhuowei-test', dataDir)) return
    try {
      await writeRows(dataDir)
      succeeds('dd', 'if=/dev/zero', `of=${dataDir}/filler`, 'bs=64k')
      await expect(hold(dataDir)).rejects.toThrow(/磁盘空间不足/)
      rmSync(join(dataDir, 'filler'))
      expect(await countRows(dataDir)).toEqual(['1000'])
    } finally {
      succeeds('umount', dataDir)
    }
  })
})

describe('a data directory that cannot be used', () => {
  const attempt = () => startEmbeddedPostgres({ dataDir, settings: QUICK, log: { info: () => undefined } })

  it('because it cannot be written is named', async () => {
    writeFileSync(dataDir, 'a file')
    dataDir = join(dataDir, 'below')
    await expect(attempt()).rejects.toMatchObject({
      code: 'not-writable',
      message: expect.stringContaining('数据目录不可写'),
    })
  })

  it('because another version made it is named with both versions', async () => {
    mkdirSync(join(dataDir, 'cluster'), { recursive: true })
    writeFileSync(join(dataDir, 'cluster', 'PG_VERSION'), '15\n')
    await expect(attempt()).rejects.toMatchObject({
      code: 'version-mismatch',
      message: expect.stringMatching(/数据目录版本不符[\s\S]*PG_VERSION = 15，程序版本 = 18/),
    })
  })

  it('because its files are somebody else’s is left untouched', async () => {
    mkdirSync(join(dataDir, 'cluster'), { recursive: true })
    writeFileSync(join(dataDir, 'cluster', 'accounts.xlsx'), 'precious')
    await expect(attempt()).rejects.toMatchObject({ code: 'not-a-cluster' })
  })

  it('because of a wrong setting is answered with what the server said', async () => {
    await expect(hold(dataDir, { settings: { shared_buffers: 'lots' } })).rejects.toThrow(/shared_buffers/)
  })
})

async function writeRows(dir: string): Promise<void> {
  const holder = await hold(dir)
  await ask(holder.connectionString, 'create table rows as select n from generate_series(1, 1000) n')
  await holder.finish()
}

async function countRows(dir: string): Promise<unknown[]> {
  const holder = await hold(dir)
  const counted = await ask(holder.connectionString, 'select count(*) from rows')
  await holder.finish()
  return counted
}

function succeeds(command: string, ...args: string[]): boolean {
  return spawnSync(command, args).status === 0
}
