import { sql } from 'kysely'
import type { Trx } from '../platform/db/connect.ts'
import type { AppliedRow } from './undo.ts'

/** Of the customers that an import created, those that somebody has worked on since, each with the reason. */
export async function keptCreatedCustomers(
  trx: Trx,
  importId: string,
  created: readonly AppliedRow[],
): Promise<Map<string, string>> {
  const ids = created.map(({ customerId }) => customerId)
  const { rows } = await sql<{ id: string; parentId: string | null; why: string | null }>`
    select c.id, c.parent_id, case
      when c.deleted_at is not null then '之后已经删除'
      when c.version > 1 then ${editedBy}
      when exists (select from activities a where a.customer_id = c.id) then '之后有拜访或电话记录'
      when exists (select from contacts k where k.customer_id = c.id
        and (k.import_id is distinct from ${importId} or k.version > 1)) then '之后改过联系人'
      when exists (select from customers below where below.parent_id = c.id and below.deleted_at is null
        and below.import_id is distinct from ${importId}) then '之后有了下级单位'
    end as why
    from customers c left join people editor on editor.id = c.updated_by
    where c.id = any(${ids}::uuid[])
    for update of c`.execute(trx)
  const kept = new Map(rows.flatMap(({ id, why }) => (why ? [[id, why] as const] : [])))
  const parentOf = new Map(rows.map(({ id, parentId }) => [id, parentId]))
  for (const id of [...kept.keys()]) {
    let above = parentOf.get(id)
    while (above && parentOf.has(above) && !kept.has(above)) {
      kept.set(above, '它的下级单位保留了')
      above = parentOf.get(above)
    }
  }
  return kept
}

/** Who changed a record after the import, and when. */
export const editedBy = sql`'之后由' || coalesce(editor.name, '别人') || '在 '
  || to_char(c.updated_at at time zone 'Asia/Shanghai', 'MM-DD HH24:MI') || ' 修改过'`

/** Contacts that the import added to existing customers and that must stay. */
export async function keptContacts(trx: Trx, additions: readonly AppliedRow[]): Promise<Map<string, string>> {
  const ids = additions.flatMap(({ written }) =>
    written.contactId && !written.contactBefore ? [written.contactId] : [],
  )
  const { rows } = await sql<{ id: string; why: string }>`
    select * from (
      select c.id, case
        when c.deleted_at is not null then '联系人之后已经移除'
        when c.version > 1 then '联系人' || ${editedBy}
        when exists (select from activities a where a.customer_id = c.customer_id and c.id = any(a.contact_ids))
          then '联系人之后有拜访记录'
      end as why
      from contacts c left join people editor on editor.id = c.updated_by
      where c.id = any(${ids}::uuid[])
    ) looked where why is not null`.execute(trx)
  return new Map(rows.map(({ id, why }) => [id, why]))
}
