import {
  addDays,
  atShanghai,
  firstDayOfMonth,
  monthOf,
  shanghaiDate,
} from '@zhuowei/domain/calendar/dates.ts'
import type { Grade } from '@zhuowei/domain/customers/grade.ts'
import { formStanding } from '@zhuowei/domain/feedback/freshness.ts'
import { loadRules } from '../obligations/rules.ts'
import type { Database, Trx } from '../platform/db/connect.ts'

const atOnce = 1000

/** 六.3.2)② freezes what the forms were worth when the last month ended; a month is frozen once. */
export async function freezeLastMonth(db: Database, now: Date): Promise<void> {
  const divisions = await db.selectFrom('divisions').select('id').execute()
  for (const { id } of divisions) await db.transaction().execute((trx) => freezeDivision(trx, id, now))
}

async function freezeDivision(db: Trx, divisionId: string, now: Date): Promise<void> {
  const begin = firstDayOfMonth(monthOf(shanghaiDate(now)))
  const lastDay = addDays(begin, -1)
  const month = monthOf(lastDay)
  const frozen = await db
    .selectFrom('feedbackSnapshots')
    .select('month')
    .where('divisionId', '=', divisionId)
    .where('month', '=', month)
    .limit(1)
    .executeTakeFirst()
  if (frozen) return
  const { parameters, calendar } = await loadRules(db, divisionId, lastDay)
  const customers = await db
    .selectFrom('customers')
    .select(['id', 'ownerId', 'grade', 'createdAt', 'formCompleteness', 'formCurrentOn'])
    .where('divisionId', '=', divisionId)
    .where('deletedAt', 'is', null)
    .where('createdAt', '<', atShanghai(begin, '00:00'))
    .execute()
  const rows = customers.map(({ id, ownerId, grade, createdAt, formCompleteness, formCurrentOn }) => {
    const facts = {
      enteredOn: shanghaiDate(createdAt),
      grade: grade as Grade, // check constraint customers_grade_known
      completeness: formCompleteness,
      currentOn: formCurrentOn,
    }
    const { freshness, score } = formStanding(facts, lastDay, parameters, calendar)
    return {
      ...{ month, customerId: id, divisionId, ownerId, grade, completeness: formCompleteness },
      ...{ freshness, score, takenAt: now },
    }
  })
  for (let start = 0; start < rows.length; start += atOnce) {
    await db
      .insertInto('feedbackSnapshots')
      .values(rows.slice(start, start + atOnce))
      .onConflict((conflict) => conflict.columns(['month', 'customerId']).doNothing())
      .execute()
  }
}
