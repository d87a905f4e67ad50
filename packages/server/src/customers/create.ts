import type { Customer, NewCustomer } from '@zhuowei/contract/customer-shapes.ts'
import type { OnServer } from '@zhuowei/contract/kernel.ts'
import { gradeAfterFirstDeal, resourcesMissing } from '@zhuowei/domain/customers/grade.ts'
import { displayName, normaliseName } from '@zhuowei/domain/customers/name.ts'
import { notify } from '../notifications/notify.ts'
import { recordEvent } from '../platform/events.ts'
import type { Writing } from '../platform/http/implement.ts'
import { newId } from '../platform/ids.ts'
import { invalid } from '../platform/refusal.ts'
import type { Secrets } from '../platform/secrets.ts'
import { may } from './access.ts'
import { type Assignment, assign } from './assignment.ts'
import { type ContactInput, contactValues } from './contact-values.ts'
import { presentContact } from './contact-view.ts'
import { typeFromName } from './default-type.ts'
import { findSimilar, refuseDuplicates } from './duplicates.ts'
import { nextCustomerNumber } from './number.ts'
import { canOf } from './queries.ts'
import { searchRow } from './search-row.ts'
import { parentFor } from './tree.ts'

export interface CustomerWriting extends Writing {
  secrets: Secrets
}

/** Where a customer comes from when nobody typed it into the form. */
export interface Origin {
  id?: string
  importId?: string
  isDemo?: boolean
}

/**
 * 六.2.3)②: a new customer with its first contact. Everything beyond the five prescribed fields has a default. Entered on behalf (代录) it
 * belongs to the owner, who is told.
 */
export async function createCustomer(
  work: CustomerWriting,
  input: NewCustomer,
  origin: Origin = {},
): Promise<OnServer<Customer>> {
  const { db, actor, now } = work
  const assignment = await assign(work, input)
  const { divisionId, region, owner } = assignment
  refuseDuplicates(
    await findSimilar(work, divisionId, {
      name: input.name,
      phone: input.contactPhone,
      creditCode: input.creditCode ?? undefined,
    }),
    input.confirmDuplicates,
  )
  const parent = input.parentId ? await parentFor(work, null, input.parentId) : null
  const name = displayName(input.name)
  const contact = firstContact(input)
  const stamp = { createdAt: now, createdBy: actor.id, updatedAt: now, updatedBy: actor.id }
  const number = await nextCustomerNumber(db, divisionId, region.code)
  const row = {
    ...optionalFields(input),
    id: origin.id ?? newId(),
    divisionId,
    number,
    name,
    nameKey: normaliseName(name),
    type: input.type ?? typeFromName(name),
    regionId: region.id,
    ownerId: owner?.id ?? null,
    status: input.status,
    tradeStatus: input.tradeStatus,
    grade: gradeOf(input),
    source: input.source,
    parentId: parent?.id ?? null,
    statusSince: now,
    gradeSince: now,
    ...searchRow({ name, number }, [contact.name]),
    lastActivityAt: now,
    contactCount: 1,
    formCompleteness: 0,
    formCurrentOn: null,
    importId: origin.importId ?? null,
    isDemo: origin.isDemo ?? false,
    ...stamp,
  }
  const person = contactValues(
    work,
    { customerId: row.id, divisionId, isPrimary: true, importId: row.importId },
    contact,
  )
  await db.insertInto('customers').values(row).execute()
  await db.insertInto('contacts').values(person).execute()
  await announce(work, row, assignment)
  return {
    ...row,
    region: { id: region.id, name: region.name },
    owner,
    tags: [],
    parent,
    childCount: 0,
    visitsThisMonth: 0,
    relationshipBuilt: may.seeContacts(actor, row) ? false : null, // 六.4.2) asks for a form, and there is none yet
    lastActivityKind: null,
    nextStep: null,
    nextStepOn: null,
    version: 1,
    contacts: [presentContact(person)],
    contactsMasked: !may.seeContacts(actor, row),
    createdBy: { id: actor.id, name: actor.name },
    updatedBy: { id: actor.id, name: actor.name },
    can: canOf(actor, row),
  }
}

/** 六.1.1)②③④: C unless said otherwise, never C for a customer with trade, and A with its 资源说明. */
function gradeOf({ grade, tradeStatus, resources }: NewCustomer) {
  if (grade === 'A' && resources === null) throw invalid('resources', resourcesMissing.text)
  if (tradeStatus === 'untraded') return grade ?? 'C'
  if (grade === 'C') throw invalid('grade', '交易客户只分 A、B 级')
  return gradeAfterFirstDeal(grade ?? 'C')
}

function firstContact({ contactName, contactPosition, contactPhone, contact }: NewCustomer): ContactInput {
  return { ...contact, name: contactName, position: contactPosition, phone: contactPhone }
}

function optionalFields(input: NewCustomer) {
  const { creditCode, city, county, address, website, email, phone, remarks, resources } = input
  return { creditCode, city, county, address, website, email, phone, remarks, resources }
}

async function announce(
  { db, actor, now }: Writing,
  row: { id: string; name: string; number: string; status: string; grade: string },
  { divisionId, owner }: Assignment,
): Promise<void> {
  const onBehalf = owner !== null && owner.id !== actor.id
  await recordEvent(db, actor, now, {
    verb: 'customer.created',
    subjectType: 'customer',
    subjectId: row.id,
    divisionId,
    customerId: row.id,
    onBehalfOf: onBehalf ? owner.id : null,
    summary: `新建客户${row.name}（${row.number}）`,
    after: { status: row.status, grade: row.grade },
  })
  if (!onBehalf) return
  await notify(
    db,
    {
      personIds: [owner.id],
      kind: 'customer',
      title: `${actor.name}为您新建了客户${row.name}`,
      link: `/customers/${row.id}`,
    },
    now,
  )
}
