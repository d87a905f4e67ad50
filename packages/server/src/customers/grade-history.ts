import type { GradeMatrix } from '@zhuowei/contract/grade-shapes.ts'
import type { GradeChangeQuery } from '@zhuowei/contract/grades.ts'
import { addDays, atShanghai, firstDayOfMonth, lastDayOfMonth } from '@zhuowei/domain/calendar/dates.ts'
import type { Grade } from '@zhuowei/domain/customers/grade.ts'
import { type SqlBool, sql } from 'kysely'
import { cursorOf, readCursor } from '../platform/http/cursor.ts'
import type { Reading } from '../platform/http/implement.ts'
import { parametersFor } from './grade-rules.ts'
import { visibleCustomers } from './scope.ts'

/** 六.1.2)②: the grade changes of the customers in the person's scope, newest first, and whether a report carries them. */
export async function listGradeChanges(reading: Reading, query: GradeChangeQuery) {
  const days = (await parametersFor(reading))['grade.frequentChangeDays']
  let changes = visibleChanges(reading)
    .innerJoin('people as changer', 'changer.id', 'gradeChanges.changedBy')
    .leftJoin('people as owner', 'owner.id', 'gradeChanges.ownerId')
    .select([
      'gradeChanges.id',
      'gradeChanges.fromGrade',
      'gradeChanges.toGrade',
      'gradeChanges.reason',
      'gradeChanges.resources',
      'gradeChanges.changedAt',
      'gradeChanges.changedBy',
      'gradeChanges.ownerId',
      'gradeChanges.reflectedInReportId',
      'customers.id as customerId',
      'customers.name as customerName',
      'changer.name as changerName',
      'owner.name as ownerName',
    ])
    .select(nth(days).as('nth'))
    .orderBy('gradeChanges.changedAt', 'desc')
    .orderBy('gradeChanges.id', 'desc')
    .limit(query.limit + 1)
  if (query.customerId) changes = changes.where('gradeChanges.customerId', '=', query.customerId)
  if (query.open) changes = changes.where('gradeChanges.reflectedInReportId', 'is', null)
  if (query.divisionId) changes = changes.where('gradeChanges.divisionId', '=', query.divisionId)
  if (query.ownerId) changes = changes.where('gradeChanges.ownerId', 'in', query.ownerId)
  if (query.from) changes = changes.where('gradeChanges.fromGrade', '=', query.from)
  if (query.to) changes = changes.where('gradeChanges.toGrade', '=', query.to)
  if (query.month) changes = changes.where(inMonth(query.month))
  if (query.frequent) changes = changes.where(sql<SqlBool>`${nth(days)} > 1`)
  if (query.cursor) {
    const [at, id] = readCursor(query.cursor, 2)
    changes = changes.where(
      sql<boolean>`(grade_changes.changed_at, grade_changes.id) < (${at}::timestamptz, ${id}::uuid)`,
    )
  }
  const rows = await changes.execute()
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  return {
    items: page.map((row) => ({
      id: row.id,
      customer: { id: row.customerId, name: row.customerName },
      from: row.fromGrade as Grade, // written by writeGrades alone
      to: row.toGrade as Grade, // written by writeGrades alone
      reason: row.reason,
      resources: row.resources,
      changedBy: { id: row.changedBy, name: row.changerName },
      changedAt: row.changedAt,
      owner: row.ownerId ? { id: row.ownerId, name: row.ownerName ?? '' } : null,
      reflected: row.reflectedInReportId !== null,
      frequent: row.nth > 1 ? { nth: row.nth, days } : null,
    })),
    next: rows.length > query.limit && last ? cursorOf(last.changedAt.toISOString(), last.id) : null,
  }
}

/** The changes of one month by where they came from and where they went; each cell is a filter of the list above. */
export async function gradeMatrix(reading: Reading, month: string): Promise<GradeMatrix> {
  const days = (await parametersFor(reading))['grade.frequentChangeDays']
  const rows = await visibleChanges(reading)
    .where(inMonth(month))
    .select(['fromGrade', 'toGrade'])
    .select((row) => [
      row.fn.countAll<number>().as('count'),
      row.fn.countAll<number>().filterWhere('reflectedInReportId', 'is', null).as('open'),
      row.fn
        .countAll<number>()
        .filterWhere(sql<SqlBool>`${nth(days)} > 1`)
        .as('frequent'),
    ])
    .groupBy(['fromGrade', 'toGrade'])
    .execute()
  const sum = (of: (row: (typeof rows)[number]) => number) =>
    rows.reduce((total, row) => total + Number(of(row)), 0)
  return {
    month,
    days,
    cells: rows.map((row) => ({
      from: row.fromGrade as Grade, // written by writeGrades alone
      to: row.toGrade as Grade, // written by writeGrades alone
      count: row.count,
    })),
    open: sum((row) => row.open),
    frequent: sum((row) => row.frequent),
  }
}

/** §3A CU-s: a project supervisor reads those of his own customers only. */
const visibleChanges = ({ db, actor }: Reading) =>
  db
    .selectFrom('gradeChanges')
    .innerJoin('customers', 'customers.id', 'gradeChanges.customerId')
    .where(visibleCustomers(actor))
    .$if(actor.role === 'pm', (query) => query.where('customers.ownerId', '=', actor.id))
    .$if(actor.divisionId !== null, (query) => query.where('gradeChanges.divisionId', '=', actor.divisionId))

/** G23: the how manieth change of the customer in that many days, this one included. */
const nth = (days: number) => sql<number>`(select count(*)::int from grade_changes earlier
  where earlier.customer_id = grade_changes.customer_id
    and earlier.changed_at > grade_changes.changed_at - make_interval(days => ${days})
    and (earlier.changed_at, earlier.id) <= (grade_changes.changed_at, grade_changes.id))`

const inMonth = (month: string) =>
  sql<SqlBool>`grade_changes.changed_at >= ${atShanghai(firstDayOfMonth(month), '00:00')}
    and grade_changes.changed_at < ${atShanghai(addDays(lastDayOfMonth(month), 1), '00:00')}`
