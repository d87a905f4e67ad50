import type { DecisionChain, PersonOfChain } from '@zhuowei/contract/decision-chain.ts'
import { type PersonLevel, personLevelLabel } from '@zhuowei/domain/customers/contact.ts'
import type { ChainRole } from '@zhuowei/domain/decision-chain/person.ts'

export const card = { width: 196, height: 76 }
export const mapWidth = 832
const first = { x: 40, y: 44 }
const step = { x: card.width + 82, y: card.height + 56 }
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

export interface Lane {
  key: LaneKey
  y: number
  height: number
  people: (Place & { person: PersonOfChain })[]
  /** The roles that nobody has, as one card with a question mark. */
  vacant: (Place & { roles: readonly ChainRole[] }) | null
}

type Chain = Pick<DecisionChain, 'people' | 'relations' | 'vacantRoles'>

/** Who stands above whom: 高层, 中层, 基层, and who has no level yet; in a lane next to those they have to do with above. */
export function layLanes({ people, relations, vacantRoles }: Chain): Lane[] {
  const columns = new Map<string, number>()
  let y = 0
  return laneKeys(people).map((key) => {
    const inLane = people.filter(({ level }) => (level ?? 'unknown') === key)
    const ordered = nearTheirOwn(inLane, relations, columns)
    const taken: Place[] = ordered.flatMap(({ place }) => place ?? [])
    const placed = ordered.map((person) => ({ person, ...(person.place ?? take(taken)) }))
    for (const { person, x } of placed) columns.set(person.id, x)
    const roles = vacantRoles.filter((role) => (role === 'decider' ? 'senior' : 'middle') === key)
    const vacant = roles.length > 0 ? { roles, ...take(taken) } : null
    const lowest = Math.max(first.y, ...[...placed, ...(vacant ? [vacant] : [])].map((one) => one.y))
    const lane = { key, y, height: lowest + card.height + below, people: placed, vacant }
    y += lane.height
    return lane
  })
}

function laneKeys(people: readonly PersonOfChain[]): LaneKey[] {
  const levels: LaneKey[] = ['senior', 'middle', 'base']
  return people.some(({ level }) => level === null) ? [...levels, 'unknown'] : levels
}

function nearTheirOwn(
  people: readonly PersonOfChain[],
  relations: Chain['relations'],
  columns: ReadonlyMap<string, number>,
): PersonOfChain[] {
  const column = ({ id }: PersonOfChain) => {
    const above = relations
      .filter(({ fromId, toId }) => fromId === id || toId === id)
      .flatMap(({ fromId, toId }) => columns.get(fromId === id ? toId : fromId) ?? [])
    return above.length > 0 ? above.reduce((sum, x) => sum + x, 0) / above.length : mapWidth
  }
  const weight = ({ purchaseRoles }: PersonOfChain) => (purchaseRoles.includes('decider') ? 0 : 1)
  return people.toSorted((one, other) => column(one) - column(other) || weight(one) - weight(other))
}

/** The next place from the left where no other card lies. */
function take(taken: Place[]): Place {
  for (let index = 0; ; index += 1) {
    const place = {
      x: first.x + (index % perRow) * step.x,
      y: first.y + Math.floor(index / perRow) * step.y,
    }
    const isFree = taken.every(
      ({ x, y }) => Math.abs(x - place.x) >= card.width + 8 || Math.abs(y - place.y) >= card.height + 8,
    )
    if (!isFree) continue
    taken.push(place)
    return place
  }
}
