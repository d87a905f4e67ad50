import { addDays, type PlainDate } from '@zhuowei/domain/calendar/dates.ts'
import { lastWorkingDayOnOrBefore } from '@zhuowei/domain/calendar/working-days.ts'
import type { AccountSource, AccountStatus, AccountType } from '@zhuowei/domain/customers/account.ts'
import type { Attitude, RelationshipLevel } from '@zhuowei/domain/customers/contact.ts'
import type { Grade } from '@zhuowei/domain/customers/grade.ts'
import { inOrder } from '../../platform/in-order.ts'
import { atWork, type DemoAbsence } from './absences.ts'
import type { RegionCode, Username } from './cast.ts'
import { addressOf, givenNames, type Post, postsAt, surnames } from './contact-cast.ts'
import { namedCustomers } from './customer-names.ts'
import type { Dice, Draw } from './dice.ts'
import { type City, regionCodes, regions } from './places.ts'
import type { Quarter } from './quarter.ts'

export interface DemoContact extends Post {
  name: string
  /** 李主任. */
  address: string
  phone: string
  relationship: RelationshipLevel
  attitude: Attitude
}

export interface DemoCustomer {
  name: string
  type: AccountType
  region: RegionCode
  city: string
  county: string | null
  /** Who answers for it at the end of the quarter; a leaver's customers carry the leaver. */
  owner: Username
  traded: boolean
  grade: Grade
  status: AccountStatus
  source: AccountSource
  /** On the quarter's calendar. */
  createdOn: PlainDate
  parent: string | null
  creditCode: string | null
  streetAddress: string | null
  contacts: readonly [DemoContact, ...DemoContact[]]
}

/** All customers, those that were entered first in front. */
export function demoCustomers(
  draw: Draw,
  quarter: Quarter,
  absences: readonly DemoAbsence[],
): DemoCustomer[] {
  const placed = namedCustomers().map((named) => ({ ...named, ...placeOf(named.name) }))
  const standing = standings(placed, draw)
  const phones = phoneBook(draw)
  return placed
    .map((row): DemoCustomer => {
      const dice = draw('customer', row.name)
      const { traded, grade } = standing(row.name)
      const owner = ownerOf(row, { traded, grade }, dice)
      const isNew = !traded && grade !== 'A' && row.type !== 'city_grid' && dice.chance(0.17)
      return {
        ...row,
        city: row.city.name,
        owner,
        traded,
        grade,
        status: statusOf(traded, grade, isNew, dice),
        source: isNew ? dice.pick(['phone', 'first_visit', 'referral', 'tender']) : dice.pick(oldSources),
        createdOn: isNew ? newSince(owner, quarter, absences, dice) : longAgo(row.type, quarter, dice),
        parent: parentOf(row.type, row.city.name),
        creditCode: dice.chance(0.55) ? `DEMO${serial(dice)}` : null,
        streetAddress: dice.chance(0.6)
          ? `${row.city.name}市${row.county ? `${row.county}县` : ''}${dice.pick(streets)}${dice.whole(1, 288)}号`
          : null,
        contacts: contactsOf(row.name, row.type, traded, grade, draw, phones),
      }
    })
    .sort((one, other) => inOrder(one.createdOn, other.createdOn) || inOrder(one.name, other.name))
}

const oldSources: readonly AccountSource[] = [
  'import',
  'import',
  'import',
  'phone',
  'first_visit',
  'referral',
  'tender',
  'exhibition',
]
const streets = ['电力路', '光明路', '建设大道', '解放路', '滨河路', '工业大道', '能源路', '人民路']
const gridLike: readonly AccountType[] = ['city_grid', 'dispatch', 'design_institute']
const childTypes: readonly AccountType[] = ['county_grid', 'dispatch', 'materials', 'other']

interface Placed {
  name: string
  type: AccountType
  region: RegionCode
  city: City
  county: string | null
}

function placeOf(name: string): Pick<Placed, 'region' | 'city' | 'county'> {
  const place = name.slice(0, 2)
  for (const region of regionCodes)
    for (const city of regions[region].cities) {
      if (city.name === place) return { region, city, county: null }
      if (city.counties.includes(place)) return { region, city, county: place }
    }
  throw new Error(`no region for ${name}`)
}

/** 45 with trade (A 15, B 30), 105 without (A 15, B 40, C 50): the likelier ones first, the rest by lot. */
function standings(
  placed: readonly Placed[],
  draw: Draw,
): (name: string) => { traded: boolean; grade: Grade } {
  const byLot = (rows: readonly Placed[], lot: string) =>
    rows
      .map((row) => ({ row, rank: draw(lot, row.name).next() + (gridLike.includes(row.type) ? 0.35 : 0) }))
      .sort((one, other) => other.rank - one.rank || inOrder(one.row.name, other.row.name))
      .map(({ row }) => row)
  const all = byLot(placed, 'trade')
  const traded = byLot(all.slice(0, 45), 'grade')
  const untraded = byLot(all.slice(45), 'grade')
  const result = new Map<string, { traded: boolean; grade: Grade }>()
  traded.forEach(({ name }, index) => {
    result.set(name, { traded: true, grade: index < 15 ? 'A' : 'B' })
  })
  untraded.forEach(({ name }, index) => {
    result.set(name, { traded: false, grade: index < 15 ? 'A' : index < 55 ? 'B' : 'C' })
  })
  return (name) => result.get(name) ?? { traded: false, grade: 'C' }
}

