import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { tripDraft } from '@zhuowei/domain/reports/trip-draft.ts'
import type { Database, Trx } from '../platform/db/connect.ts'
import type { KnownFact } from './day-facts.ts'
import { type Days, gradeChangesIn, newCustomersIn, visitsIn } from './happened.ts'
import { periodFact } from './period-fact.ts'

/** 五.4.2)① the trip's 工作内容 day by day from what was recorded on the way, and the next steps that were agreed there. */
export async function tripFacts(db: Database | Trx, days: Days): Promise<KnownFact[]> {
  const [visits, customers, changes] = await Promise.all([
    visitsIn(db, days),
    newCustomersIn(db, days),
    gradeChangesIn(db, days),
  ])
  const known = new Map(
    [...visits, ...customers, ...changes].map(({ id, at, knownAt = at }) => [id, { at, knownAt }]),
  )
  const { contentLines, outcomeLines } = tripDraft({
    visits,
    newCustomers: customers.map((one) => ({ ...one, on: shanghaiDate(one.at) })),
    gradeChanges: changes.map((one) => ({ ...one, on: shanghaiDate(one.at) })),
  })
  return [
    ...contentLines.map((line) =>
      periodFact(line, {
        ...{ box: 'description', group: '途中记下的' },
        ...(known.get(line.ref?.id ?? '') ?? {}),
        clause: line.ref?.type === 'grade_change' ? '六.1.2)②' : null,
      }),
    ),
    ...outcomeLines.map((line) => periodFact(line, { box: 'result', group: '约定的下一步' })),
  ]
}
