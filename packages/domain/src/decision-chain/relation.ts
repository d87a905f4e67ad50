import { codesOf } from '../codes.ts'

/** 六.3.1)④ 决策人之间的关系, as far as it is business: how one of them reaches another. */
export const relationKindLabel = {
  directs: '分管',
  superior: '上下级',
  influences: '影响',
  cooperates: '协作',
  close: '走得近',
  opposed: '意见不合',
} as const
export type RelationKind = keyof typeof relationKindLabel
export const relationKinds = codesOf(relationKindLabel)

/** These read from the first person to the second; the others hold both ways. */
export const isDirected = (kind: RelationKind): boolean =>
  kind === 'directs' || kind === 'superior' || kind === 'influences'

export interface Relation {
  fromId: string
  toId: string
  kind: RelationKind
  note: string | null
}
