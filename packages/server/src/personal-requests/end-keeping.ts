import { addDays, atShanghai, type PlainDate, shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import type { Parameters } from '@zhuowei/domain/clauses/parameters.ts'
import { contactErasure, contactNoticeBefore } from '@zhuowei/domain/profiles/keeping.ts'
import { sql } from 'kysely'
import { notify } from '../notifications/notify.ts'
import type { Database, Trx } from '../platform/db/connect.ts'
import { recordEvent } from '../platform/events.ts'
import type { Secrets } from '../platform/secrets.ts'
import { parametersOf } from '../profiles/find.ts'
import { eraseContact } from './erase-contact.ts'
import { managersOf } from './telling.ts'

/** An erasure reads every text of the division for mentions, so that one run takes so many and the next hour goes on. */
const erasedAtOnce = 200

/**
 * §3C, 个人信息保护法 19: people of customers with whom nobody has had to do for 36 months. Their owner is told 30 days before and can say that
 * they are still needed; then they are made anonymous. Whoever is visited, called or changed meanwhile stays.
 */
export async function endKeeping({ db, secrets }: Held, now: Date): Promise<void> {
  const divisions = await db.selectFrom('divisions').select('id').orderBy('id').execute()
  for (const { id } of divisions) {
    const parameters = await parametersOf(db, id, now)
    await db.transaction().execute((trx) => forgetNotices(trx, id, parameters, now))
    await db.transaction().execute((trx) => announce(trx, id, parameters, now))
    await db.transaction().execute((trx) => eraseDue(trx, secrets, id, now))
  }
}

interface Held {
  db: Database
  secrets: Secrets
}

/** The last day on which a person was added, changed, visited or called. */
const lastDealtOn = sql<PlainDate>`greatest(
  (contacts.updated_at at time zone 'Asia/Shanghai')::date,
  (select max(a.happened_on) from activities a where a.customer_id = contacts.customer_id and a.deleted_at is null
    and a.contact_ids @> array[contacts.id]))`

async function forgetNotices(db: Trx, divisionId: string, parameters: Parameters, now: Date): Promise<void> {
  const before = contactNoticeBefore(shanghaiDate(now), parameters)
  await db
    .updateTable('contacts')
    .set({ eraseOn: null })
    .where('divisionId', '=', divisionId)
    .where('eraseOn', 'is not', null)
    .where(lastDealtOn, '>', before)
    .execute()
}

async function announce(db: Trx, divisionId: string, parameters: Parameters, now: Date): Promise<void> {
  const today = shanghaiDate(now)
  const before = contactNoticeBefore(today, parameters)
  const due = await db
    .selectFrom('contacts')
    .innerJoin('customers', 'customers.id', 'contacts.customerId')
    .select(['contacts.id', 'customers.id as customerId', 'customers.name', 'customers.ownerId'])
    .select(lastDealtOn.as('dealtOn'))
    .select(sql<boolean>`contacts.deleted_at is null and customers.deleted_at is null`.as('present'))
    .where('contacts.divisionId', '=', divisionId)
    .where('contacts.eraseOn', 'is', null)
    .where('contacts.erasedAt', 'is', null)
    // What was changed since is out at once, without a look at the visits.
    .where('contacts.updatedAt', '<', atShanghai(addDays(before, 1), '00:00'))
    .where(lastDealtOn, '<=', before)
    .orderBy('customers.number')
    .orderBy('contacts.id')
    .forUpdate('contacts')
    .execute()
  const earliest = addDays(today, parameters['contact.noticeDays'])
  const noticed = due.map((one) => {
    const over = contactErasure(one.dealtOn, parameters)
    return { ...one, eraseOn: over > earliest ? over : earliest }
  })
  for (const [eraseOn, those] of Map.groupBy(noticed, (one) => one.eraseOn))
    await db
      .updateTable('contacts')
      .set({ eraseOn })
      .where(
        'id',
        'in',
        those.map(({ id }) => id),
      )
      .execute()
  const managers = await managersOf(db, divisionId)
  // Nobody looks for somebody who was removed long ago.
  const told = noticed.filter(({ present }) => present)
  for (const ofOne of Map.groupBy(told, ({ customerId }) => customerId).values())
    await tellOwner(db, ofOne, managers, now)
}

type Noticed = { customerId: string; name: string; ownerId: string | null; eraseOn: PlainDate }

/** The notice names the customer, not the people: it stays when they are gone. */
async function tellOwner(
  db: Trx,
  those: readonly Noticed[],
  managers: readonly string[],
  now: Date,
): Promise<void> {
  const [first] = those
  if (!first) return
  const { customerId, name, ownerId, eraseOn } = first
  const notice = {
    personIds: ownerId ? [ownerId] : managers,
    kind: 'contact_keeping',
    title: `${name}：${those.length} 位联系人长期没有往来，${eraseOn} 起匿名化`,
    body: '还需要的，在联系人里点“仍需保留”，或者联系一次并记下来。',
    link: `/customers/${customerId}?tab=contacts`,
  }
  await notify(db, notice, now)
}

async function eraseDue(db: Trx, secrets: Secrets, divisionId: string, now: Date): Promise<void> {
  const due = await db
    .selectFrom('contacts')
    .select(['id', 'customerId'])
    .where('divisionId', '=', divisionId)
    .where('eraseOn', '<=', shanghaiDate(now))
    .orderBy('id')
    .limit(erasedAtOnce)
    .forUpdate()
    .execute()
  for (const { id, customerId } of due) {
    await eraseContact({ db, now, secrets }, id)
    await recordEvent(db, null, now, {
      verb: 'contact.keeping_ended',
      subjectType: 'contact',
      subjectId: id,
      divisionId,
      customerId,
      summary: '长期没有往来的联系人已匿名化',
    })
  }
}
