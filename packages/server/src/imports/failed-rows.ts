import { createHash } from 'node:crypto'
import type { ImportReason } from '@zhuowei/contract/import-shapes.ts'
import { internalMark } from '../platform/audit/internal-mark.ts'
import { recordAudit } from '../platform/audit/record.ts'
import type { Reading } from '../platform/http/implement.ts'
import type { Secrets } from '../platform/secrets.ts'
import { visibleImport } from './rows.ts'
import { harmless, headerStyle, writeWorkbook } from './sheet-file.ts'
import { openCells } from './staging.ts'

/**
 * The rows that were not taken, in their original columns with the reasons beside them, ready to be corrected and uploaded again.
 * Like every file that leaves the system it names who took it (三.1), and the audit log keeps its hash.
 */
export async function failedRows(reading: Reading & { secrets: Secrets }, id: string) {
  const { db, actor, now, secrets } = reading
  const table = await visibleImport(reading, id)
  const headers = table.headers as string[] // written by `layoutOf` only
  const rows = await db
    .selectFrom('importRows')
    .where('importId', '=', id)
    .where('sheetNo', '=', table.sheetNo ?? 1)
    .where('outcome', 'in', ['error', 'duplicate'])
    .select(['rowNo', 'cells', 'reasons'])
    .orderBy('rowNo')
    .execute()
  const mark = await internalMark(reading)
  const bytes = await writeWorkbook(async (workbook) => {
    const sheet = workbook.addWorksheet('没有导入的行', {
      views: [{ state: 'frozen', ySplit: 2 }],
      headerFooter: { oddFooter: `&C${mark}` },
    })
    sheet.columns = [...headers.map(() => ({ width: 18 })), { width: 60 }, { width: 10 }]
    sheet.addRow([mark]).commit()
    const header = sheet.addRow([...headers, '原因', '原行号'])
    header.eachCell((cell) => Object.assign(cell, { style: headerStyle }))
    header.commit()
    for (const { rowNo, cells, reasons } of rows) {
      const original = openCells(secrets, cells)
      const padded = headers.map((_, column) => harmless(original[column] ?? ''))
      sheet.addRow([...padded, sentence(reasons as ImportReason[]), rowNo]).commit() // written by `saveVerdicts` only
    }
    sheet.commit()
  })
  await recordAudit(db, {
    action: 'import.failed_rows_exported',
    at: now,
    actor,
    subjectType: 'import',
    subjectId: id,
    detail: {
      rows: rows.length,
      file: table.fileName,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    },
  })
  return { bytes, fileName: `没有导入的行-${withoutEnding(table.fileName)}.xlsx` as const }
}

function sentence(reasons: readonly ImportReason[]): string {
  return harmless(
    reasons
      .filter((reason) => !reason.note)
      .map(({ column, text }) => (column ? `${column}：${text}` : text))
      .join('；'),
  )
}

const withoutEnding = (fileName: string) => fileName.replace(/\.\w{1,5}$/, '')
