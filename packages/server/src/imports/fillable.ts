import type { ImportField } from '@zhuowei/contract/import-shapes.ts'
import type { Draft } from './draft.ts'
import type { KnownContact } from './known.ts'

/** What an import may change in an existing record, and what undoing puts back: its columns, each with the field that fills it. */
export const fillable = {
  customers: {
    creditCode: 'creditCode',
    type: 'type',
    status: 'status',
    city: 'city',
    county: 'county',
    address: 'address',
    website: 'website',
    email: 'email',
    phone: 'phone',
    remarks: 'remarks',
  },
  contacts: {
    position: 'contactPosition',
    department: 'department',
    departmentKind: 'departmentKind',
    level: 'level',
    personKind: 'personKind',
    purchaseRoles: 'purchaseRole',
    relationship: 'relationship',
    attitude: 'attitude',
    email: 'contactEmail',
    wechat: 'wechat',
    remarks: 'contactRemarks',
  },
} as const satisfies {
  customers: { [Key in keyof Draft['customer']]?: ImportField }
  contacts: Record<keyof KnownContact['values'], ImportField>
}
