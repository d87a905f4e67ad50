import type { ImportOutcome, ImportReason } from '@zhuowei/contract/import-shapes.ts'
import type { Draft, DraftContact } from './draft.ts'

/** What becomes of one row, why, and what would be written. */
export interface Verdict {
  row: number
  outcome: ImportOutcome
  reasons: ImportReason[]
  customerId: string | null
  /** The earlier row that brings the customer to which this one adds a contact. */
  followsRow: number | null
  plan: Plan | null
}

export interface Plan {
  newCustomer: NewCustomer | null
  newContact: NewContact | null
  customerChange: { id: string; values: Partial<Draft['customer']> } | null
  contactChange: { id: string; phone: string | null; values: Partial<DraftContact> } | null
  /** Linked when all rows are in, because the 上级单位 may stand further down. */
  parentKey: string | null
}

export interface NewCustomer extends Pick<Draft, 'name' | 'nameKey'> {
  id: string
  regionId: string
  ownerId: string | null
  values: Complete<Draft['customer'], 'type' | 'status' | 'grade' | 'tradeStatus' | 'source'>
}

export interface NewContact extends DraftContact {
  id: string
  customerId: string
  isPrimary: boolean
}

type Complete<T, Keys extends keyof T> = Omit<T, Keys> & { [K in Keys]: NonNullable<T[K]> }
