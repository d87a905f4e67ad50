import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import type { Reading } from '../platform/http/implement.ts'
import { newId } from '../platform/ids.ts'
import { invalid, notFound, Refusal } from '../platform/refusal.ts'
import type { Secrets } from '../platform/secrets.ts'
import { layoutOf } from './layout.ts'
import { unreadable } from './reading/file-row.ts'
import { openTable } from './reading/open-file.ts'
import { type StagedSheet, stageRows } from './staging.ts'

/** Takes a file in: on disk only while it is read, its rows in the database from then on. Gives the id of the new import. */
export async function uploadFile(
  reading: Reading & { secrets: Secrets },
  request: FastifyRequest,
): Promise<string> {
  const directory = await mkdtemp(path.join(os.tmpdir(), 'zhuowei-import-'))
  try {
    const file = path.join(directory, 'upload')
    const { fileName, fileHash } = await receive(request, file)
    return await takeIn(reading, { file, fileName, fileHash })
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}

async function receive(
  request: FastifyRequest,
  file: string,
): Promise<{ fileName: string; fileHash: string }> {
  const part = await request.file()
  if (!part) throw invalid('file', '请选择文件')
  const hash = createHash('sha256')
  const hashing = new Transform({
    transform(chunk, _, done) {
      hash.update(chunk)
      done(null, chunk)
    },
  })
  await pipeline(part.file, hashing, createWriteStream(file))
  if (part.file.truncated)
    throw new Refusal('body_too_large', { detail: '文件超过 30 MB，请拆成几个文件分批导入' })
  const fileName = part.filename.split(/[/\\]/).at(-1)?.trim().slice(0, 200) || '未命名'
  return { fileName, fileHash: hash.digest('hex') }
}

async function takeIn(
  { db, actor, now, secrets }: Reading & { secrets: Secrets },
  { file, fileName, fileHash }: { file: string; fileName: string; fileHash: string },
): Promise<string> {
  const { divisionId } = actor
  if (!divisionId) throw notFound()
  const table = await openTable(file)
  const id = newId()
  await db
    .insertInto('imports')
    .values({
      id,
      divisionId,
      createdBy: actor.id,
      fileName,
      fileHash,
      state: 'reading',
      aliveAt: sql`now()`,
      createdAt: now,
      updatedAt: now,
    })
    .execute()
  try {
    const { sheets, chosen } = await stageRows(db, secrets, id, table)
    const headerRow = sheets.find((sheet) => sheet.no === chosen)?.headerRow ?? null
    const layout = await layoutOf(db, secrets, divisionId, { id, sheetNo: chosen, headerRow })
    refuseHeadingsAlone(sheets, headerRow === null ? null : (layout?.totalRows ?? 0))
    await db
      .updateTable('imports')
      .set({
        state: 'mapping',
        sheets: JSON.stringify(sheets),
        sheetNo: chosen,
        headerRow,
        headers: JSON.stringify(layout?.headers ?? []),
        mapping: JSON.stringify(layout?.mapping ?? []),
        totalRows: layout?.totalRows ?? 0,
      })
      .where('id', '=', id)
      .execute()
    return id
  } catch (error) {
    await db.deleteFrom('imports').where('id', '=', id).execute()
    throw error
  } finally {
    await table.close()
  }
}

/** Said at once and not after the columns have been settled; on another sheet there may still be something. */
function refuseHeadingsAlone(sheets: readonly StagedSheet[], rowsBelow: number | null): void {
  const othersHaveRows = sheets.length > 1 && sheets.some(({ rows }) => rows > 1)
  if (othersHaveRows || (rowsBelow !== 0 && sheets.some(({ rows }) => rows > 1))) return
  throw unreadable('文件里只有表头，没有一行客户；请填好再上传，或检查是不是另存错了工作表')
}
