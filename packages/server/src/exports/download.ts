import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Actor } from '../platform/actor.ts'
import { recordAudit } from '../platform/audit/record.ts'
import type { Database } from '../platform/db/connect.ts'
import type { FileStore } from '../platform/files/store.ts'
import type { Reading } from '../platform/http/implement.ts'
import { forbidden, notFound, Refusal } from '../platform/refusal.ts'
import { mayDownload, visibleExports } from './access.ts'
import { stillExportable } from './scope.ts'
import { gridOf, stillSeesGrid } from './thing.ts'

/** Asked again at each download: whose it is, whether the day is over, and whether every customer in it is still this person's. */
export async function sendExport(
  { db, actor, now, files }: Reading & { db: Database; files: FileStore },
  id: string,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
): Promise<FastifyReply> {
  const row = await visibleExports(db, actor)
    .select(['exports.divisionId', 'requestedBy', 'forGm', 'state', 'customerIds', 'compliance', 'rows'])
    .select(['fileHash', 'fileName', 'fileSize', 'expiresAt'])
    .where('exports.id', '=', id)
    .executeTakeFirst()
  if (!row) throw notFound()
  if (!mayDownload(actor, row)) throw forbidden('导出的文件只由申请人下载')
  const { fileHash, fileName, fileSize, expiresAt } = row
  if (!fileHash || !fileSize || !expiresAt) throw notFound()
  if (expiresAt <= now) throw new Refusal('window_closed', { detail: '下载链接已过期，请重新申请导出' })
  await checkScope(db, actor, row)
  await db.transaction().execute(async (trx) => {
    await trx
      .updateTable('exports')
      .set((old) => ({ downloads: old('downloads', '+', 1) }))
      .where('id', '=', id)
      .execute()
    await recordAudit(trx, {
      ...{ action: 'export.downloaded', at: now, actor, subjectType: 'export', subjectId: id },
      ...{ requestId: request.id, address: request.ip },
      detail: { rows: row.rows, sha256: fileHash },
    })
  })
  return reply
    .header('content-type', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(fileName ?? '')}`)
    .header('cache-control', 'no-store')
    .header('content-length', fileSize)
    .send(files.read(fileHash))
}

/** The file is what it was; the person who takes it may have lost some of it meanwhile. */
async function checkScope(
  db: Database,
  actor: Actor,
  row: { customerIds: string[]; compliance: unknown; rows: number | null },
): Promise<void> {
  const grid = gridOf(row)
  if (grid) {
    if (!stillSeesGrid(actor, grid)) throw forbidden('这个事业部的合规已经不在您的范围内，请重新申请导出')
    return
  }
  const left = await stillExportable(db, actor, row.customerIds)
  if (left.length < (row.rows ?? 0)) throw forbidden('文件里有客户已经不在您的范围内，请重新申请导出')
}
