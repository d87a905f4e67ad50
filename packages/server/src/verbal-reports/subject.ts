import { type Role, reportsTo } from '@zhuowei/domain/organisation/roles.ts'
import { visibleCustomers } from '../customers/scope.ts'
import type { Writing } from '../platform/http/implement.ts'
import { invalid } from '../platform/refusal.ts'
import { isSuperior } from '../reports/access.ts'

export interface Subject {
  id: string
  name: string
  divisionId: string
  /** He answers to 总经理. */
  forGm: boolean
}

/** Whom a log or an incident is about: oneself, or somebody of one's own staff. */
export async function subjectOf({ db, actor }: Writing, personId: string | null): Promise<Subject> {
  const person = await db
    .selectFrom('people')
    .where('id', '=', personId ?? actor.id)
    .where('leavingDate', 'is', null)
    .select(['id', 'name', 'divisionId'])
    .select((row) => row.ref('role').$castTo<Role>().as('role')) // people_role_known
    .executeTakeFirst()
  const isOwn = person?.id === actor.id
  const mayName = person && (isOwn || isSuperior(actor, { ...person, personId: person.id }))
  if (!mayName || !person.divisionId) throw invalid('personId', '请选择自己的直接下属')
  const { id, name, divisionId, role } = person
  return { id, name, divisionId, forGm: reportsTo[role] === 'gm' }
}

export async function refuseStrangeCustomer(
  { db, actor }: Writing,
  customerId: string | null,
): Promise<void> {
  if (!customerId) return
  const customer = await db
    .selectFrom('customers')
    .where(visibleCustomers(actor))
    .where('customers.id', '=', customerId)
    .select('customers.id')
    .executeTakeFirst()
  if (!customer) throw invalid('customerId', '没有找到这家客户，或不在您的范围内')
}
