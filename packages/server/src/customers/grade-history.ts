import type { GradeChangeQuery } from '@zhuowei/contract/customers.ts'
import type { Grade } from '@zhuowei/domain/customers/grade.ts'
import { sql } from 'kysely'
import { cursorOf, readCursor } from '../platform/http/cursor.ts'
import type { Reading } from '../platform/http/implement.ts'
import { visibleCustomers } from './scope.ts'

/**
 * 六.1.2)②: the grade changes of the customers in the person's scope, newest first, and whether a report carries them. §3A CU-s: a
 * project supervisor reads those of his own customers only.
 */
export async function listGradeChanges({ db, actor }: Reading, query: GradeChangeQuery) {
  let changes = db
    .selectFrom('gradeChanges')
    .innerJoin('customers', 'customers.id', 'gradeChanges.customerId')
    .innerJoin('people as changer', 'changer.id', 'gradeChanges.changedBy')
    .leftJoin('people as owner', 'owner.id', 'gradeChanges.ownerId')
    .where(visibleCustomers(actor))
    .$if(actor.role === 'pm', (query) => query.where('customers.ownerId', '=', actor.id))
    .select([
      'gradeChanges.id',
      'gradeChanges.fromGrade',
      'gradeChanges.toGrade',
      'gradeChanges.reason',
      'gradeChanges.changedAt',
      'gradeChanges.changedBy',
      'gradeChanges.ownerId',
      'gradeChanges.reflectedInReportId',
      'customers.id as customerId',
      'customers.name as customerName',
      'changer.name as changerName',
      'owner.name as ownerName',
    ])
    .orderBy('gradeChanges.changedAt', 'desc')
    .orderBy('gradeChanges.id', 'desc')
    .limit(query.limit + 1)
  if (query.customerId) changes = changes.where('gradeChanges.customerId', '=', query.customerId)
  if (query.open) changes = changes.where('gradeChanges.reflectedInReportId', 'is', null)
  if (query.ownerId) changes = changes.where('gradeChanges.ownerId', 'in', query.ownerId)
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
      changedBy: { id: row.changedBy, name: row.changerName },
      changedAt: row.changedAt,
      owner: row.ownerId ? { id: row.ownerId, name: row.ownerName ?? '' } : null,
      reflected: row.reflectedInReportId !== null,
    })),
    next: rows.length > query.limit && last ? cursorOf(last.changedAt.toISOString(), last.id) : null,
  }
}
