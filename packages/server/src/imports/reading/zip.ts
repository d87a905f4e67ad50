import { type FileHandle, open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { createInflateRaw } from 'node:zlib'
import { damaged, unreadable } from './file-row.ts'

/** A ZIP archive read part by part straight from the disk; nothing is unpacked before it is asked for. */
export interface Archive {
  has(name: string): boolean
  /** The unpacked bytes of one entry. */
  read(name: string): AsyncGenerator<Buffer>
  close(): Promise<void>
}

interface Entry {
  method: number
  packedSize: number
  headerAt: number
}

/** An XLSX of 50,000 rows unpacks to some 60 MB; what goes far beyond is made to exhaust the server. */
const mostUnpacked = 300 * 1024 * 1024
const mostEntries = 5_000

export async function openArchive(file: string): Promise<Archive> {
  const handle = await open(file, 'r')
  try {
    const entries = await directoryOf(handle)
    let unpacked = 0
    return {
      has: (name) => entries.has(name),
      read: async function* (name) {
        const entry = entries.get(name)
        if (!entry) throw damaged()
        for await (const chunk of contentOf(handle, entry)) {
          unpacked += chunk.length
          if (unpacked > mostUnpacked) throw unreadable('文件解压后太大，请拆成几个文件分批导入')
          yield chunk
        }
      },
      close: () => handle.close(),
    }
  } catch (error) {
    await handle.close()
    throw error
  }
}

async function* contentOf(handle: FileHandle, entry: Entry): AsyncGenerator<Buffer> {
  const header = await bytesAt(handle, entry.headerAt, 30)
  if (header.readUInt32LE(0) !== 0x04034b50) throw damaged()
  const start = entry.headerAt + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
  const packed = bytesFrom(handle, start, entry.packedSize)
  if (entry.method === 0) {
    yield* packed
    return
  }
  if (entry.method !== 8) throw damaged()
  const inflate = createInflateRaw()
  const source = Readable.from(packed)
  source.on('error', (error) => inflate.destroy(error))
  try {
    yield* source.pipe(inflate)
  } catch (error) {
    throw isZlibError(error) ? damaged() : error
  } finally {
    source.destroy()
    inflate.destroy()
  }
}

async function* bytesFrom(handle: FileHandle, start: number, length: number): AsyncGenerator<Buffer> {
  const step = 65_536
  for (let at = 0; at < length; at += step) yield bytesAt(handle, start + at, Math.min(step, length - at))
}

const isZlibError = (error: unknown) =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')

async function directoryOf(handle: FileHandle): Promise<Map<string, Entry>> {
  const { size } = await handle.stat()
  const tailAt = Math.max(0, size - 66_000)
  const tail = await bytesAt(handle, tailAt, size - tailAt)
  const endAt = tail.lastIndexOf(Buffer.from('504b0506', 'hex'))
  if (endAt < 0 || endAt + 22 > tail.length) throw damaged()
  const length = tail.readUInt32LE(endAt + 12)
  const start = tail.readUInt32LE(endAt + 16)
  if (start + length > size) throw damaged()
  const directory = await bytesAt(handle, start, length)
  const entries = new Map<string, Entry>()
  let at = 0
  while (at + 46 <= directory.length && directory.readUInt32LE(at) === 0x02014b50) {
    if (entries.size > mostEntries) throw damaged()
    const nameLength = directory.readUInt16LE(at + 28)
    const extraLength = directory.readUInt16LE(at + 30)
    const commentLength = directory.readUInt16LE(at + 32)
    const encrypted = (directory.readUInt16LE(at + 8) & 1) === 1
    if (encrypted) throw unreadable('文件加了密码，请去掉密码另存后再上传')
    const name = directory.toString('utf8', at + 46, at + 46 + nameLength)
    entries.set(name.replace(/^\//, ''), {
      method: directory.readUInt16LE(at + 10),
      packedSize: directory.readUInt32LE(at + 20),
      headerAt: directory.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + extraLength + commentLength
  }
  return entries
}

async function bytesAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length)
  const { bytesRead } = await handle.read(buffer, 0, length, position)
  if (bytesRead < length) throw damaged()
  return buffer
}
