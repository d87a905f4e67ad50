import { sql } from 'kysely'
import { contactFields, phoneFields } from '../customers/contact-values.ts'
import { searchRow } from '../customers/search-row.ts'
import type { Trx } from '../platform/db/connect.ts'
import { newId } from '../platform/ids.ts'
import type { Secrets } from '../platform/secrets.ts'
import { changeContacts, changeCustomers } from './apply-changes.ts'
import type { DivisionFacts } from './division-facts.ts'
import type { TakeNumbers } from './numbers.ts'
import { refreshCustomers } from './refresh.ts'
import type { NewContact, NewCustomer, Verdict } from './verdict.ts'
import type { Written } from './written.ts'

/** On whose behalf and when an import writes. */
export interface Applying {
  /** The transaction that holds the chunk. */
  trx: Trx
  takeNumbers: TakeNumbers
  importId: string
  divisionId: string
  fileName: string
  startedBy: string
  now: Date
  secrets: Secrets
  facts: DivisionFacts
}

/** Writes what the verdicts of one chunk plan, in a handful of statements; tells for each row what it wrote. */
export async function applyChunk(
  applying: Applying,
  verdicts: readonly Verdict[],
): Promise<Map<number, Written>> {
  const written = new Map<number, Written>()
  const note = (row: number, more: Written) => written.set(row, { ...written.get(row), ...more })
  await insertCustomers(applying, verdicts, note)
  await insertContacts(applying, verdicts, note)
  await changeCustomers(applying, verdicts, note)
  await changeContacts(applying, verdicts, note)
  await refreshAdditions(applying, verdicts)
  await recordEvents(applying, verdicts, written)
  for (const { row, plan } of verdicts) if (plan?.parentKey) note(row, { parentKey: plan.parentKey })
  return written
}

export type Note = (row: number, more: Written) => void

async function insertCustomers(applying: Applying, verdicts: readonly Verdict[], note: Note): Promise<void> {
  const planned = verdicts.flatMap(({ row, plan }) =>
    plan?.newCustomer ? [{ row, customer: plan.newCustomer, contact: plan.newContact }] : [],
  )
  if (planned.length === 0) return
  const numbers = await numbersFor(
    applying,
    planned.map(({ customer }) => customer),
  )
  const { divisionId, importId, startedBy, now } = applying
  const rows = planned.map(({ customer: { id, name, nameKey, regionId, ownerId, values }, contact }) => {
    const number = numbers.get(id) ?? ''
    return {
      ...values,
      id,
      divisionId,
      importId,
      number,
      name,
      nameKey,
      regionId,
      ownerId,
      statusSince: now,
      gradeSince: now,
      lastActivityAt: now,
      contactCount: contact ? 1 : 0,
      ...searchRow({ name, number }, contact ? [contact.name] : []),
      createdAt: now,
      createdBy: startedBy,
      updatedAt: now,
      updatedBy: startedBy,
    }
  })
  await applying.trx.insertInto('customers').values(rows).execute()
  for (const { row } of planned) note(row, { createdCustomer: true, customerVersion: 1 })
}

async function numbersFor(
  { takeNumbers, facts }: Applying,
  customers: readonly NewCustomer[],
): Promise<Map<string, string>> {
  const numbers = new Map<string, string>()
  for (const region of facts.regions) {
    const ids = customers.filter(({ regionId }) => regionId === region.id).map(({ id }) => id)
    if (ids.length === 0) continue
    const allotted = await takeNumbers(region, ids.length)
    for (const [index, id] of ids.entries()) numbers.set(id, allotted[index] ?? '')
  }
  return numbers
}

async function insertContacts(applying: Applying, verdicts: readonly Verdict[], note: Note): Promise<void> {
  const planned = verdicts.flatMap(({ row, plan }) =>
    plan?.newContact ? [{ row, contact: plan.newContact }] : [],
  )
  if (planned.length === 0) return
  await applying.trx
    .insertInto('contacts')
    .values(planned.map(({ contact }) => contactRow(applying, contact)))
    .execute()
  for (const { row, contact } of planned) note(row, { contactId: contact.id, contactVersion: 1 })
}

function contactRow({ secrets, divisionId, importId, startedBy, now }: Applying, contact: NewContact) {
  const { id, customerId, isPrimary, relationship, attitude, phone, ...rest } = contact
  return {
    id,
    customerId,
    divisionId,
    importId,
    isPrimary,
    ...contactFields({ ...rest, relationship: relationship ?? undefined, attitude: attitude ?? undefined }),
    ...phoneFields(secrets, phone),
    createdAt: now,
    createdBy: startedBy,
    updatedAt: now,
    updatedBy: startedBy,
  }
}

/** Customers that were there before this chunk and got another contact: their count and what they are found by. */
async function refreshAdditions({ trx }: Applying, verdicts: readonly Verdict[]): Promise<void> {
  const ids = verdicts.flatMap(({ plan }) =>
    plan?.newContact && !plan.newCustomer ? [plan.newContact.customerId] : [],
  )
  await refreshCustomers(trx, [...new Set(ids)])
}

/** One line on the timeline of each customer that the chunk brought or changed. */
async function recordEvents(
  { trx, divisionId, fileName, startedBy, now }: Applying,
  verdicts: readonly Verdict[],
  written: ReadonlyMap<number, Written>,
): Promise<void> {
  const lines = new Map<string, TimelineLine>()
  for (const { row, plan, customerId } of verdicts) {
    if (!customerId || !plan || !written.has(row)) continue
    const known = lines.get(customerId)
    const brought = known?.verb === 'customer.imported' || plan.newCustomer !== null
    lines.set(customerId, {
      customerId,
      eventId: newId(),
      verb: brought ? 'customer.imported' : 'customer.import_updated',
      summary: brought ? `从文件《${fileName}》导入` : `从文件《${fileName}》补充资料`,
      before: { ...known?.before, ...written.get(row)?.customerBefore },
      after: { ...known?.after, ...plan.customerChange?.values },
    })
  }
  if (lines.size === 0) return
  await sql`insert into events (id, division_id, actor_id, verb, subject_type, subject_id, customer_id, summary, before, after, at)
    select "eventId", ${divisionId}::uuid, ${startedBy}::uuid, verb, 'customer', "customerId", "customerId", summary, before, after,
      ${now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify([...lines.values()])}::jsonb)
      as line ("eventId" uuid, "customerId" uuid, verb text, summary text, before jsonb, after jsonb)`.execute(
    trx,
  )
}

interface TimelineLine {
  customerId: string
  eventId: string
  verb: string
  summary: string
  before: object
  after: object
}
