import { addDays, daysBetween, type PlainDate } from '../calendar/dates.ts'
import type { Parameters } from '../clauses/parameters.ts'
import type { ClauseId } from '../clauses/regulation-text.ts'
import {
  attitudeLabel,
  personLevelLabel,
  purchaseRoleLabel,
  relationshipLevelLabel,
} from '../customers/contact.ts'
import { type ChainPerson, chainRoles, vacantRoles } from './person.ts'
import type { Relation } from './relation.ts'

export const blindSpotKinds = [
  'decider_silent',
  'role_vacant',
  'opponent_unanswered',
  'single_line',
  'no_supporter',
  'user_untouched',
] as const
export type BlindSpotKind = (typeof blindSpotKinds)[number]

export interface BlindSpot {
  kind: BlindSpotKind
  /** One sentence, and why it matters with the fact behind it. */
  title: string
  why: string
  clause: ClauseId
  /** Without it the purchase is decided past us. */
  urgent: boolean
  /** Whom it is about, where it is about somebody. */
  personId: string | null
}

interface Chain {
  people: readonly ChainPerson[]
  relations: readonly Relation[]
}

/** 六.3.1)③④, 六.4.4) what we do not see at this customer, the most dangerous first. Nobody known is no map yet. */
export function blindSpots(chain: Chain, today: PlainDate, parameters: Parameters): BlindSpot[] {
  if (chain.people.length === 0) return []
  return [
    ...silentDeciders(chain, today, parameters['relation.deciderSilentDays']),
    ...vacancies(chain),
    ...unanswered(chain),
    ...singleLine(chain, addDays(today, -parameters['relation.singleLineDays']), parameters),
    ...noSupporter(chain),
    ...untouchedUsers(chain),
  ]
}

function silentDeciders({ people }: Chain, today: PlainDate, days: number): BlindSpot[] {
  return people.filter(isDecider).flatMap((person): BlindSpot | [] => {
    const silent = person.lastContactOn === null ? null : daysBetween(person.lastContactOn, today)
    if (silent !== null && silent < days) return []
    return {
      kind: 'decider_silent',
      title:
        silent === null ? `决策人${person.name}还没有接触过` : `决策人${person.name} ${silent} 天没有接触`,
      why: `现在是“${relationshipLevelLabel[person.relationship]}”，态度${attitudeLabel[person.attitude]}。`,
      clause: '六.4.4)',
      urgent: true,
      personId: person.id,
    }
  })
}

function vacancies({ people }: Chain): BlindSpot[] {
  const vacant = vacantRoles(people)
  if (vacant.length === 0) return []
  const names = vacant.map((role) => `“${purchaseRoleLabel[role]}”`).join('')
  return [
    {
      kind: 'role_vacant',
      title: vacant.length === 1 ? `没有人担任${names}` : `还不知道谁担任${names}`,
      why: `${chainRoles.length} 个角色还空 ${vacant.length} 个。`,
      clause: '六.3.1)③',
      urgent: vacant.includes('decider'),
      personId: null,
    },
  ]
}

function unanswered({ people, relations }: Chain): BlindSpot[] {
  return people
    .filter(({ attitude, countermeasure }) => attitude === 'oppose' && !countermeasure)
    .map((person): BlindSpot => {
      const reached = relations
        .filter(({ kind }) => kind !== 'opposed')
        .flatMap((relation) => otherOf(relation, person.id) ?? [])
        .flatMap((id) => people.find((other) => other.id === id) ?? [])
        .find(({ purchaseRoles }) => chainRoles.some((role) => purchaseRoles.includes(role)))
      const influence = reached
        ? `能影响${reached.name}（${reached.purchaseRoles.map((role) => purchaseRoleLabel[role]).join('、')}）。`
        : '在决策链上。'
      return {
        kind: 'opponent_unanswered',
        title: `反对者${person.name}还没有对策`,
        why: person.objection
          ? `${influence}反对理由：${person.objection}`
          : `${influence}反对理由还不清楚。`,
        clause: '六.4.4)',
        urgent: false,
        personId: person.id,
      }
    })
}

function singleLine({ people }: Chain, since: PlainDate, parameters: Parameters): BlindSpot[] {
  const met = people.filter(({ lastContactOn }) => lastContactOn !== null && lastContactOn >= since)
  const [only] = met
  if (met.length !== 1 || !only) return []
  const others = people.length - 1
  return [
    {
      kind: 'single_line',
      title: `只有${only.name}一条线`,
      why:
        others > 0
          ? `${parameters['relation.singleLineDays']} 天内只接触过他，另外 ${others} 位没有接触。`
          : '只认识这一位，他一换岗就断了线。',
      clause: '六.4.4)',
      urgent: false,
      personId: only.id,
    },
  ]
}

function noSupporter({ people }: Chain): BlindSpot[] {
  if (people.some(({ attitude }) => attitude === 'support')) return []
  const neutral = people.filter(({ attitude }) => attitude === 'neutral').length
  return [
    {
      kind: 'no_supporter',
      title: '没有支持者',
      why: `${people.length} 位里中立 ${neutral} 位，没有一位明确支持。`,
      clause: '六.4.4)',
      urgent: false,
      personId: null,
    },
  ]
}

function untouchedUsers({ people, relations }: Chain): BlindSpot[] {
  return people
    .filter((person) => person.personKind === 'user' && isUntouched(person) && !isDecider(person))
    .map((person): BlindSpot => {
      const guide = relations
        .flatMap((relation) => otherOf(relation, person.id) ?? [])
        .flatMap((id) => people.find((other) => other.id === id) ?? [])
        .find((other) => !isUntouched(other) && other.attitude !== 'oppose')
      return {
        kind: 'user_untouched',
        title: `${person.level ? personLevelLabel[person.level] : '使用人员'}${person.name}未接触`,
        why: guide ? `他是使用人员，可请${guide.name}引荐。` : '他是使用人员，用得好不好由他说。',
        clause: '六.3.1)①',
        urgent: false,
        personId: person.id,
      }
    })
}

const isUntouched = ({ relationship, lastContactOn }: ChainPerson) =>
  relationship === 'none' && lastContactOn === null

const isDecider = ({ purchaseRoles }: ChainPerson) => purchaseRoles.includes('decider')

function otherOf({ fromId, toId }: Relation, id: string): string | null {
  if (fromId === id) return toId
  return toId === id ? fromId : null
}
