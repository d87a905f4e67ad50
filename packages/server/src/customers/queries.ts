import type { Customer, CustomerListItem } from '@zhuowei/contract/customer-shapes.ts'
import type { OnServer } from '@zhuowei/contract/kernel.ts'
import { atShanghai, firstDayOfMonth, monthOf, shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { relationshipStanding } from '@zhuowei/domain/decision-chain/standing.ts'
import { sql } from 'kysely'
import { loadRules } from '../obligations/rules.ts'
import type { Actor } from '../platform/actor.ts'
import type { Reading } from '../platform/http/implement.ts'
import { notFound, Refusal } from '../platform/refusal.ts'
import { type CustomerFacts, may } from './access.ts'
import { contactsOf } from './contact-view.ts'
import { allow, visibleCustomer } from './find.ts'
import { visibleCustomers } from './scope.ts'

type CustomerView = OnServer<Customer>

/** One customer with its contacts and what this person may do with it; one that was merged is answered with the one that was kept. */
export async function getCustomer(reading: Reading, asked: string): Promise<CustomerView> {
  const { db, actor } = reading
  const row = (await presentCustomer(reading, asked)) ?? (await keptCustomer(reading, asked))
  if (!row) throw (await goneInto(reading, asked)) ?? notFound()
  const { id } = row
  const seesVisits = may.seeContacts(actor, row)
  const parent = row.parentId ? await visibleName(reading, row.parentId) : null
  const monthStart = atShanghai(firstDayOfMonth(monthOf(shanghaiDate(reading.now))), '00:00')
  const counts = await db
    .selectNoFrom((count) => [
      count
        .selectFrom('customers as child')
        .select((child) => child.fn.countAll<number>().as('n'))
        .where('child.parentId', '=', id)
        .where('child.deletedAt', 'is', null)
        .as('childCount'),
      count
        .selectFrom('activities')
        .select((visit) => visit.fn.countAll<number>().as('n'))
        .where('customerId', '=', id)
        .where('deletedAt', 'is', null)
        .where('happenedAt', '>=', monthStart)
        .as('visitsThisMonth'),
    ])
    .executeTakeFirstOrThrow()
  const contacts = await contactsOf(reading, row)
  const { parameters } = await loadRules(db, row.divisionId, shanghaiDate(reading.now))
  return {
    ...presentRow(row),
    ...rest(row),
    resources: seesVisits ? row.resources : null,
    formCompleteness: seesVisits ? row.formCompleteness : null,
    formCurrentOn: seesVisits ? row.formCurrentOn : null,
    nextStep: seesVisits ? row.nextStep : null,
    nextStepOn: seesVisits ? row.nextStepOn : null,
    parent,
    childCount: counts.childCount ?? 0,
    visitsThisMonth: counts.visitsThisMonth ?? 0,
    relationshipBuilt: seesVisits
      ? relationshipStanding(contacts, row.formCompleteness, parameters).built
      : null,
    contacts,
    contactsMasked: !seesVisits,
    createdBy: row.creatorName ? { id: row.createdBy, name: row.creatorName } : null,
    updatedBy: row.updaterName ? { id: row.updatedBy, name: row.updaterName } : null,
    can: canOf(actor, row),
  }
}

const presentCustomer = (reading: Reading, id: string) =>
  selectCustomers(reading).where('customers.id', '=', id).executeTakeFirst()

const keptCustomer = (reading: Reading, id: string) =>
  selectCustomers(reading)
    .where('customers.id', '=', (merged) =>
      merged.selectFrom('customers as merged').select('merged.mergedIntoId').where('merged.id', '=', id),
    )
    .executeTakeFirst()

/** Who owned a customer that went into a colleague's is told where it is now; he had the notice of it anyway. */
async function goneInto({ db, actor }: Reading, id: string): Promise<Refusal | null> {
  const kept = await db
    .selectFrom('customers as merged')
    .innerJoin('customers as kept', 'kept.id', 'merged.mergedIntoId')
    .leftJoin('people as owner', 'owner.id', 'kept.ownerId')
    .select(['kept.name', 'owner.name as ownerName'])
    .where('merged.id', '=', id)
    .where('merged.divisionId', '=', actor.divisionId)
    .where('merged.ownerId', '=', actor.id)
    .executeTakeFirst()
  if (!kept) return null
  const owner = kept.ownerName ? `由${kept.ownerName}负责` : '在经理池'
  return new Refusal('not_found', { detail: `这家客户已并入${kept.name}，现在${owner}。` })
}

/** 六.2.3)③ the customer of a visit: seen by the person and open to its visits. */
export async function findForVisit(reading: Reading, id: string) {
  return allow(reading.actor, 'logVisit', await visibleCustomer(reading, id))
}

/** Removed lately, for the manager to restore. */
export async function listRemoved({ db, actor }: Reading): Promise<OnServer<CustomerListItem>[]> {
  const rows = await withNames(db)
    .where('customers.divisionId', '=', actor.divisionId)
    .where('customers.deletedAt', 'is not', null)
    .where('customers.mergedIntoId', 'is', null)
    .orderBy('customers.deletedAt', 'desc')
    .limit(200)
    .execute()
  return rows.map(presentRow)
}

export function canOf(actor: Actor, customer: CustomerFacts & { tradeStatus: string }): Customer['can'] {
  return {
    edit: may.edit(actor, customer),
    changeGrade: may.changeGrade(actor, customer),
    markTraded: customer.tradeStatus === 'untraded' && may.markTraded(actor, customer),
    revertTrade: customer.tradeStatus === 'traded' && may.revertTrade(actor, customer),
    transfer: may.transfer(actor, customer),
    remove: may.remove(actor, customer),
    logVisit: may.logVisit(actor, customer),
    revealPhone: may.revealPhone(actor, customer),
    readProfile: may.readProfile(actor, customer),
  }
}

const selectCustomers = ({ db, actor }: Reading) => withNames(db).where(visibleCustomers(actor))

function withNames(db: Reading['db']) {
  return db
    .selectFrom('customers')
    .innerJoin('regions', 'regions.id', 'customers.regionId')
    .leftJoin('people as owner', 'owner.id', 'customers.ownerId')
    .leftJoin('people as creator', 'creator.id', 'customers.createdBy')
    .leftJoin('people as updater', 'updater.id', 'customers.updatedBy')
    .selectAll('customers')
    .select([
      'regions.name as regionName',
      'owner.name as ownerName',
      'creator.name as creatorName',
      'updater.name as updaterName',
    ])
    .select(
      sql<
        { id: string; name: string }[]
      >`(select coalesce(json_agg(json_build_object('id', t.id, 'name', t.name)
        order by t.name), '[]'::json) from tags t where t.id = any(customers.tag_ids))`.as('tags'),
    )
}

type Row = NonNullable<Awaited<ReturnType<ReturnType<typeof withNames>['executeTakeFirst']>>>

function presentRow(row: Row): OnServer<CustomerListItem> {
  return {
    id: row.id,
    number: row.number,
    name: row.name,
    // Check constraints hold exactly the codes of domain/customers/account.ts, grade.ts and visit.ts.
    grade: row.grade as CustomerListItem['grade'],
    tradeStatus: row.tradeStatus as CustomerListItem['tradeStatus'],
    status: row.status as CustomerListItem['status'],
    type: row.type as CustomerListItem['type'],
    source: row.source as CustomerListItem['source'],
    lastActivityKind: row.lastActivityKind as CustomerListItem['lastActivityKind'],
    region: { id: row.regionId, name: row.regionName },
    city: row.city,
    county: row.county,
    owner: row.ownerId ? { id: row.ownerId, name: row.ownerName ?? '' } : null,
    tags: row.tags,
    contactCount: row.contactCount,
    formCompleteness: row.formCompleteness,
    formCurrentOn: row.formCurrentOn,
    lastActivityAt: row.lastActivityAt,
    nextStep: row.nextStep,
    nextStepOn: row.nextStepOn,
    createdAt: row.createdAt,
    version: row.version,
  }
}

function rest(row: Row) {
  const { creditCode, address, website, email, phone, remarks, statusSince, gradeSince, updatedAt } = row
  return { creditCode, address, website, email, phone, remarks, statusSince, gradeSince, updatedAt }
}

/** The parent may lie outside the person's scope; then there is nothing to show. */
function visibleName({ db, actor }: Reading, id: string) {
  return db
    .selectFrom('customers')
    .where(visibleCustomers(actor))
    .where('customers.id', '=', id)
    .select(['id', 'name'])
    .executeTakeFirst()
    .then((found) => found ?? null)
}
