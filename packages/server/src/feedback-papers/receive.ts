import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { mostFormFiles } from '@zhuowei/contract/feedback-papers.ts'
import type { FastifyRequest } from 'fastify'
import { invalid } from '../platform/refusal.ts'

export interface ReceivedFile {
  fileName: string
  /** On disk while it is read. */
  path: string
  isTooLarge: boolean
}

const megabyte = 1024 * 1024
export const largestForm = 5

/** Takes in what was uploaded, for as long as `read` works on it; a form is a page or two and never large. */
export async function withReceived<T>(
  request: FastifyRequest,
  read: (files: ReceivedFile[]) => Promise<T>,
): Promise<T> {
  const directory = await mkdtemp(path.join(os.tmpdir(), 'zhuowei-forms-'))
  try {
    const files: ReceivedFile[] = []
    const limits = { files: mostFormFiles, fileSize: largestForm * megabyte }
    for await (const part of request.files({ limits, throwFileSizeLimit: false })) {
      const kept = path.join(directory, String(files.length))
      await pipeline(part.file, createWriteStream(kept))
      const fileName = part.filename.split(/[/\\]/).at(-1)?.trim().slice(0, 200) || '未命名'
      files.push({ fileName, path: kept, isTooLarge: part.file.truncated })
    }
    if (files.length === 0) throw invalid('file', '请选择文件')
    return await read(files)
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}
