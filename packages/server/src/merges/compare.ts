import type { OnServer } from '@zhuowei/contract/kernel.ts'
import type { MergePreview } from '@zhuowei/contract/merges.ts'
import { codesOf } from '@zhuowei/domain/codes.ts'
import { type MergeField, mayBeKept, mergeFieldLabel, suggestKept } from '@zhuowei/domain/customers/merge.ts'
import { sql } from 'kysely'
import { inWords } from '../customers/changes.ts'
import { allow } from '../customers/find.ts'
import { visibleCustomers } from '../customers/scope.ts'
import type { Database } from '../platform/db/connect.ts'
import type { Reading } from '../platform/http/implement.ts'
import { invalid, notFound } from '../platform/refusal.ts'
import { moving } from './hanging.ts'

/** Two or three records side by side: what each says, what hangs on it, and what to know before they become one. */
export async function compareCustomers(
  reading: Reading & { db: Database },
  ids: readonly string[],
): Promise<OnServer<MergePreview>> {
  if (new Set(ids).size < ids.length) throw invalid('otherId', '请选择不同的客户')
  const rows = await recordsOf(reading, ids)
  const suggested = suggestKept(rows)
  if (!suggested || rows.length < ids.length) throw notFound()
  const counts = await hangingOn(reading.db, ids)
  const countsOf = (id: string) =>
    counts.filter((one) => one.customerId === id).map(({ label, count }) => ({ label, count }))
  return {
    records: rows.map((row) => ({
      ...row,
      mayBeKept: mayBeKept(row, rows),
      hanging: countsOf(row.id),
    })),
    suggestedId: suggested.id,
    fields: codesOf<Record<MergeField, string>>(mergeFieldLabel).map((field) => ({
      field,
      label: mergeFieldLabel[field],
      values: rows.map((row) => (field === 'parentId' ? row.parentName : inWords(field, row[field]))),
    })),
    notes: [...(await twiceHeld(reading.db, ids)), ...(await namesakes(reading.db, ids))],
  }
}

async function recordsOf({ db, actor }: Reading, ids: readonly string[]) {
  const rows = await db
    .selectFrom('customers')
    .innerJoin('regions', 'regions.id', 'customers.regionId')
    .leftJoin('people as owner', 'owner.id', 'customers.ownerId')
    .leftJoin('customers as parent', 'parent.id', 'customers.parentId')
    .where(visibleCustomers(actor))
    .where('customers.id', 'in', ids)
    .selectAll('customers')
    .select(['regions.name as regionName', 'owner.name as ownerName', 'parent.name as parentName'])
    .execute()
  return rows
    .toSorted((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id))
    .map((row) => {
      const { grade, tradeStatus, status } = allow(actor, 'merge', row)
      // Check constraints of the table hold exactly the codes of the domain.
      return { ...row, grade, tradeStatus, status } as Omit<typeof row, keyof Coded> & Coded
    })
}

type Coded = Pick<MergePreview['records'][number], 'grade' | 'tradeStatus' | 'status'>

async function hangingOn(db: Database, ids: readonly string[]) {
  const parts = moving.flatMap(({ table, column, label }) =>
    label
      ? [
          sql`select ${sql.ref(column)} as customer_id, ${label} as label, count(*)::int as count from ${sql.table(table)}
            where ${sql.ref(column)} = any(${ids}::uuid[]) group by 1`,
        ]
      : [],
  )
  const { rows } = await sql<{ customerId: string; label: string; count: number }>`
    ${sql.join(parts, sql` union all `)}`.execute(db)
  return rows
}

/** Of what a customer has only once the kept record's own holds. */
async function twiceHeld(db: Database, ids: readonly string[]): Promise<string[]> {
  const parts = moving.flatMap(({ table, column, label, onePer = [], gone }) =>
    label
      ? onePer.map((per) => {
          const each = per.map((part) => sql.ref(part))
          return sql`select ${label} as label where exists (select from ${sql.table(table)}
            where ${sql.ref(column)} = any(${ids}::uuid[]) ${gone ? sql`and ${sql.ref(gone)} is null` : sql``}
              ${each.length > 0 ? sql`and (${sql.join(each)}) is not null group by ${sql.join(each)}` : sql``}
            having count(*) > 1)`
        })
      : [],
  )
  const { rows } = await sql<{ label: string }>`${sql.join(parts, sql` union `)}`.execute(db)
  return rows.map(({ label }) => `${label}重复的部分用保留客户的，另一家的留在原记录里，撤销合并时恢复。`)
}

async function namesakes(db: Database, ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from contacts
    where customer_id = any(${ids}::uuid[]) and deleted_at is null
    group by name having count(distinct customer_id) > 1 order by name limit 10`.execute(db)
  if (rows.length === 0) return []
  return [`联系人同名：${rows.map(({ name }) => name).join('、')}。合并后两条都在，请核对后移除多余的。`]
}
