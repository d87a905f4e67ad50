import type { ErasureProof } from '@zhuowei/contract/personal-requests.ts'
import { sql } from 'kysely'
import { promoteEldest } from '../customers/contacts.ts'
import { refreshSearchRow } from '../customers/refresh-search.ts'
import type { Trx } from '../platform/db/connect.ts'
import type { Writing } from '../platform/http/implement.ts'
import type { Secrets } from '../platform/secrets.ts'
import { deleteProfile } from '../profiles/commands.ts'

/** So many mentions are listed; an older one turns up when these are done. */
const listed = 200

/**
 * The hard path of §4B: nothing of the person is left in the contact, the profile, the search, the file rows it came from and the stored
 * replies. The row itself stays without him, for the visits that refer to it. The audit log keeps what the law asks it to keep.
 */
export async function eraseContact(work: Erasing, contactId: string): Promise<ErasureProof> {
  const { db } = work
  const contact = await db
    .selectFrom('contacts')
    .select(['id', 'name', 'customerId', 'divisionId', 'isPrimary'])
    .where('id', '=', contactId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const mentions = await mentionsOf(db, contact)
  const profile = await deleteProfile(work, contactId)
  await blankContact(work, contactId)
  await leaveTheMap(db, contactId)
  if (contact.isPrimary) await promoteEldest(db, contact.customerId)
  await refreshSearchRow(db, contact.customerId)
  return {
    profile,
    importRows: await blankImportRows(work, contact),
    storedReplies: await forgetReplies(db, contactId),
    mentions: mentions.slice(0, listed),
    more: mentions.length > listed,
  }
}

interface Erasing extends Pick<Writing, 'db' | 'now'> {
  secrets: Secrets
  /** Absent when the time of keeping ran out by itself. */
  actor?: Writing['actor']
}

interface Named {
  id: string
  name: string
  customerId: string
  divisionId: string
}

/** Texts that other people wrote about their own work: they are gone over by hand, because a sentence is not a field. */
async function mentionsOf(db: Trx, { id, name, customerId, divisionId }: Named) {
  const { rows } = await sql<ErasureProof['mentions'][number]>`
    select 'activity' as kind, id, happened_on as on from activities
      where customer_id = ${customerId} and deleted_at is null
        and position(${name} in concat_ws(' ', content, result, problem, next_step)) > 0
    union all
    select 'feedback', customer_id, max(saved_at at time zone 'Asia/Shanghai')::date from feedback_versions
      where customer_id = ${customerId} and position(${name} in content::text) > 0 group by customer_id
    union all
    select 'background', customer_id, max(learned_on) from background_facts
      where customer_id = ${customerId} and deleted_at is null
        and position(${name} in concat_ws(' ', name, note, source, key_items, replacement)) > 0 group by customer_id
    union all
    select 'chain', customer_id, max(on_day) from (
      select customer_id, consensus as said, consensus_on as on_day from decision_maps
      union all select customer_id, note, (updated_at at time zone 'Asia/Shanghai')::date from contact_relations
      union all select customer_id, concat_ws(' ', objection, countermeasure), (updated_at at time zone 'Asia/Shanghai')::date
        from contacts where id <> ${id} and deleted_at is null
    ) chain where customer_id = ${customerId} and position(${name} in said) > 0 group by customer_id
    union all
    select 'report', id, (handed_at at time zone 'Asia/Shanghai')::date from reports
      where division_id = ${divisionId} and handed_at is not null
        and (position(${name} in reports::text) > 0
          or exists (select from report_comments c where c.report_id = reports.id and position(${name} in c.body) > 0))
    union all
    select 'task', id, (updated_at at time zone 'Asia/Shanghai')::date from tasks
      where division_id = ${divisionId} and (position(${name} in concat_ws(' ', subject, description, quote, result)) > 0
        or exists (select from task_entries where task_id = tasks.id and position(${name} in body) > 0))
    union all
    select 'verbal_report', id, (occurred_at at time zone 'Asia/Shanghai')::date from verbal_reports
      where division_id = ${divisionId} and position(${name} in topic) > 0
    union all
    select 'incident', id, (updated_at at time zone 'Asia/Shanghai')::date from incidents
      where division_id = ${divisionId} and position(${name} in content) > 0
    union all
    select 'suggestion', id, (updated_at at time zone 'Asia/Shanghai')::date from suggestions
      where division_id = ${divisionId} and position(${name} in concat_ws(' ', subject, content, reply)) > 0
    union all
    select 'support_request', id, (updated_at at time zone 'Asia/Shanghai')::date from support_requests
      where division_id = ${divisionId} and position(${name} in concat_ws(' ', body, reply)) > 0
    union all
    select 'minutes', meeting_id, max(on_day) from (
      select id as meeting_id, concat_ws(' ', title, purpose) as said, (updated_at at time zone 'Asia/Shanghai')::date as on_day,
        division_id from meetings
      union all select l.meeting_id, concat_ws(' ', l.body, v.body), (l.updated_at at time zone 'Asia/Shanghai')::date, m.division_id
        from minutes_lines l join meetings m on m.id = l.meeting_id left join minutes_line_versions v on v.line_id = l.id
      union all select a.meeting_id, array_to_string(a.lines, ' '), (a.created_at at time zone 'Asia/Shanghai')::date, m.division_id
        from agenda_items a join meetings m on m.id = a.meeting_id
      union all select i.meeting_id, concat_ws(' ', i.body, i.close_note), (i.updated_at at time zone 'Asia/Shanghai')::date, i.division_id
        from action_items i where i.meeting_id is not null
    ) talked where division_id = ${divisionId} and position(${name} in said) > 0 group by meeting_id
    order by 3 desc, 2 limit ${listed + 1}`.execute(db)
  return rows
}

async function blankContact({ db, actor, now }: Erasing, contactId: string): Promise<void> {
  await db
    .updateTable('contacts')
    .set({
      ...{
        name: '已删除的联系人',
        position: '',
        department: null,
        departmentId: null,
        departmentKind: null,
        level: null,
      },
      ...{ personKind: null, purchaseRoles: sql`'{}'`, objection: null, countermeasure: null },
      ...{ relationship: 'none', attitude: 'unknown', isPrimary: false },
      ...{ phoneSealed: null, phoneFingerprint: null, phoneMask: null },
      ...{ email: null, wechat: null, remarks: null },
      ...{ deletedAt: now, erasedAt: now, eraseOn: null, updatedAt: now },
      ...(actor && { updatedBy: actor.id }),
      version: sql`version + 1`,
    })
    .where('id', '=', contactId)
    .execute()
}

/** 六.3.1)③④ his part in a purchase, his relations and how he moved go with him; a card without a person has no place. */
async function leaveTheMap(db: Trx, contactId: string): Promise<void> {
  await db
    .deleteFrom('contactRelations')
    .where((relation) => relation.or([relation('fromId', '=', contactId), relation('toId', '=', contactId)]))
    .execute()
  await db.deleteFrom('projectRoleSlots').where('contactId', '=', contactId).execute()
  await db.deleteFrom('relationshipChanges').where('contactId', '=', contactId).execute()
}

/** The cells of the files that brought or changed the contact; undoing such an import finds a newer version and leaves it alone. */
async function blankImportRows(
  { db, secrets }: Erasing,
  { id, divisionId }: Pick<Named, 'id' | 'divisionId'>,
): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('importRows')
    .set({ cells: secrets.seal('[]'), written: sql`written - 'contactBefore'` })
    .where(sql<boolean>`written ->> 'contactId' = ${id}`)
    .where('importId', 'in', (row) =>
      row.selectFrom('imports').select('imports.id').where('divisionId', '=', divisionId),
    )
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

/** Answers kept for repeated requests carry the contact as it was. */
async function forgetReplies(db: Trx, contactId: string): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('idempotencyKeys')
    .where(sql<boolean>`position(${contactId} in reply::text) > 0`)
    .executeTakeFirst()
  return Number(numDeletedRows)
}
