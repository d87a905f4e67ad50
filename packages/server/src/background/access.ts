import { may } from '../customers/access.ts'

/** 六.3.1): like the contacts of a customer (§3A). Colleagues of the region see which departments there are, and no more. */
export const mayReadBackground = may.seeContacts
export const mayWriteBackground = may.edit
