import type { FeedbackQuery } from '@zhuowei/contract/feedback.ts'
import {
  addDays,
  atShanghai,
  firstDayOfMonth,
  lastDayOfMonth,
  monthOf,
  type PlainDate,
} from '@zhuowei/domain/calendar/dates.ts'
import { type Grade, grades } from '@zhuowei/domain/customers/grade.ts'
import { enteredForDue, freshDays } from '@zhuowei/domain/feedback/freshness.ts'
import { type RawBuilder, sql } from 'kysely'
import { loadRules, type Rules } from '../obligations/rules.ts'
import type { Reading } from '../platform/http/implement.ts'

type Condition = RawBuilder<boolean>

/** Which forms want something, as conditions on `customers`; the rules of each division apply to its own customers. */
export interface Wanting {
  rulesOf: ReadonlyMap<string, Rules>
  overdue: Condition
  stale: Condition
  view: (view: FeedbackQuery['view']) => Condition
}

export async function wantingForms({ db, actor }: Reading, today: PlainDate): Promise<Wanting> {
  const divisions = actor.divisionId
    ? [{ id: actor.divisionId }]
    : await db.selectFrom('divisions').select('id').execute()
  const rules = await Promise.all(
    divisions.map(async ({ id }) => [id, await loadRules(db, id, today)] as const),
  )
  const inEach = (condition: (rules: Rules) => Condition): Condition =>
    sql`(${sql.join(
      rules.map(([id, of]) => sql`(customers.division_id = ${id} and ${condition(of)})`),
      sql` or `,
    )})`
  const overdue = inEach((of) => missingBy(addDays(today, -1), of))
  const stale = inEach((of) => aged(today, of))
  const month = monthOf(today)
  const views: Record<FeedbackQuery['view'], () => Condition> = {
    all: () => sql`true`,
    missing: () => overdue,
    stale: () => stale,
    month: () =>
      sql`(customers.form_current_on < ${firstDayOfMonth(month)} or ${inEach((of) => missingBy(lastDayOfMonth(month), of))})`,
  }
  return { rulesOf: new Map(rules), overdue, stale, view: (view) => views[view]() }
}

/** 六.3.2)① without a first version that is due by this day. */
export function missingBy(dueBy: PlainDate, { parameters, calendar }: Rules): Condition {
  const enteredBefore = atShanghai(addDays(enteredForDue(dueBy, parameters, calendar), 1), '00:00')
  return sql`(customers.form_current_on is null and customers.created_at < ${enteredBefore})`
}

/** 六.3.2)② past the interval of its grade. */
export function aged(today: PlainDate, { parameters }: Rules): Condition {
  const since = (grade: Grade) => addDays(today, -freshDays(grade, parameters))
  return sql`(customers.form_current_on < case customers.grade ${sql.join(
    grades.map((grade) => sql`when ${sql.lit(grade)} then ${since(grade)}::date`),
    sql` `,
  )} end)`
}
