import type { NodeChange } from '@xyflow/react'
import { type KeyboardEvent, useState } from 'react'
import type { ChainNode } from './ChainMap.tsx'

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
    const position = { x: node.position.x + direction.x, y: node.position.y + direction.y }
    change([{ id: node.id, type: 'position', position, dragging: false }])
    setMoved(`已向${direction.word}移动`)
  }
  const help = mayMove ? '回车打开，空格选中，选中后用方向键移动' : '回车打开'
  return { onKeyDownCapture, onBlur: () => setMoved(null), hint: moved ?? help }
}

function focused({ target }: KeyboardEvent, nodes: readonly ChainNode[]): ChainNode | undefined {
  const frame = target instanceof Element ? target.closest('.react-flow__node-person') : null
  return nodes.find(({ id }) => id === frame?.getAttribute('data-id'))
}
