import { type ImportField, importFieldLabel } from '@zhuowei/contract/import-shapes.ts'
import { normaliseName } from '@zhuowei/domain/customers/name.ts'
import type { DraftContact } from './draft.ts'
import { fillable } from './fillable.ts'
import type { Case } from './judge.ts'
import { addContact } from './judge-new.ts'
import { contactKey, type KnownContact, type KnownCustomer } from './known.ts'
import type { Plan } from './verdict.ts'

/**
 * A row about a customer that exists already or stands further up. Empty fields are filled; others are replaced only on request.
 * Owner, region, grade and trade never change here: they ask for a reason (六.1.2)①, 六.4.1)).
 */
export function judgeAddition(subject: Case, known: KnownCustomer): Plan {
  const { draft, remark, bench } = subject
  const contactBefore = draft.contact ? known.contacts.get(contactKey(draft.contact.name)) : undefined
  const customerChange = known.isNew ? null : changesOf(subject, known)
  if (known.isNew) {
    remark(null, `第 ${known.row} 行客户的另一位联系人，客户资料以那一行为准`)
  } else {
    keepForCommands(subject, known)
    known.row ??= subject.row
  }
  const parentKey =
    known.isNew || draft.parent === null || known.parentId !== null ? null : normaliseName(draft.parent)
  const newContact = contactBefore ? null : addContact(subject, known)
  if (newContact && !known.isNew) remark(null, `增加联系人${newContact.name}`)
  return {
    newCustomer: null,
    newContact,
    customerChange: customerChange ?? (parentKey ? { id: known.id, values: {} } : null),
    contactChange:
      contactBefore && draft.contact ? contactChange(subject, draft.contact, contactBefore) : null,
    parentKey: parentKey && bench.parents.has(parentKey) ? parentKey : null,
  }
}

function changesOf(subject: Case, known: KnownCustomer): Plan['customerChange'] {
  // Of several rows about one customer the first decides; the others only fill what it leaves empty.
  const replace = subject.bench.options.overwrite && known.row === null
  const values = differences(subject, subject.draft.customer, known.values, fillable.customers, replace)
  if (Object.keys(values).length === 0) return null
  known.values = { ...known.values, ...values }
  return { id: known.id, values }
}

function contactChange(subject: Case, draft: DraftContact, before: KnownContact): Plan['contactChange'] {
  const { bench, remark, row } = subject
  const values = differences(subject, draft, before.values, fillable.contacts, bench.options.overwrite)
  const fingerprint = bench.fingerprint(draft.phone)
  const another = before.fingerprint !== fingerprint
  const renumber = another && (before.fingerprint === null || bench.options.overwrite)
  if (another && !renumber) remark('contactPhone', `${draft.name}已有另一个号码，保留原来的`)
  if (renumber) remark('contactPhone', `${before.fingerprint === null ? '补充' : '更新'}${draft.name}的号码`)
  before.row = row
  if (!renumber && Object.keys(values).length === 0) return null
  return { id: before.id, phone: renumber ? draft.phone : null, values }
}

/** What the row says and the record does not; says on the row what is filled, what replaced, and what is kept. */
function differences<Values extends object>(
  { remark }: Case,
  given: Values,
  standing: Values,
  fieldOf: { [Key in keyof Values]?: ImportField },
  replace: boolean,
): Partial<Values> {
  const changes: Partial<Values> = {}
  for (const key of Object.keys(fieldOf) as (keyof Values)[]) {
    // the keys of `fillable`
    const field = fieldOf[key]
    const value = given[key]
    const before = standing[key]
    if (!field || value === null || JSON.stringify(value) === JSON.stringify(before)) continue
    const isEmpty = ['null', '"none"', '"unknown"', '[]'].includes(JSON.stringify(before))
    if (isEmpty || replace) changes[key] = value
    if (isEmpty) remark(field, `补充${importFieldLabel[field]}`)
    else remark(field, replace ? '更新原来的内容' : '已有内容不同，保留原来的')
  }
  return changes
}

function keepForCommands({ draft, region, owner, remark }: Case, known: KnownCustomer): void {
  const { grade, tradeStatus } = draft.customer
  if (draft.region !== null && region && region.id !== known.regionId)
    remark('region', '导入不改变已有客户的片区，请用移交')
  if (draft.owner !== null && owner && owner.id !== known.ownerId)
    remark('owner', '导入不改变已有客户的负责人，请用移交')
  if (grade && grade !== known.values.grade)
    remark('grade', '导入不改变已有客户的等级，请在客户页写明理由调整')
  if (tradeStatus && tradeStatus !== known.values.tradeStatus)
    remark('tradeStatus', '导入不改变已有客户的交易状态')
}
