import { addDays, atShanghai, type PlainDate, shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import type { Parameters } from '@zhuowei/domain/clauses/parameters.ts'
import { profilePurge } from '@zhuowei/domain/profiles/keeping.ts'
import { sql } from 'kysely'
import { notify } from '../notifications/notify.ts'
import type { Database, Trx } from '../platform/db/connect.ts'
import { recordEvent } from '../platform/events.ts'
import { parametersOf } from './find.ts'

/** G25, 个人信息保护法 19: what nobody confirmed in time is hidden, its owner told, and purged when he does not ask to keep it. */
export async function expireProfiles(db: Database, now: Date): Promise<void> {
  const divisions = await db.selectFrom('divisions').select('id').execute()
  for (const { id } of divisions) {
    const parameters = await parametersOf(db, id, now)
    await db.transaction().execute(async (trx) => {
      await hideExpired(trx, id, parameters, now)
      await purgeHidden(trx, id, parameters, now)
    })
  }
}

async function hideExpired(db: Trx, divisionId: string, parameters: Parameters, now: Date): Promise<void> {
  const today = shanghaiDate(now)
  const purgeOn = profilePurge(today, parameters)
  const expired = await db
    .updateTable('contactProfiles')
    .set({ hiddenOn: today, purgeOn, version: sql`version + 1` })
    .where('divisionId', '=', divisionId)
    .where('hiddenOn', 'is', null)
    .where('expiresOn', '<=', today)
    .returning('contactId')
    .execute()
  for (const { contactId } of expired) {
    await record(db, divisionId, contactId, now, 'hidden', '受限画像到期隐藏')
    await tellOwner(db, contactId, purgeOn, now)
  }
}

/** The owner's customers in the pool are the manager's. The notice names the customer, not the person. */
async function tellOwner(db: Trx, contactId: string, purgeOn: PlainDate, now: Date): Promise<void> {
  const { name, ownerId, managers } = await db
    .selectFrom('contacts')
    .innerJoin('customers', 'customers.id', 'contacts.customerId')
    .select([
      'customers.name',
      'customers.ownerId',
      sql<string[]>`array(select p.id from people p
        where p.division_id = customers.division_id and p.role = 'dm' and p.leaving_date is null)`.as(
        'managers',
      ),
    ])
    .where('contacts.id', '=', contactId)
    .executeTakeFirstOrThrow()
  const personIds = ownerId ? [ownerId] : managers
  const title = `一份受限画像到期隐藏，${purgeOn} 清除：${name}`
  const link = `/contacts/${contactId}/profile`
  await notify(
    db,
    { personIds, kind: 'profile', title, body: '仍然需要的话，请重新写明目的和来源。', link },
    now,
  )
}

/** Also that of a contact who was removed, alone or with the customer, as long ago as a hidden profile is kept. */
async function purgeHidden(db: Trx, divisionId: string, parameters: Parameters, now: Date): Promise<void> {
  const today = shanghaiDate(now)
  const removedBefore = atShanghai(addDays(today, -parameters['profile.purgeDays']), '00:00')
  const purged = await db
    .deleteFrom('contactProfiles')
    .where('divisionId', '=', divisionId)
    .where((row) =>
      row.or([
        row('purgeOn', '<=', today),
        row.exists(
          row
            .selectFrom('contacts')
            .innerJoin('customers', 'customers.id', 'contacts.customerId')
            .select('contacts.id')
            .whereRef('contacts.id', '=', 'contactProfiles.contactId')
            .where((gone) =>
              gone.or([
                gone('contacts.deletedAt', '<', removedBefore),
                gone('customers.deletedAt', '<', removedBefore),
              ]),
            ),
        ),
      ]),
    )
    .returning('contactId')
    .execute()
  for (const { contactId } of purged)
    await record(db, divisionId, contactId, now, 'purged', '受限画像到期清除')
}

async function record(
  db: Trx,
  divisionId: string,
  contactId: string,
  now: Date,
  verb: string,
  summary: string,
): Promise<void> {
  await recordEvent(db, null, now, {
    verb: `contact.profile_${verb}`,
    subjectType: 'contact',
    subjectId: contactId,
    divisionId,
    summary,
  })
}
