import {
  applyNodeChanges,
  type Connection,
  ConnectionMode,
  Handle,
  type Node,
  type NodeChange,
  type NodeProps,
  Position,
  ReactFlow,
  type ReactFlowInstance,
} from '@xyflow/react'
import '@xyflow/react/dist/base.css'
import type { DecisionChain, PersonOfChain } from '@zhuowei/contract/decision-chain.ts'
import type { ChainRole } from '@zhuowei/domain/decision-chain/person.ts'
import { useEffect, useMemo, useRef, useState } from 'react'
import styles from './ChainMap.module.css'
import { edgesOf } from './map-edges.ts'
import { card, type LaneKey, laneLabel, layLanes, mapWidth } from './map-layout.ts'
import { PersonCard, VacantCard } from './PersonCard.tsx'

interface ChainMapProps {
  chain: DecisionChain
  onOpen: (id: string) => void
  onRelate: (fromId: string, toId: string) => void
  onMove: (placed: { contactId: string; x: number; y: number }[]) => void
}

/** 六.4.4) the map: lanes by level, cards to drag inside them, lines that say how two people stand to each other. */
export function ChainMap({ chain, onOpen, onRelate, onMove }: ChainMapProps) {
  const lanes = useMemo(() => layLanes(chain), [chain])
  const height = lanes.reduce((sum, lane) => sum + lane.height, 0)
  const [nodes, setNodes] = useState<ChainNode[]>([])
  const flow = useRef<ReactFlowInstance<ChainNode> | null>(null)
  const { save } = useMoves(onMove)
  const { masked } = chain
  useEffect(() => setNodes(nodesOf(lanes, { masked, onOpen })), [lanes, masked, onOpen])
  // biome-ignore lint/correctness/useExhaustiveDependencies: a lane that grew needs the view to be fitted anew
  useEffect(() => {
    const fitted = requestAnimationFrame(() => void flow.current?.fitView({ padding: 0, maxZoom: 1 }))
    return () => cancelAnimationFrame(fitted)
  }, [height])
  const edges = useMemo(() => edgesOf(chain, nodes), [chain, nodes])
  const change = (changes: NodeChange<ChainNode>[]) => {
    setNodes((before) => applyNodeChanges(changes, before))
    for (const one of changes)
      if (one.type === 'position' && one.position && !one.dragging) save(one.id, one.position)
  }
  const connect = ({ source, target }: Connection) => {
    if (source !== target) onRelate(source, target)
  }
  return (
    <div className={styles.map} style={{ height }} data-map>
      <ReactFlow<ChainNode>
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        onNodesChange={change}
        onConnect={connect}
        onInit={(instance) => {
          flow.current = instance
        }}
        fitView
        fitViewOptions={{ padding: 0, maxZoom: 1 }}
        minZoom={0.3}
        maxZoom={1.5}
        translateExtent={[
          [0, 0],
          [mapWidth, height],
        ]}
        connectionMode={ConnectionMode.Loose}
        nodesDraggable={chain.can.edit}
        nodesConnectable={chain.can.edit}
        nodeDragThreshold={4}
        edgesFocusable={false}
        zoomOnScroll={false}
        zoomOnDoubleClick={false}
        preventScrolling={false}
        deleteKeyCode={null}
        selectionKeyCode={null}
        multiSelectionKeyCode={null}
        ariaLabelConfig={spoken}
        proOptions={{ hideAttribution: true }}
        aria-label="决策链图"
      />
    </div>
  )
}

type LaneNode = Node<{ label: string }, 'lane'>
type PersonNode = Node<{ person: PersonOfChain; masked: boolean; onOpen: (id: string) => void }, 'person'>
type VacantNode = Node<{ roles: readonly ChainRole[] }, 'vacant'>
export type ChainNode = LaneNode | PersonNode | VacantNode

const nodeTypes = { lane: LaneBand, person: PersonBox, vacant: VacantBox }

const still = { draggable: false, selectable: false, focusable: false, connectable: false } as const

function nodesOf(
  lanes: ReturnType<typeof layLanes>,
  view: { masked: boolean; onOpen: (id: string) => void },
): ChainNode[] {
  return lanes.flatMap(({ key, y, height, people, vacant }): ChainNode[] => [
    {
      id: laneId(key),
      type: 'lane',
      data: { label: laneLabel[key] },
      position: { x: 0, y },
      width: mapWidth,
      height,
      ...still,
      zIndex: -1,
    },
    ...people.map(
      ({ person, x, y }): PersonNode => ({
        id: person.id,
        type: 'person',
        data: { person, ...view },
        position: { x, y },
        parentId: laneId(key),
        extent: 'parent',
        ...card,
        ariaLabel: `${person.name}，${person.position}`,
        domAttributes: { 'aria-roledescription': '人员' },
      }),
    ),
    ...(vacant
      ? [
          {
            id: `vacant-${key}`,
            type: 'vacant' as const,
            data: { roles: vacant.roles },
            position: { x: vacant.x, y: vacant.y },
            parentId: laneId(key),
            ...card,
            ...still,
          },
        ]
      : []),
  ])
}

const laneId = (key: LaneKey) => `lane-${key}`

function LaneBand({ data }: NodeProps<LaneNode>) {
  return <div className={styles.lane}>{data.label}</div>
}

const sides = [Position.Top, Position.Right, Position.Bottom, Position.Left]

function PersonBox({ data, isConnectable }: NodeProps<PersonNode>) {
  return (
    <>
      <PersonCard person={data.person} masked={data.masked} onOpen={data.onOpen} />
      {sides.map((side) => (
        <Handle
          key={side}
          id={side}
          type="source"
          position={side}
          isConnectable={isConnectable}
          className={styles.handle ?? ''}
        />
      ))}
    </>
  )
}

function VacantBox({ data }: NodeProps<VacantNode>) {
  return <VacantCard roles={data.roles} />
}

const waitMs = 600

/** Moves are kept together for a moment: an arrow key moves a card many times. */
function useMoves(onMove: ChainMapProps['onMove']) {
  const latest = useRef(onMove)
  latest.current = onMove
  const waiting = useRef(new Map<string, { x: number; y: number }>())
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const [save] = useState(() => (id: string, place: { x: number; y: number }) => {
    waiting.current.set(id, place)
    clearTimeout(timer.current)
    timer.current = setTimeout(flush, waitMs)
  })
  function flush() {
    const placed = [...waiting.current].map(([contactId, { x, y }]) => ({ contactId, x, y: Math.max(0, y) }))
    waiting.current.clear()
    if (placed.length > 0) latest.current(placed)
  }
  // Leaving the page saves what still waits.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the map goes away
  useEffect(() => flush, [])
  return { save }
}

const directions: Record<string, string> = { up: '上', down: '下', left: '左', right: '右' }

const spoken = {
  'node.a11yDescription.default': '按回车选中，再用方向键移动。',
  'node.a11yDescription.keyboardDisabled': '按回车选中。',
  'node.a11yDescription.ariaLiveMessage': ({ direction }: { direction: string }) =>
    `已向${directions[direction] ?? ''}移动`,
  'edge.a11yDescription.default': '关系',
  'handle.ariaLabel': '拉出一条关系',
}
