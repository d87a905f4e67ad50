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
import {
  card,
  keepAll,
  type LaneKey,
  laneLabel,
  layLanes,
  type Moved,
  mapWidth,
  within,
} from './map-layout.ts'
import { PersonCard, VacantCard } from './PersonCard.tsx'
import { useKeys } from './useKeys.ts'
import { useMoves } from './useMoves.ts'

interface ChainMapProps {
  chain: DecisionChain
  onOpen: (id: string) => void
  onRelate: (fromId: string, toId: string) => void
  onMove: (placed: Moved[]) => void
}

/** 六.4.4) the map: lanes by level, cards to drag inside them, lines that say how two people stand to each other. */
export function ChainMap({ chain, onOpen, onRelate, onMove }: ChainMapProps) {
  const lanes = useMemo(() => layLanes(chain), [chain])
  const height = lanes.reduce((sum, lane) => sum + lane.height, 0)
  const [nodes, setNodes] = useState<ChainNode[]>([])
  const flow = useRef<ReactFlowInstance<ChainNode> | null>(null)
  const { save, waiting } = useMoves((moved) => onMove(keepAll(lanes, moved)))
  const { masked } = chain
  useEffect(
    () =>
      setNodes((before) =>
        nodesOf(lanes, { masked, onOpen }).map((node) => stayInHand(node, before, waiting.get(node.id))),
      ),
    [lanes, masked, onOpen, waiting],
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: lanes that people came to or left need the view to be fitted anew
  useEffect(() => {
    const fitted = requestAnimationFrame(() => void flow.current?.fitView({ padding: 0, maxZoom: 1 }))
    return () => cancelAnimationFrame(fitted)
  }, [height])
  const edges = useMemo(() => edgesOf(chain, nodes), [chain, nodes])
  const change = (wanted: NodeChange<ChainNode>[]) => {
    const changes = wanted.map((one) => withinItsLane(one, nodes))
    setNodes((before) => applyNodeChanges(changes, before))
    for (const one of changes)
      if (one.type === 'position' && one.position && !one.dragging) save(one.id, one.position)
  }
  const { onKeyDownCapture, onBlur, hint } = useKeys({ nodes, mayMove: chain.can.edit, onOpen, change })
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
        onKeyDownCapture={onKeyDownCapture}
        onBlur={onBlur}
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
        autoPanOnNodeDrag={false}
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
      <p className={styles.hint} role="status">
        {hint}
      </p>
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

function withinItsLane(change: NodeChange<ChainNode>, nodes: readonly ChainNode[]): NodeChange<ChainNode> {
  if (change.type !== 'position' || !change.position) return change
  const parentId = nodes.find(({ id }) => id === change.id)?.parentId
  const lane = nodes.find(({ id }) => id === parentId)
  return lane?.height ? { ...change, position: within({ height: lane.height }, change.position) } : change
}

/** What the server says comes between two key presses or in the middle of a drag: the card stays under the hand. */
function stayInHand(
  node: ChainNode,
  before: readonly ChainNode[],
  moved?: { x: number; y: number },
): ChainNode {
  const was = before.find(({ id }) => id === node.id)
  if (node.type !== 'person' || !was) return node
  const position = was.dragging ? was.position : (moved ?? node.position)
  return { ...node, position, selected: was.selected ?? false, dragging: was.dragging ?? false }
}

const laneId = (key: LaneKey) => `lane-${key}`

function LaneBand({ data }: NodeProps<LaneNode>) {
  return <div className={styles.lane}>{data.label}</div>
}

const sides = [Position.Top, Position.Right, Position.Bottom, Position.Left]

function PersonBox({ data, isConnectable }: NodeProps<PersonNode>) {
  return (
    <>
      <PersonCard person={data.person} masked={data.masked} onMap onOpen={data.onOpen} />
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

const spoken = {
  'node.a11yDescription.default': '按回车打开，按空格选中，选中后用方向键移动。',
  'node.a11yDescription.keyboardDisabled': '按回车打开。',
  'edge.a11yDescription.default': '关系',
  'handle.ariaLabel': '拉出一条关系',
}
