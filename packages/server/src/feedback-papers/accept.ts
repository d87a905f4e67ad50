import type { ImportedForm } from '@zhuowei/contract/feedback-papers.ts'
import { differencesOf } from '@zhuowei/domain/feedback/form.ts'
import { customerFor } from '../customers/find.ts'
import { contentFrom } from '../feedback/content-from.ts'
import { currentForm } from '../feedback/form.ts'
import { writeVersion } from '../feedback/versions.ts'
import type { Writing } from '../platform/http/implement.ts'
import { Refusal } from '../platform/refusal.ts'

/** 六.3.2)② takes the checked forms in, all or none; what reads as it stands already is no version. */
export async function acceptForms(
  work: Writing,
  forms: readonly ImportedForm[],
): Promise<{ imported: number }> {
  let imported = 0
  // In one order, so that two people with the same customers do not wait for each other in turn.
  for (const form of forms.toSorted((one, other) => (one.customerId < other.customerId ? -1 : 1))) {
    if (await acceptForm(work, form)) imported += 1
  }
  return { imported }
}

async function acceptForm(
  work: Writing,
  { customerId, version, fileName, ...input }: ImportedForm,
): Promise<boolean> {
  const customer = await customerFor(work, customerId, 'edit')
  const held = await currentForm(work.db, customerId)
  const content = await contentFrom(work, customer.divisionId, held.content, input)
  if (differencesOf(held.content, content).length === 0) return false
  if (held.version !== version) {
    throw new Refusal('version_conflict', {
      detail: `${customer.name}的反馈表刚被${held.updatedBy?.name ?? '别人'}改过，请再选一次文件，看新的差别`,
      facts: { current: { version: held.version }, yours: { version } },
    })
  }
  await writeVersion(work, customer, held, content, { fileName })
  return true
}
