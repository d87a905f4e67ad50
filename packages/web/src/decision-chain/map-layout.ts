import type { DecisionChain, PersonOfChain } from '@zhuowei/contract/decision-chain.ts'
import { type PersonLevel, personLevelLabel } from '@zhuowei/domain/customers/contact.ts'
import type { ChainRole } from '@zhuowei/domain/decision-chain/person.ts'

export const card = { width: 196, height: 76 }
export const mapWidth = 832
const first = { x: 24, y: 44 }
const step = { x: card.width + 98, y: card.height + 56 }
const perRow = 3
const below = 32

export type LaneKey = PersonLevel | 'unknown'

export const laneLabel: Record<LaneKey, string> = {
  senior: personLevelLabel.senior,
  middle: personLevelLabel.middle,
  base: personLevelLabel.base,
  unknown: '层级未知',
}

interface Place {
  x: number
  y: number
}
export type Moved = Place & { contactId: string }

export interface Lane {
  key: LaneKey
  y: number
  height: number
  people: (Place & { person: PersonOfChain })[]
  /** The roles that nobody has, as one card with a question mark. */
  vacant: (Place & { roles: readonly ChainRole[] }) | null
}

type Chain = Pick<DecisionChain, 'people' | 'relations' | 'vacantRoles'>

/**
 * Who stands above whom: 高层, 中层, 基层, and who has no level yet; in a lane under those they have to do with above. Lanes and
 * question marks stay as they are without any arrangement, so that a card put by hand moves nothing else.
 */
export function layLanes(chain: Chain): Lane[] {
  const automatic = arrange({ ...chain, people: chain.people.map((one) => ({ ...one, place: null })) }, [])
  return chain.people.some(({ place }) => place) ? arrange(chain, automatic) : automatic
}

/** Where somebody moved a card, the others are kept where they are, too (unless they have been put by hand before). */
export function keepAll(lanes: readonly Lane[], moved: readonly Moved[]): Moved[] {
  const unplaced = lanes.flatMap(({ people }) => people.filter(({ person }) => !person.place))
  return [
    ...moved,
    ...unplaced
      .filter(({ person }) => moved.every(({ contactId }) => contactId !== person.id))
      .map(({ person, x, y }) => ({ contactId: person.id, x, y })),
  ]
}

function arrange({ people, relations, vacantRoles }: Chain, automatic: readonly Lane[]): Lane[] {
  const columns = new Map<string, number>()
  const keys = laneKeys(people)
  const lanes = keys.map((key) => {
    const inLane = people.filter(({ level }) => (level ?? 'unknown') === key)
    const taken: Place[] = inLane.flatMap(({ place }) => place ?? [])
    const placed = nearTheirOwn(inLane, relations, columns).map((person) => ({
      person,
      ...(person.place ?? take(taken, columnOf(person, relations, columns))),
    }))
    for (const { person, x } of placed) columns.set(person.id, x)
    return { key, taken, placed }
  })
  centreAbove(lanes[0]?.placed ?? [], relations, columns)
  const unfilled =
    lanes.find(({ key, placed }) => key !== 'senior' && placed.length < perRow)?.key ?? 'middle'
  let y = 0
  return lanes.map(({ key, taken, placed }) => {
    const roles = vacantRoles.filter((role) => (role === 'decider' ? 'senior' : unfilled) === key)
    const before = automatic.find((lane) => lane.key === key)
    const wished = before?.vacant ?? null
    const stands = wished && placed.every((one) => !overlap(one, wished)) ? wished : null
    const vacant = roles.length > 0 ? { ...(stands ?? take(taken, null)), roles } : null
    const lowest = Math.max(first.y, ...[...placed, ...(vacant ? [vacant] : [])].map((one) => one.y))
    const height = Math.max(before?.height ?? 0, lowest + card.height + below)
    const lane = { key, y, height, people: placed, vacant }
    y += lane.height
    return lane
  })
}

function laneKeys(people: readonly PersonOfChain[]): LaneKey[] {
  const levels: LaneKey[] = ['senior', 'middle', 'base']
  return people.some(({ level }) => level === null) ? [...levels, 'unknown'] : levels
}

type Columns = ReadonlyMap<string, number>

function nearTheirOwn(
  people: readonly PersonOfChain[],
  relations: Chain['relations'],
  columns: Columns,
): PersonOfChain[] {
  const column = (person: PersonOfChain) => columnOf(person, relations, columns) ?? mapWidth
  const weight = ({ purchaseRoles }: PersonOfChain) => (purchaseRoles.includes('decider') ? 0 : 1)
  return people.toSorted((one, other) => column(one) - column(other) || weight(one) - weight(other))
}

/** Halfway between those that somebody has to do with, as far as they are placed. */
function columnOf({ id }: PersonOfChain, relations: Chain['relations'], columns: Columns): number | null {
  const related = relations
    .filter(({ fromId, toId }) => fromId === id || toId === id)
    .flatMap(({ fromId, toId }) => columns.get(fromId === id ? toId : fromId) ?? [])
  return related.length > 0 ? related.reduce((sum, x) => sum + x, 0) / related.length : null
}

/** One row of 高层 moves over those below it; who was put by hand stays, and nobody is laid on another. */
function centreAbove(
  placed: { person: PersonOfChain; x: number; y: number }[],
  relations: Chain['relations'],
  columns: Columns,
): void {
  if (placed.length > perRow || placed.some(({ person }) => person.place)) return
  const wanted = placed.map((one) => columnOf(one.person, relations, columns) ?? one.x)
  if (wanted.some((x, index) => index > 0 && x - (wanted[index - 1] ?? 0) < card.width + 16)) return
  for (const [index, one] of placed.entries()) one.x = wanted[index] ?? one.x
}

/** The free place nearest to a column in the first row that has one; without a column the first from the left. */
function take(taken: Place[], column: number | null): Place {
  for (let row = 0; ; row += 1) {
    const free = Array.from({ length: perRow }, (_, index) => ({
      x: first.x + index * step.x,
      y: first.y + row * step.y,
    })).filter((place) => taken.every((other) => !overlap(place, other)))
    const [nearest] =
      column === null
        ? free
        : free.toSorted((one, other) => Math.abs(one.x - column) - Math.abs(other.x - column))
    if (!nearest) continue
    taken.push(nearest)
    return nearest
  }
}

/** A card stays in its lane and out of the space below: the lane would grow and push the others down. */
export const within = ({ height }: Pick<Lane, 'height'>, { x, y }: Place): Place => ({
  x: Math.max(0, Math.min(mapWidth - card.width, x)),
  y: Math.max(0, Math.min(height - below - card.height, y)),
})

const overlap = (one: Place, other: Place) =>
  Math.abs(one.x - other.x) < card.width + 8 && Math.abs(one.y - other.y) < card.height + 8
