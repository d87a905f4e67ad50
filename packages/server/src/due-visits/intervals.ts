import { addDays, atShanghai, shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import type { Parameters } from '@zhuowei/domain/clauses/parameters.ts'
import { visitInterval } from '@zhuowei/domain/customers/due-visit.ts'
import { type Grade, grades } from '@zhuowei/domain/customers/grade.ts'
import { sql } from 'kysely'
import { loadRules } from '../obligations/rules.ts'
import type { Reading } from '../platform/http/implement.ts'

/** How long each grade may be left alone, in each division that the person sees. */
export interface Interval {
  divisionId: string
  grade: Grade
  days: number
  /** Whoever was last seen before this instant is overdue. */
  before: Date
  parameters: Parameters
}

export async function intervalsOf({ db, actor, now }: Reading): Promise<Interval[]> {
  const today = shanghaiDate(now)
  const divisions = actor.divisionId
    ? [{ id: actor.divisionId }]
    : await db.selectFrom('divisions').select('id').execute()
  const each = divisions.map(async ({ id: divisionId }) => {
    const { parameters } = await loadRules(db, divisionId, today)
    return grades.map((grade) => {
      const days = visitInterval(grade, parameters)
      return { divisionId, grade, days, parameters, before: atShanghai(addDays(today, -days), '00:00') }
    })
  })
  return (await Promise.all(each)).flat()
}

/** Whether a row of `customers` is overdue. */
export function overdueBy(intervals: readonly Interval[]) {
  return sql<boolean>`(${sql.join(
    intervals.map(
      ({ divisionId, grade, before }) =>
        sql`customers.division_id = ${divisionId} and customers.grade = ${grade} and customers.last_activity_at < ${before}`,
    ),
    sql` or `,
  )})`
}
