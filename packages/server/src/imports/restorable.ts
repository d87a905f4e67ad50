import { type RawBuilder, sql } from 'kysely'

/** The columns that an import may change in an existing record, and that undoing puts back. All are text but the parent. */
const columns = {
  customers: {
    creditCode: 'credit_code',
    type: 'type',
    status: 'status',
    city: 'city',
    county: 'county',
    address: 'address',
    website: 'website',
    email: 'email',
    phone: 'phone',
    remarks: 'remarks',
    parentId: 'parent_id',
  },
  contacts: {
    position: 'position',
    department: 'department',
    departmentKind: 'department_kind',
    level: 'level',
    purchaseRole: 'purchase_role',
    relationship: 'relationship',
    attitude: 'attitude',
    email: 'email',
    wechat: 'wechat',
    remarks: 'remarks',
    phoneSealed: 'phone_sealed',
    phoneFingerprint: 'phone_fingerprint',
    phoneMask: 'phone_mask',
  },
} as const

/** `set` clauses that take a column from `change.values` where it is named there, and leave it otherwise. */
export function columnsToSet(table: keyof typeof columns): RawBuilder<unknown> {
  return sql.join(
    Object.entries(columns[table]).map(([key, column]) => {
      const value =
        key === 'parentId'
          ? sql`(change.values ->> ${sql.lit(key)})::uuid`
          : sql`change.values ->> ${sql.lit(key)}`
      return sql`${sql.ref(column)} = case when change.values ? ${sql.lit(key)} then ${value} else ${sql.ref(`${table}.${column}`)} end`
    }),
  )
}
