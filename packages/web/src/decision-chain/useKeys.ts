import type { NodeChange } from '@xyflow/react'
import { type KeyboardEvent, useState } from 'react'
import type { ChainNode } from './ChainMap.tsx'
import { card, mapWidth } from './map-layout.ts'

const step = 24

const directions: Record<string, { x: number; y: number; word: string }> = {
  ArrowUp: { x: 0, y: -step, word: '上' },
  ArrowDown: { x: 0, y: step, word: '下' },
  ArrowLeft: { x: -step, y: 0, word: '左' },
  ArrowRight: { x: step, y: 0, word: '右' },
}

interface KeysOptions {
  nodes: readonly ChainNode[]
  mayMove: boolean
  onOpen: (id: string) => void
  change: (changes: NodeChange<ChainNode>[]) => void
}

/** The map without a mouse: 回车 opens the person, 空格 selects (React Flow does that), arrows move whom is selected. */
export function useKeys({ nodes, mayMove, onOpen, change }: KeysOptions) {
  const [moved, setMoved] = useState<string | null>(null)
  const onKeyDownCapture = (event: KeyboardEvent) => {
    const node = focused(event, nodes)
    if (!node) return
    const direction = directions[event.key]
    if (event.key !== 'Enter' && !(direction && node.selected && mayMove)) return
    event.preventDefault()
    event.stopPropagation()
    if (!direction) return onOpen(node.id)
    change([{ id: node.id, type: 'position', position: placeTowards(node, direction), dragging: false }])
    setMoved(`已向${direction.word}移动`)
  }
  const help = mayMove ? '回车打开，空格选中，选中后用方向键移动' : '回车打开'
  return { onKeyDownCapture, onBlur: () => setMoved(null), hint: moved ?? help }
}

function focused({ target }: KeyboardEvent, nodes: readonly ChainNode[]): ChainNode | undefined {
  const frame = target instanceof Element ? target.closest('.react-flow__node-person') : null
  return nodes.find(({ id }) => id === frame?.getAttribute('data-id'))
}

function placeTowards(
  { position, extent }: ChainNode,
  by: { x: number; y: number },
): { x: number; y: number } {
  const [, [right, bottom]] = Array.isArray(extent)
    ? extent
    : ([
        [0, 0],
        [mapWidth, Number.POSITIVE_INFINITY],
      ] as const)
  return {
    x: Math.max(0, Math.min(right - card.width, position.x + by.x)),
    y: Math.max(0, Math.min(bottom - card.height, position.y + by.y)),
  }
}
