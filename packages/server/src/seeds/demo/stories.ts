import type { AccountStatus } from '@zhuowei/domain/customers/account.ts'
import type { VisitKind } from '@zhuowei/domain/customers/visit.ts'
import type { DemoContact, DemoCustomer } from './customers.ts'
import type { Dice, Draw } from './dice.ts'
import { type Beat, beat, dinner, keepInTouch, type Scene, story } from './sentences/beats.ts'
import { fill } from './sentences/fill.ts'
import { type Topic, topics } from './sentences/topics.ts'

/** How far we have come with one customer, and about what. */
export interface Story {
  customer: DemoCustomer
  topic: Topic
  later: Topic
  at: number
  status: AccountStatus
}

export interface Telling {
  kind: VisitKind
  met: readonly DemoContact[]
  content: string
  result: string
  problem: string
  next: string | null
  newStatus: AccountStatus | null
}

export function beginStory(customer: DemoCustomer, draw: Draw): Story {
  const dice = draw('story', customer.name)
  const suitable = topics.filter((topic) => topic.for.includes(customer.type))
  const topic = dice.pick(suitable)
  const later = dice.pick(suitable.filter((other) => other !== topic))
  return { customer, topic, later, at: firstBeat(customer, dice), status: customer.status }
}

/** One contact with the customer; moves the story on. A kept promise always does, a mere visit often. */
export function tell(seen: Story, dice: Dice, how: { kept: boolean; onlyByPhone: boolean }): Telling {
  const quiet = !how.kept && isQuiet(seen, dice)
  const step = quiet ? keepInTouch : (story[seen.at] ?? keepInTouch)
  const byPhone = how.onlyByPhone || dice.chance(step.byPhone)
  const met = peopleMet(seen.customer, step, dice)
  const words = wordsFor(seen, met[0], dice)
  const overDinner = !byPhone && !quiet && step.kind === 'visit' && dice.chance(0.05)
  const promises = step.next.length > 0 && (seen.at !== lastBeat(seen) || seen.customer.traded)
  const telling: Telling = {
    kind: byPhone ? 'call' : overDinner ? 'banquet' : step.kind,
    met: byPhone ? met.slice(0, 1) : met,
    ...sceneOf(overDinner ? [dinner] : byPhone ? step.phoned : step.onSite, step, words, dice),
    problem: dice.chance(step.smooth) ? '无' : fill(dice.pick(step.problems), words),
    next: promises && dice.chance(0.72) ? fill(dice.pick(step.next), words) : null,
    newStatus: null,
  }
  if (quiet || !(how.kept || telling.next || dice.chance(0.3))) return telling
  return { ...telling, newStatus: advance(seen) }
}

/** The next beat; after the last one the customer's next subject begins. Returns the new status if that changes it. */
function advance(seen: Story): AccountStatus | null {
  if (seen.at >= lastBeat(seen)) {
    seen.at = beat.needs
    ;[seen.topic, seen.later] = [seen.later, seen.topic]
  } else seen.at += 1
  const reached = seen.customer.traded ? null : statusAt(seen.at)
  if (!reached || rank.indexOf(reached) <= rank.indexOf(seen.status)) return null
  seen.status = reached
  return reached
}

/** Without trade a story goes as far as the opening of the bids. */
const lastBeat = ({ customer }: Story) => (customer.traded ? beat.care : beat.opening)

const rank: readonly AccountStatus[] = [
  'lost',
  'dormant',
  'potential',
  'contacting',
  'interested',
  'project',
  'cooperating',
]

function statusAt(at: number): AccountStatus | null {
  if (at >= beat.quote) return 'project'
  if (at >= beat.proposal) return 'interested'
  return at >= beat.needs ? 'contacting' : null
}

const begun = [
  beat.needs,
  beat.survey,
  beat.contract,
  beat.arrival,
  beat.acceptance,
  beat.payment,
  beat.care,
  beat.care,
]

function firstBeat({ status, traded }: DemoCustomer, dice: Dice): number {
  if (traded) return dice.pick(begun)
  if (status === 'project') return dice.pick([beat.budget, beat.quote])
  if (status === 'interested') return dice.pick([beat.survey, beat.proposal])
  return status === 'contacting' ? beat.needs : beat.first
}

function isQuiet({ customer, status }: Story, dice: Dice): boolean {
  if (status === 'dormant' || status === 'lost') return true
  return !customer.traded && customer.grade === 'C' && dice.chance(0.6)
}

function sceneOf(
  scenes: readonly Scene[],
  step: Beat,
  words: Record<string, string>,
  dice: Dice,
): Pick<Telling, 'content' | 'result'> {
  const scene = dice.pick(scenes)
  const [did, ...came] = typeof scene === 'string' ? [scene] : scene
  return { content: fill(did, words), result: fill(dice.pick(came.length > 0 ? came : step.results), words) }
}

function peopleMet(customer: DemoCustomer, step: Beat, dice: Dice): [DemoContact, ...DemoContact[]] {
  const [first, ...others] = customer.contacts
  const senior = others.find((contact) => contact.level === 'senior')
  if (step.kind === 'proposal' && senior) return [first, senior]
  const other = others.length > 0 && dice.chance(0.45) ? dice.pick(others) : null
  if (!other) return [first]
  return dice.chance(0.5) ? [other] : [first, other]
}

function wordsFor({ topic, later }: Story, who: DemoContact, dice: Dice): Record<string, string> {
  const price = dice.whole(18, 160)
  return {
    who: who.address,
    dept: topic.department,
    t: topic.title,
    s: topic.short,
    pain: dice.pick(topic.pains),
    scope: dice.pick(topic.scopes),
    rival: topic.rival,
    later: later.short,
    age: String(dice.whole(2, 6)),
    high: String(price + dice.whole(4, 20)),
    low: String(price),
    part: String(Math.ceil(price * 0.3)),
  }
}
