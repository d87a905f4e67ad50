import { importFieldLabel, requiredImportFields } from '@zhuowei/contract/import-shapes.ts'
import { allowedGrades, gradeAfterFirstDeal } from '@zhuowei/domain/customers/grade.ts'
import { normaliseName } from '@zhuowei/domain/customers/name.ts'
import { typeFromName } from '../customers/default-type.ts'
import { newId } from '../platform/ids.ts'
import type { Case } from './judge.ts'
import { contactKey, type KnownCustomer } from './known.ts'
import type { NewContact, NewCustomer, Plan } from './verdict.ts'

/** A customer that nobody has yet: the five prescribed fields (六.2.3)②), a region, and a grade that fits its trade. */
export function judgeNewCustomer(subject: Case): Plan | null {
  const { draft, bench, row } = subject
  const values = completeValues(subject)
  const regionId = regionFor(subject)
  const ownerId = regionId && ownerFor(subject, regionId)
  if (!values || !regionId || !draft.contact || subject.refused()) return null
  const newCustomer: NewCustomer = {
    id: newId(),
    name: draft.name,
    nameKey: draft.nameKey,
    regionId,
    ownerId,
    values,
  }
  const known: KnownCustomer = {
    ...newCustomer,
    isNew: true,
    row,
    parentId: null,
    contacts: new Map(),
  }
  bench.known.customers.set(draft.nameKey, known)
  if (values.creditCode)
    bench.known.creditCodes.set(values.creditCode, { customerId: known.id, name: draft.name, row })
  return {
    newCustomer,
    newContact: addContact(subject, known),
    customerChange: null,
    contactChange: null,
    parentKey: draft.parent === null ? null : normaliseName(draft.parent),
  }
}

/** Remembers the contact for the rows that follow. */
export function addContact({ draft, bench, row }: Case, customer: KnownCustomer): NewContact | null {
  if (!draft.contact) return null
  const { name, phone, ...values } = draft.contact
  const fingerprint = bench.fingerprint(phone)
  const id = newId()
  const isPrimary = customer.contacts.size === 0
  customer.contacts.set(contactKey(name), { id, row, fingerprint, values })
  const holders = bench.known.phones.get(fingerprint) ?? []
  bench.known.phones.set(fingerprint, [
    ...holders,
    { customerId: customer.id, customerName: customer.name, contactName: name, row },
  ])
  return { ...draft.contact, id, customerId: customer.id, isPrimary }
}

function completeValues({ draft, bench: { options }, object }: Case): NewCustomer['values'] | null {
  const { customer, contact } = draft
  const status = customer.status ?? options.status
  const missing = requiredImportFields.filter((field) => {
    if (field === 'name') return false
    return field === 'status' ? status === null : contact === null
  })
  for (const field of missing) object(field, `新客户必须填写${importFieldLabel[field]}`)
  const tradeStatus = customer.tradeStatus ?? options.tradeStatus ?? 'untraded'
  const possible = allowedGrades(tradeStatus)
  if (customer.grade && !possible.includes(customer.grade)) {
    object('grade', `交易客户只分 A、B 级，不能是 ${customer.grade} 级（六.1.1)②）`)
    return null
  }
  const preset = options.grade && possible.includes(options.grade) ? options.grade : null
  const grade = customer.grade ?? preset ?? (tradeStatus === 'traded' ? gradeAfterFirstDeal('C') : 'C')
  if (status === null) return null
  return {
    ...customer,
    status,
    tradeStatus,
    grade,
    type: customer.type ?? options.type ?? typeFromName(draft.name),
    source: customer.source ?? 'import',
  }
}

function regionFor({ region, owner, bench: { facts }, draft, object }: Case): string | null {
  if (region) return region.id
  if (draft.region !== null) return null // said, but not understood: objected to already
  const [only, ...others] = owner ? owner.regionIds : facts.regions.map(({ id }) => id)
  if (only && others.length === 0) return only
  object('region', '请填写片区，或在导入设置里选默认片区')
  return null
}

/** 六.4.1): the owner named, else whoever answers for the region; without either the manager assigns it. */
function ownerFor({ owner, draft, bench: { facts }, object, remark }: Case, regionId: string): string | null {
  const region = facts.regions.find(({ id }) => id === regionId)
  if (owner) {
    if (!owner.regionIds.includes(regionId))
      object(
        'owner',
        `${owner.name}不在${region?.name ?? '这个片区'}，负责人须是这个片区的高级项目主管或项目主管`,
      )
    return owner.id
  }
  if (draft.owner === null && !region?.ownerId) remark('owner', '没有负责人，先放入经理池，等经理分派')
  return region?.ownerId ?? null
}
