import type { PlainDate } from '../calendar/dates.ts'
import type {
  Attitude,
  PersonKind,
  PersonLevel,
  PurchaseRole,
  RelationshipLevel,
} from '../customers/contact.ts'

/** What the decision chain knows of somebody at the customer. */
export interface ChainPerson {
  id: string
  name: string
  level: PersonLevel | null
  personKind: PersonKind | null
  purchaseRoles: readonly PurchaseRole[]
  relationship: RelationshipLevel
  attitude: Attitude
  /** The last visit or call in which he was met. */
  lastContactOn: PlainDate | null
  /** Why he is against us, and what we do about it. */
  objection: string | null
  countermeasure: string | null
}

/** 六.3.1)③: who decides and influences, who sets the specification, who keeps terms, time and budget. */
export const chainRoles = [
  'decider',
  'influencer',
  'specifier',
  'terms',
  'timing',
  'budget',
] as const satisfies readonly PurchaseRole[]
export type ChainRole = (typeof chainRoles)[number]

export const vacantRoles = (people: readonly Pick<ChainPerson, 'purchaseRoles'>[]): ChainRole[] =>
  chainRoles.filter((role) => !people.some(({ purchaseRoles }) => purchaseRoles.includes(role)))
