import type { World } from '../../world.ts'
import type { Right, RoleRight } from '../expected.ts'
import type { Target } from '../targets.ts'

interface Attempt {
  params?: Record<string, unknown>
  query?: Record<string, unknown>
  body?: unknown
}

type Soon<T> = T | Promise<T>

/** An operation on somebody's record: which right it needs, and a call of it, which may first make what it needs. */
interface OnTarget {
  right: Right
  /** The call changes the record, so every try gets a fresh one. */
  changes?: true
  call: (target: Target, world: World) => Soon<Attempt>
}

/** An operation that concerns no one record. */
interface ByRole {
  role: RoleRight
  call: (world: World) => Soon<Attempt>
}

/** A list, which shows exactly the records that may be read one by one. */
interface Listing {
  lists: Right
  /** The id of the target's item in the list; it may be made first. */
  of: (target: Target, world: World) => Soon<string>
  attempt: Attempt
}

export type Row = OnTarget | ByRole | Listing | { elsewhere: string }
export type Rows = Record<string, Row>

export const reading = (right: Right, call: OnTarget['call']): OnTarget => ({ right, call })
export const changing = (right: Right, call: OnTarget['call']): OnTarget => ({ right, call, changes: true })
export const open = (role: RoleRight, call: ByRole['call'] = () => ({})): ByRole => ({ role, call })

export const version = 1
export const reason = '核对权限'
export const byCustomer = ({ customerId }: Target) => ({ params: { id: customerId } })
export const byPerson = ({ personId }: Target) => ({ params: { id: personId } })
