import type { PlainDate } from '@zhuowei/domain/calendar/dates.ts'
import type { Grade } from '@zhuowei/domain/customers/grade.ts'
import type { Username } from './cast.ts'
import type { DemoCustomer } from './customers.ts'
import type { Draw } from './dice.ts'
import { type DemoVisit, ownerOn } from './field-work.ts'
import type { Quarter } from './quarter.ts'
import { gradeReasons, resourceNotes } from './sentences/remarks.ts'

export interface DemoGradeChange {
  key: string
  who: Username
  customer: string
  from: Grade
  to: Grade
  reason: string
  resources: string | null
  at: Date
}

type GradeMove = keyof typeof gradeReasons

const gradesOf: Record<GradeMove, readonly [from: Grade, to: Grade]> = {
  'B→A': ['B', 'A'],
  'C→B': ['C', 'B'],
  'A→B': ['A', 'B'],
  'B→C': ['B', 'C'],
}

// 瓦澜's of the last Friday stays 未体现, because that day's report is still owed.
const changes: readonly [Username, way: GradeMove, date: PlainDate, time: string][] = [
  ['jiaoer', 'C→B', '2026-09-08', '16:25'],
  ['walan', 'B→A', '2026-09-22', '17:05'],
  ['weibo', 'C→B', '2026-09-29', '15:40'],
  ['gaosi', 'B→C', '2026-10-14', '17:20'],
  ['fute', 'B→A', '2026-10-19', '16:50'],
  ['kulun', 'C→B', '2026-10-19', '11:10'],
  ['hezhi', 'B→A', '2026-10-21', '17:30'],
  ['oumu', 'B→A', '2026-10-22', '14:55'],
  ['fale', 'C→B', '2026-10-30', '16:05'],
  ['fale', 'B→A', '2026-11-09', '17:15'],
  ['jiaoer', 'B→C', '2026-11-10', '17:40'],
  ['weibo', 'C→B', '2026-11-12', '16:30'],
  ['hezhi', 'A→B', '2026-11-18', '17:10'],
  ['walan', 'C→B', '2026-11-20', '16:20'],
]

/** 反复调整: the same customer had gone the other way shortly before, and each way has its own reason. */
const toAndFro = {
  key: 'weibo|2026-11-12',
  first: { written: '2026-10-28', time: '17:05', reason: '立项被市公司退回，联系人说今年不再报，先放一放' },
  again: '立项重新报上去了，联系人请我们配合写技术方案',
} as const

/** Grade changes of the quarter: the customer is one whose grade at the end is the one it changes to. */
export function demoGradeChanges(
  customers: readonly DemoCustomer[],
  visits: readonly DemoVisit[],
  { draw, quarter }: { draw: Draw; quarter: Quarter },
): DemoGradeChange[] {
  const taken = new Set<string>()
  return changes.flatMap(([who, way, written, time]): DemoGradeChange[] => {
    const [from, to] = gradesOf[way]
    const date = quarter.day(written)
    const key = `${who}|${written}`
    const [chosen] = customers
      .filter((customer) => customer.grade === to && (!customer.traded || (from !== 'C' && to !== 'C')))
      .filter(
        (customer) =>
          ownerOn(customer, date, quarter) === who &&
          customer.createdOn < quarter.first &&
          !taken.has(customer.name),
      )
      .map((customer) => ({ customer, lot: lotOf(customer, date, visits, draw) }))
      .sort((one, other) => other.lot - one.lot)
    if (!chosen) return []
    taken.add(chosen.customer.name)
    const customer = chosen.customer.name
    const resources = to === 'A' ? draw('resources', customer).pick(resourceNotes) : null
    const reason = draw('grade-change', key).pick(gradeReasons[way])
    const change = { key, who, customer, from, to, reason, resources, at: quarter.at(written, time) }
    if (key !== toAndFro.key) return [change]
    const { first, again } = toAndFro
    const at = quarter.at(first.written, first.time)
    const back = { key: `${key}|first`, from: to, to: from, reason: first.reason, at }
    return [
      { ...change, ...back },
      { ...change, reason: again },
    ]
  })
}

/** The grade with which a customer enters the story. */
export function gradeAtFirst(customer: DemoCustomer, changes: readonly DemoGradeChange[]): Grade {
  return changes.find((change) => change.customer === customer.name)?.from ?? customer.grade
}

/** Who was visited shortly before is the likelier one. */
function lotOf({ name }: DemoCustomer, date: PlainDate, visits: readonly DemoVisit[], draw: Draw): number {
  const seen = visits.filter((visit) => visit.customer === name && visit.date <= date).at(-1)
  return draw('grade', `${name}|${date}`).next() + (seen ? Number(seen.date >= date) + 0.5 : 0)
}
