import type { NewComplaint } from '@zhuowei/contract/complaints.ts'

/** The form, in which nothing may be chosen yet. */
export interface ComplaintValues {
  about: NewComplaint['about']
  level: NewComplaint['level']
  cause: NewComplaint['cause'] | null
  customerId: string | null
  /** What the choice shows; not sent. */
  customerName: string
  targetPersonId: string | null
  targetDepartment: string
  complainant: string
  content: string
}

export function blankComplaint(customer: { id: string; name: string } | null): ComplaintValues {
  return {
    about: 'department',
    level: 'normal',
    cause: null,
    customerId: customer?.id ?? null,
    customerName: customer?.name ?? '',
    targetPersonId: null,
    targetDepartment: '',
    complainant: '',
    content: '',
  }
}

/** What was filled in for another kind stays in the form and is not sent. */
export function bodyOf(values: ComplaintValues) {
  const { customerName: _, about, targetPersonId, targetDepartment, cause, ...rest } = values
  return {
    ...rest,
    about,
    // Nothing chosen: the server names the field.
    cause: cause ?? ('' as NewComplaint['cause']),
    targetPersonId: about === 'person' ? targetPersonId : null,
    targetDepartment: about === 'department' ? targetDepartment : null,
  }
}
