import { createHash } from 'node:crypto'
import type { FormFile } from '@zhuowei/contract/feedback-papers.ts'
import { feedbackFormColumns as columns } from '@zhuowei/domain/clauses/prescribed.ts'
import { type PaperCell, paperForm } from '@zhuowei/domain/feedback/paper.ts'
import { getForm } from '../feedback/form.ts'
import { internalMark } from '../platform/audit/internal-mark.ts'
import { recordAudit } from '../platform/audit/record.ts'
import type { Reading } from '../platform/http/implement.ts'
import { formWorkbook } from './workbook.ts'

const makers: Record<FormFile, (paper: PaperCell[][], mark: string) => Promise<Buffer>> = {
  xlsx: formWorkbook,
  // Word, as Excel, is loaded when the first form is taken out.
  docx: async (paper, mark) => (await import('./document.ts')).formDocument(paper, mark),
}

/** 六.3.2)③ the form as the 附表 has it, blank or filled; 三.1: who took it stands in the file and in the audit. */
export async function takeForm(reading: Reading, id: string, format: FormFile) {
  const { customer, content, version } = await getForm(reading, id)
  const bytes = await makers[format](paperForm(customer.name, content), await internalMark(reading))
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await note(reading, 'feedback.exported', id, { format, version, sha256 })
  return { bytes, fileName: `${columns.title}-${customer.name}.${format}` as const }
}

/** 三.1: paper leaves the house as well. */
export async function notePrint(reading: Reading, id: string): Promise<void> {
  const { version } = await getForm(reading, id)
  await note(reading, 'feedback.printed', id, { version })
}

function note({ db, actor, now }: Reading, action: string, id: string, detail: Record<string, unknown>) {
  return recordAudit(db, { action, at: now, actor, subjectType: 'feedback', subjectId: id, detail })
}
