import type { Edge } from '@xyflow/react'
import type { ContactRelation, DecisionChain, PersonOfChain } from '@zhuowei/contract/decision-chain.ts'
import { isDirected } from '@zhuowei/domain/decision-chain/relation.ts'
import type { ChainNode } from './ChainMap.tsx'
import { relationWords } from './chain-words.ts'

/** The lines of the map: they leave the side that looks at the other person. */
export function edgesOf({ people, relations }: DecisionChain, nodes: readonly ChainNode[]): Edge[] {
  return relations.flatMap((relation) => {
    const from = placeOf(nodes, relation.fromId)
    const to = placeOf(nodes, relation.toId)
    const ends = [relation.fromId, relation.toId].flatMap((id) => people.find((one) => one.id === id) ?? [])
    const [one, other] = ends
    if (!from || !to || !one || !other) return []
    const { sides, arrow } = facing(from, to)
    const isNatural = arrow === '↓' || !isDirected(relation.kind)
    const words = relationWords(relation)
    // Between two cards of one row there is room for the note or the kind, not for both.
    const label = arrow === '→' || arrow === '←' ? (relation.note ?? words) : words
    const [sourceHandle, targetHandle] = sides
    return {
      id: relation.id,
      type: 'smoothstep',
      source: relation.fromId,
      target: relation.toId,
      sourceHandle,
      targetHandle,
      label: isNatural ? label : `${label} ${arrow}`,
      style: { strokeWidth: 1.5, ...strokeOf(relation, one, other) },
      labelStyle: { fill: 'var(--text-2)', fontSize: 12 },
      labelBgStyle: { fill: 'var(--surface)' },
      labelBgPadding: [6, 2] as [number, number],
      ariaLabel: `${one.name}与${other.name}：${words}`,
      domAttributes: { 'aria-roledescription': '关系' },
    }
  })
}

function placeOf(nodes: readonly ChainNode[], id: string) {
  const node = nodes.find((one) => one.id === id)
  const lane = nodes.find((one) => one.id === node?.parentId)
  if (!node || !lane) return null
  return { lane: lane.id, x: node.position.x, y: lane.position.y + node.position.y }
}

type Place = NonNullable<ReturnType<typeof placeOf>>

function facing(from: Place, to: Place): { sides: [string, string]; arrow: string } {
  const isBeside = from.lane === to.lane && Math.abs(from.y - to.y) < 60
  if (isBeside)
    return from.x < to.x ? { sides: ['right', 'left'], arrow: '→' } : { sides: ['left', 'right'], arrow: '←' }
  return from.y < to.y ? { sides: ['bottom', 'top'], arrow: '↓' } : { sides: ['top', 'bottom'], arrow: '↑' }
}

/** Red and dashed where an opponent reaches somebody, green where both are on our side or one leads to the other. */
function strokeOf({ kind }: ContactRelation, one: PersonOfChain, other: PersonOfChain) {
  const attitudes = [one.attitude, other.attitude]
  const isAgainst = attitudes.includes('oppose') && (kind === 'close' || kind === 'influences')
  if (kind === 'opposed' || isAgainst) return { stroke: 'var(--red-solid)', strokeDasharray: '5 4' }
  if (attitudes.every((attitude) => attitude === 'support')) return { stroke: 'var(--green-solid)' }
  return { stroke: 'var(--grey-solid)' }
}
