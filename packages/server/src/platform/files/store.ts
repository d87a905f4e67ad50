import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream, constants as flags } from 'node:fs'
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { sql } from 'kysely'
import type { Trx } from '../db/connect.ts'

/** Bytes that lie beside the store, on the disk for good, and are in it as soon as a transaction keeps them. */
export interface Staged {
  hash: string
  size: number
  /** The beginning, from which the type is read. */
  head: Buffer
  file: string
}

/** The bytes of everything that people upload or the system makes, by their hash: the same content lies there once. */
export interface FileStore {
  stage(source: Readable): Promise<Staged>
  /** Waits for whoever keeps or sweeps the same content; a transaction that is rolled back leaves bytes for the sweep. */
  keep(trx: Trx, staged: Staged): Promise<void>
  discard(staged: Staged): Promise<void>
  read(hash: string): Readable
  /** One piece of a file that is on its way; writing it again changes nothing. */
  writePiece(uploadId: string, offset: number, piece: Buffer): Promise<void>
  readPieces(uploadId: string, size: number): Readable
  dropPieces(uploadId: string): Promise<void>
  dropStaged(untouchedFor: number): Promise<void>
  /** Hashes of the content that nobody has kept again for so many milliseconds. */
  idle(untouchedFor: number): Promise<string[]>
  /** `isNeeded` is asked while nobody else can keep the same content. */
  removeUnless(trx: Trx, hash: string, isNeeded: () => Promise<boolean>): Promise<void>
}

const headBytes = 64 * 1024

/** On the disk of the server; every process on the same directory sees the same files. */
export function localFiles(root: string): FileStore {
  const stagingDirectory = path.join(root, 'staged')
  const piecesDirectory = path.join(root, 'uploads')
  const keptAt = (hash: string) => path.join(root, hash.slice(0, 2), hash)
  const piecesOf = (uploadId: string) => path.join(piecesDirectory, uploadId)
  return {
    async stage(source) {
      await mkdir(stagingDirectory, { recursive: true })
      const file = path.join(stagingDirectory, randomUUID())
      try {
        const staged = await copy(source, file)
        await settle(file)
        return staged
      } catch (error) {
        await rm(file, { force: true })
        throw error
      }
    },
    async keep(trx, { hash, file }) {
      await lock(trx, hash)
      const target = keptAt(hash)
      await mkdir(path.dirname(target), { recursive: true })
      await rename(file, target) // over the same bytes, when they are there: they count as touched
      await settle(path.dirname(target))
    },
    discard: ({ file }) => rm(file, { force: true }),
    read: (hash) => createReadStream(keptAt(hash)),
    async writePiece(uploadId, offset, piece) {
      await mkdir(piecesDirectory, { recursive: true })
      const handle = await open(piecesOf(uploadId), flags.O_RDWR | flags.O_CREAT, 0o600)
      try {
        await writeAll(handle, piece, offset)
        await handle.datasync()
      } finally {
        await handle.close()
      }
    },
    readPieces: (uploadId, size) => createReadStream(piecesOf(uploadId), { end: size - 1 }),
    dropPieces: (uploadId) => rm(piecesOf(uploadId), { force: true }),
    async dropStaged(untouchedFor) {
      const left = await untouchedIn(stagingDirectory, untouchedFor)
      for (const name of left) await rm(path.join(stagingDirectory, name), { force: true })
    },
    async idle(untouchedFor) {
      const shelves = (await namesIn(root)).filter((name) => /^[0-9a-f]{2}$/.test(name))
      const idle: string[] = []
      for (const name of shelves) idle.push(...(await untouchedIn(path.join(root, name), untouchedFor)))
      return idle
    },
    async removeUnless(trx, hash, isNeeded) {
      await lock(trx, hash)
      if (!(await isNeeded())) await rm(keptAt(hash), { force: true })
    },
  }
}

/** A disk that is almost full takes a part without an error; the rest is written again and then fails. */
async function writeAll(handle: FileHandle, piece: Buffer, offset: number): Promise<void> {
  let written = 0
  while (written < piece.length) {
    const { bytesWritten } = await handle.write(piece, written, piece.length - written, offset + written)
    written += bytesWritten
  }
}

const lock = (trx: Trx, hash: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`file:${hash}`}, 0))`.execute(trx)

async function copy(source: Readable, file: string): Promise<Staged> {
  const hash = createHash('sha256')
  const beginning: Buffer[] = []
  let size = 0
  const reading = new Transform({
    transform(chunk: Buffer, _, done) {
      hash.update(chunk)
      if (size < headBytes) beginning.push(chunk.subarray(0, headBytes - size))
      size += chunk.length
      done(null, chunk)
    },
  })
  await pipeline(source, reading, createWriteStream(file, { mode: 0o600 }))
  return { hash: hash.digest('hex'), size, head: Buffer.concat(beginning), file }
}

/** On the disk before anybody is told so. Windows opens no directories and keeps their entries itself. */
async function settle(file: string): Promise<void> {
  if (process.platform === 'win32' && (await stat(file)).isDirectory()) return
  const handle = await open(file, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function untouchedIn(directory: string, milliseconds: number): Promise<string[]> {
  const before = Date.now() - milliseconds // the clock that stamps the files, not that of the application
  const names = await namesIn(directory)
  const old = await Promise.all(
    names.map(async (name) => (await stat(path.join(directory, name))).mtimeMs < before),
  )
  return names.filter((_, index) => old[index])
}

async function namesIn(directory: string): Promise<string[]> {
  try {
    return await readdir(directory)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}
