import type { ImportField, ImportOptions, ImportReason } from '@zhuowei/contract/import-shapes.ts'
import { normaliseName } from '@zhuowei/domain/customers/name.ts'
import type { DivisionFacts } from './division-facts.ts'
import { type Columns, type Draft, type DraftReading, headingOf } from './draft.ts'
import { judgeAddition } from './judge-existing.ts'
import { judgeNewCustomer } from './judge-new.ts'
import { contactKey, type Known, type KnownCustomer } from './known.ts'
import type { Plan, Verdict } from './verdict.ts'

/** What a row is judged by. */
export interface Bench {
  columns: Columns
  options: ImportOptions
  facts: DivisionFacts
  known: Known
  /** Parent by name key, from the file and from the database; what is no key at all is no known customer. */
  parents: ReadonlyMap<string, string | null>
  fingerprint(phone: string): string
}

/** The row being judged: its draft, and what has been found about it so far. */
export interface Case {
  row: number
  draft: Draft
  bench: Bench
  region: { id: string } | null
  owner: { id: string; name: string; regionIds: readonly string[] } | null
  object(field: ImportField | null, text: string): void
  remark(field: ImportField | null, text: string): void
  /** Something has been objected to. */
  refused(): boolean
}

/** Decides what a row would do. Later rows see what earlier ones bring, so rows are judged in the order of the file. */
export function judge(row: number, { draft, reasons }: DraftReading, bench: Bench): Verdict {
  const all: ImportReason[] = [...reasons]
  const say = (note: boolean) => (field: ImportField | null, text: string) => {
    all.push({ column: field && headingOf(field, bench.columns), text, note })
  }
  const refused = () => all.some((reason) => !reason.note)
  const rejected = (outcome: 'error' | 'duplicate'): Verdict => ({
    row,
    outcome,
    reasons: all,
    customerId: null,
    followsRow: null,
    plan: null,
  })
  if (!draft) return rejected('error')
  const object = say(false)
  const subject: Case = {
    row,
    draft,
    bench,
    object,
    remark: say(true),
    refused,
    region: regionOf(draft, bench, object),
    owner: ownerOf(draft, bench, object),
  }
  checkParent(subject)
  const known = bench.known.customers.get(draft.nameKey)
  const repeated = known && repeatedContact(subject, known)
  if (repeated) {
    object(null, repeated)
    return rejected('duplicate')
  }
  const rival = rivalOf(subject, known)
  if (rival && !refused()) {
    object(rival.field, rival.text)
    return rejected('duplicate')
  }
  if (known && refused()) return rejected('error')
  const plan = known ? judgeAddition(subject, known) : judgeNewCustomer(subject)
  if (!plan) return rejected('error')
  return {
    row,
    outcome: outcomeOf(plan, known),
    reasons: all,
    customerId: plan.newCustomer?.id ?? known?.id ?? null,
    followsRow: known?.isNew ? known.row : null,
    plan,
  }
}

function outcomeOf(plan: Plan, known: KnownCustomer | undefined): Verdict['outcome'] {
  if (plan.newCustomer || (known?.isNew && plan.newContact)) return 'create'
  return plan.newContact || plan.customerChange || plan.contactChange ? 'update' : 'unchanged'
}

function regionOf({ region }: Draft, { facts, options }: Bench, object: Case['object']) {
  if (region === null) return options.regionId === null ? null : { id: options.regionId }
  const found = facts.regionNamed(region)
  if (!found)
    object('region', `没有“${region}”这个片区，可填：${facts.regions.map(({ name }) => name).join('、')}`)
  return found
}

function ownerOf({ owner }: Draft, { facts, options }: Bench, object: Case['object']) {
  if (owner === null) return options.ownerId === null ? null : facts.ownerById(options.ownerId)
  const found = facts.ownersNamed(owner)
  if (found.length === 0) object('owner', `没有找到“${owner}”，可填本部门在职销售人员的姓名、工号或用户名`)
  if (found.length > 1) object('owner', `有 ${found.length} 位“${owner}”，请改填工号或用户名`)
  return found.length === 1 ? (found[0] ?? null) : null
}

/** Up the tree from the 上级单位: it must be known, and the customer itself must not stand above it. */
function checkParent({ draft, bench, object }: Case): void {
  if (draft.parent === null) return
  const parentKey = normaliseName(draft.parent)
  if (!bench.parents.has(parentKey)) {
    object('parent', `没有找到“${draft.parent}”，请先录入这家单位，或把它也写进本文件`)
  } else if (standsAbove(bench.parents, draft.nameKey, parentKey)) {
    object('parent', `“${draft.parent}”是自己或自己的下级，不能作上级单位`)
  }
}

function standsAbove(parents: Bench['parents'], nameKey: string, parentKey: string): boolean {
  const seen = new Set<string>()
  let key: string | null | undefined = parentKey
  while (key && !seen.has(key)) {
    if (key === nameKey) return true
    seen.add(key)
    key = parents.get(key)
  }
  return false
}

function repeatedContact({ draft, row }: Case, known: KnownCustomer): string | null {
  if (known.row === null || known.row === row) return null
  if (!draft.contact) return known.isNew ? `与第 ${known.row} 行是同一家客户，本行没有新的联系人` : null
  const earlier = known.contacts.get(contactKey(draft.contact.name))
  return earlier?.row ? `与第 ${earlier.row} 行是同一家客户的同一位联系人` : null
}

/** Another customer that has the same credit code or the same phone: most likely the same one under another name. */
function rivalOf(
  subject: Case,
  known: KnownCustomer | undefined,
): { field: ImportField; text: string } | null {
  const { draft, bench, remark } = subject
  const { creditCode } = draft.customer
  const sameCode = creditCode ? bench.known.creditCodes.get(creditCode) : undefined
  if (sameCode && sameCode.customerId !== known?.id)
    return {
      field: 'creditCode',
      text: `与${place(sameCode.row)}“${sameCode.name}”的代码相同，名称不同，请核对`,
    }
  if (!draft.contact) return null
  const holders = bench.known.phones.get(bench.fingerprint(draft.contact.phone)) ?? []
  const other = holders.find((holder) => holder.customerId !== known?.id)
  if (!other) return null
  const text = `与${place(other.row)}“${other.customerName}”的联系人${other.contactName}号码相同`
  if (!bench.options.allowSamePhone) return { field: 'contactPhone', text: `${text}，请核对是不是同一家客户` }
  remark('contactPhone', text)
  return null
}

const place = (row: number | null) => (row === null ? '已有客户' : `第 ${row} 行`)
