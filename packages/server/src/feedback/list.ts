import type { FeedbackByPerson, FeedbackListItem, FeedbackQuery } from '@zhuowei/contract/feedback.ts'
import type { OnServer } from '@zhuowei/contract/kernel.ts'
import { addDays, firstDayOfMonth, monthOf, shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import type { Grade } from '@zhuowei/domain/customers/grade.ts'
import { formStanding } from '@zhuowei/domain/feedback/freshness.ts'
import { sql } from 'kysely'
import { cursorOf, readCursor } from '../platform/http/cursor.ts'
import type { Reading } from '../platform/http/implement.ts'
import { mayWriteForm, readableForms } from './access.ts'
import { wantingForms } from './wanting.ts'

/** 六.3.2) the forms that one may read, A customers first; a view leaves those that want something. */
export async function listForms(reading: Reading, query: FeedbackQuery) {
  const { db, actor, now } = reading
  const today = shanghaiDate(now)
  const { rulesOf, view } = await wantingForms(reading, today)
  let rows = readableForms(db, actor)
    .leftJoin('people as owner', 'owner.id', 'customers.ownerId')
    .leftJoin('feedbackForms as form', 'form.customerId', 'customers.id')
    .leftJoin('feedbackConfirmations as confirmed', (join) =>
      join.onRef('confirmed.customerId', '=', 'customers.id').on('confirmed.month', '=', monthOf(today)),
    )
    .where(view(query.view))
    .select([
      'customers.id',
      'customers.name',
      'customers.nameOrder',
      'customers.grade',
      'customers.createdAt',
    ])
    .select(['customers.divisionId', 'customers.regionId', 'customers.ownerId', 'owner.name as ownerName'])
    .select(['customers.formCompleteness', 'customers.formCurrentOn', 'form.version', 'confirmed.month'])
    .orderBy('customers.grade')
    .orderBy('customers.nameOrder')
    .orderBy('customers.id')
    .limit(query.limit + 1)
  if (query.ownerId) rows = rows.where('customers.ownerId', 'in', query.ownerId)
  if (query.cursor) {
    const [grade, name, id] = readCursor(query.cursor, 3)
    rows = rows.where(
      sql<boolean>`(customers.grade, customers.name_order, customers.id) > (${grade}, ${name}, ${id}::uuid)`,
    )
  }
  const found = await rows.execute()
  const page = found.slice(0, query.limit)
  const last = page.at(-1)
  return {
    items: page.flatMap((row) => {
      const rules = rulesOf.get(row.divisionId)
      return rules ? [present(row, rules)] : []
    }),
    next: found.length > query.limit && last ? cursorOf(last.grade, last.nameOrder, last.id) : null,
  }

  function present(
    row: (typeof found)[number],
    { parameters, calendar }: NonNullable<ReturnType<typeof rulesOf.get>>,
  ): OnServer<FeedbackListItem> {
    const grade = row.grade as Grade // check constraint customers_grade_known
    const { formCompleteness: completeness, formCurrentOn: currentOn } = row
    const facts = { enteredOn: shanghaiDate(row.createdAt), grade, completeness, currentOn }
    return {
      ...{ id: row.id, name: row.name, grade, completeness, currentOn, version: row.version ?? 0 },
      owner: row.ownerId ? { id: row.ownerId, name: row.ownerName ?? '' } : null,
      ...formStanding(facts, today, parameters, calendar),
      doneThisMonth: currentOn !== null && currentOn >= firstDayOfMonth(monthOf(today)),
      confirmedThisMonth: row.month !== null,
      can: { edit: mayWriteForm(actor, row) },
    }
  }
}

/** Who still owes forms, those who owe most first; beside it what the appraisal of last month saw. */
export async function formsByPerson(reading: Reading): Promise<OnServer<FeedbackByPerson>[]> {
  const { db, actor, now } = reading
  const today = shanghaiDate(now)
  const { overdue, stale } = await wantingForms(reading, today)
  const lastMonth = monthOf(addDays(firstDayOfMonth(monthOf(today)), -1))
  const rows = await readableForms(db, actor)
    .innerJoin('people as owner', 'owner.id', 'customers.ownerId')
    .select(['owner.id', 'owner.name'])
    .select([
      sql<number>`count(*)::int`.as('customers'),
      sql<number>`(count(*) filter (where ${overdue}))::int`.as('overdue'),
      sql<number>`(count(*) filter (where ${stale}))::int`.as('stale'),
      sql<number>`round(avg(customers.form_completeness))::int`.as('completeness'),
    ])
    .select((row) =>
      row
        .selectFrom('feedbackSnapshots as snapshot')
        .select(sql<number | null>`round(avg(snapshot.score))::int`.as('score'))
        .where('snapshot.month', '=', lastMonth)
        .whereRef('snapshot.ownerId', '=', 'owner.id')
        .as('lastMonth'),
    )
    .groupBy(['owner.id', 'owner.name'])
    .orderBy('overdue', 'desc')
    .orderBy('stale', 'desc')
    .orderBy('owner.name')
    .execute()
  return rows.map(({ id, name, ...numbers }) => ({ owner: { id, name }, ...numbers }))
}