/** The senior supervisor takes what matters most in the region; the rest belongs to the beat of the city. */
function ownerOf(
  { type, region, city }: Placed,
  { traded, grade }: { traded: boolean; grade: Grade },
  dice: Dice,
): Username {
  const { owner } = regions[region]
  const weight = (gridLike.includes(type) ? 0.55 : 0) + (grade === 'A' ? 0.5 : 0) + (traded ? 0.15 : 0)
  if (owner !== city.home && dice.chance(weight)) return owner
  if (city.name === '扶摇' || city.name === '昀泽')
    return dice.pick(region === 'LH' ? ['weibo', 'gaosi'] : ['hezhi', 'kulun'])
  return city.home
}

function statusOf(traded: boolean, grade: Grade, isNew: boolean, dice: Dice): AccountStatus {
  if (isNew) return dice.pick(['potential', 'potential', 'contacting'])
  if (traded)
    return dice.pick([
      'cooperating',
      'cooperating',
      'cooperating',
      'cooperating',
      'cooperating',
      'project',
      'dormant',
    ])
  if (grade === 'A') return dice.pick(['interested', 'interested', 'project', 'contacting'])
  if (grade === 'B') return dice.pick(['contacting', 'contacting', 'interested', 'potential'])
  return dice.pick(['potential', 'potential', 'potential', 'contacting', 'dormant', 'lost'])
}

/** City companies first: others are entered below them. */
function longAgo(type: AccountType, quarter: Quarter, dice: Dice): PlainDate {
  const written =
    type === 'city_grid'
      ? addDays('2025-02-10', dice.whole(0, 4))
      : addDays('2026-08-21', -dice.whole(0, 540))
  return lastWorkingDayOnOrBefore(quarter.calendar, quarter.day(written))
}

/** A day of the quarter on which the owner was at work. */
function newSince(
  owner: Username,
  quarter: Quarter,
  absences: readonly DemoAbsence[],
  dice: Dice,
): PlainDate {
  const days = quarter.workingDays.filter(
    (day) => day > quarter.first && atWork(owner, day, absences, quarter),
  )
  return dice.pick(days)
}

function parentOf(type: AccountType, city: string): string | null {
  return childTypes.includes(type) ? `${city}市供电公司` : null
}

function contactsOf(
  customer: string,
  type: AccountType,
  traded: boolean,
  grade: Grade,
  draw: Draw,
  phone: (key: string) => string,
): DemoCustomer['contacts'] {
  const posts = postsAt(type)
  const count = Math.min(posts.length, draw('contacts', customer).whole(...headcount[grade]))
  const [first, ...others] = posts.slice(0, count)
  if (!first) throw new Error(`nobody works at ${customer}`)
  const taken = new Set<string>()
  const person = (post: Post): DemoContact => {
    const dice = draw('contact', `${customer}|${post.position}`)
    const name = nameBesides(taken, dice)
    return {
      ...post,
      name,
      address: addressOf(name, post.position),
      phone: phone(`${customer}|${post.position}`),
      ...feelings(traded, grade, dice),
    }
  }
  return [person(first), ...others.map(person)]
}

/** Two people of one name at one customer would be asked about. */
function nameBesides(taken: Set<string>, dice: Dice): string {
  const name = dice.pick(surnames) + dice.pick(givenNames)
  if (taken.has(name)) return nameBesides(taken, dice)
  taken.add(name)
  return name
}

const headcount: Record<Grade, [number, number]> = { A: [3, 5], B: [2, 3], C: [1, 2] }

function feelings(traded: boolean, grade: Grade, dice: Dice): Pick<DemoContact, 'relationship' | 'attitude'> {
  if (traded || grade === 'A') {
    const relationship = dice.pick(['acquainted', 'familiar', 'familiar', 'supportive', 'partner'] as const)
    const attitude = dice.pick(['support', 'support', 'neutral', 'neutral', 'oppose'] as const)
    const isOurs = relationship === 'supportive' || relationship === 'partner'
    return { relationship, attitude: isOurs && attitude === 'oppose' ? 'neutral' : attitude }
  }
  const relationship = dice.pick(['none', 'acquainted', 'acquainted', 'familiar'] as const)
  const attitude = dice.pick(['unknown', 'unknown', 'neutral', 'support'] as const)
  return { relationship, attitude: relationship === 'none' ? 'unknown' : attitude }
}

/** 1990000xxxx, each number once. */
function phoneBook(draw: Draw): (key: string) => string {
  const given = new Set<number>()
  return (key) => {
    let number = draw('phone', key).whole(0, 9999)
    while (given.has(number)) number = (number + 1) % 10_000
    given.add(number)
    return `1990000${String(number).padStart(4, '0')}`
  }
}

const serial = (dice: Dice) =>
  Array.from({ length: 14 }, () => dice.pick([...'0123456789ABCDEFGHJKLMNPQRTUWXY'])).join('')
