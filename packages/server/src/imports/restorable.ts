import { type RawBuilder, sql } from 'kysely'
import { fillable } from './fillable.ts'

/** The columns that an import may change in an existing record, and that undoing puts back. All are text but the parent and the roles. */
const columns = {
  customers: [...Object.keys(fillable.customers), 'parentId'],
  contacts: [...Object.keys(fillable.contacts), 'phoneSealed', 'phoneFingerprint', 'phoneMask'],
}

/** `set` clauses that take a column from `change.values` where it is named there, and leave it otherwise. */
export function columnsToSet(table: keyof typeof columns): RawBuilder<unknown> {
  return sql.join(
    columns[table].map((key) => {
      const value = givenOf(key)
      return sql`${sql.ref(key)} = case when change.values ? ${sql.lit(key)} then ${value} else ${sql.ref(`${table}.${key}`)} end`
    }),
  )
}

function givenOf(key: string): RawBuilder<unknown> {
  if (key === 'parentId') return sql`(change.values ->> ${sql.lit(key)})::uuid`
  if (key === 'purchaseRoles')
    return sql`array(select jsonb_array_elements_text(change.values -> ${sql.lit(key)}))`
  return sql`change.values ->> ${sql.lit(key)}`
}
