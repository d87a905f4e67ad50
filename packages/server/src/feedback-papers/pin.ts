import { feedbackFormColumns as columns } from '@zhuowei/domain/clauses/prescribed.ts'
import { paperForm } from '@zhuowei/domain/feedback/paper.ts'
import { pinAttachment } from '../attachments/add.ts'
import { contentOf } from '../feedback/form.ts'
import { internalMark } from '../platform/audit/internal-mark.ts'
import type { Trx } from '../platform/db/connect.ts'
import type { Services } from '../platform/services.ts'
import { formWorkbook } from './workbook.ts'

/** So many in one run: after an import of many forms the others wait a minute longer. */
const atOnce = 20

/** 六.3.2)① hangs the current version on its customer. A job, so that nobody who saves a form or a visit waits for a spreadsheet. */
export async function pinForms({ db, files }: Pick<Services, 'db' | 'files'>): Promise<void> {
  for (let left = atOnce; left > 0; left -= 1) {
    const isPinned = await db.transaction().execute((trx) => pinNext(trx, files))
    if (!isPinned) return
  }
}

async function pinNext(db: Trx, files: Services['files']): Promise<boolean> {
  const form = await db
    .selectFrom('feedbackForms as form')
    .innerJoin('customers', 'customers.id', 'form.customerId')
    .innerJoin('people', 'people.id', 'form.updatedBy')
    .select(['form.customerId', 'form.divisionId', 'form.content', 'form.version', 'form.updatedAt'])
    .select(['customers.name as customer', 'people.id as personId', 'people.name as person'])
    .whereRef('form.pinnedVersion', '<', 'form.version')
    .where('customers.deletedAt', 'is', null)
    .orderBy('form.updatedAt')
    .limit(1)
    .forUpdate('form')
    .skipLocked()
    .executeTakeFirst()
  if (!form) return false
  const { customerId: id, divisionId, version } = form
  const work = { db, files, actor: { id: form.personId, name: form.person }, now: form.updatedAt }
  const bytes = await formWorkbook(paperForm(form.customer, contentOf(form)), await internalMark(work))
  const name = `${columns.title}（第 ${version} 版）.xlsx`
  await pinAttachment(work, { type: 'customer', id, divisionId }, { name, bytes, as: 'feedback_form' })
  await db.updateTable('feedbackForms').set({ pinnedVersion: version }).where('customerId', '=', id).execute()
  return true
}
