import type { ContactRelation, PersonOfChain } from '@zhuowei/contract/decision-chain.ts'
import { daysBetween, type PlainDate } from '@zhuowei/domain/calendar/dates.ts'
import { relationshipLevelLabel } from '@zhuowei/domain/customers/contact.ts'
import { type RelationKind, relationKindLabel } from '@zhuowei/domain/decision-chain/relation.ts'

/** 熟识，3 天: how close, and how long ago we last met. */
export function closeness({ relationship, lastContactOn }: PersonOfChain, today: PlainDate): string {
  const level = relationshipLevelLabel[relationship]
  if (lastContactOn === null) return level
  const days = daysBetween(lastContactOn, today)
  return `${level}，${days === 0 ? '今天' : `${days} 天`}`
}

export const relationWords = ({ kind, note }: Pick<ContactRelation, 'kind' | 'note'>): string =>
  note ? `${relationKindLabel[kind]}，${note}` : relationKindLabel[kind]

/** 陆云程分管沈知白。 */
export function relationSentence(from: string, to: string, kind: RelationKind): string {
  if (kind === 'directs') return `${from}分管${to}`
  if (kind === 'superior') return `${from}是${to}的上级`
  if (kind === 'influences') return `${from}能影响${to}`
  return `${from}与${to}${relationKindLabel[kind]}`
}
