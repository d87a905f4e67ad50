/** What one applied row wrote, and what stood there before; undoing reads it. */
export interface Written {
  createdCustomer?: true
  /** The customer's version after this row; a higher one later means that somebody has edited since. */
  customerVersion?: number
  customerBefore?: Record<string, string | null>
  /** A contact that was created or, with `contactBefore`, changed. */
  contactId?: string
  contactVersion?: number
  contactBefore?: Record<string, string | null>
  /** Still to be linked when all rows are in. */
  parentKey?: string
}
