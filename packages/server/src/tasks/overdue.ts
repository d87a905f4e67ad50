import { isMet } from '@zhuowei/domain/calendar/deadline.ts'
import { managersOf } from '../complaints/telling.ts'
import type { Database, Trx } from '../platform/db/connect.ts'
import { inTransaction } from '../platform/db/in-transaction.ts'
import { recordEvent } from '../platform/events.ts'
import { tell } from './telling.ts'

/** 逾期: owner and superior are told once. The row is locked, so that of two servers one does it. */
export function announceOverdue(db: Database | Trx, now: Date): Promise<void> {
  return inTransaction(db, async (trx) => {
    const late = await trx
      .selectFrom('tasks')
      .innerJoin('people as owner', 'owner.id', 'tasks.ownerId')
      .selectAll('tasks')
      .select('owner.name as ownerName')
      .where('tasks.kind', '=', 'assigned')
      .where('tasks.state', 'in', ['open', 'returned'])
      .where('tasks.overdueToldAt', 'is', null)
      .where('tasks.dueAt', '<=', now)
      .orderBy('tasks.dueAt')
      .orderBy('tasks.id')
      .limit(100)
      .forUpdate('tasks')
      .skipLocked()
      .execute()
    for (const task of late) {
      if (task.dueAt && !isMet(task.dueAt, now)) await announce(trx, task, now)
    }
  })
}

interface Late {
  id: string
  divisionId: string | null
  forGm: boolean
  subject: string
  ownerId: string
  ownerName: string
}

async function announce(db: Trx, { id, divisionId, forGm, subject, ownerId, ownerName }: Late, now: Date) {
  await db.updateTable('tasks').set({ overdueToldAt: now }).where('id', '=', id).execute()
  await recordEvent(db, null, now, {
    verb: 'task.overdue',
    subjectType: 'task',
    subjectId: id,
    divisionId,
    summary: `交办任务逾期：${ownerName}，${subject}`,
  })
  await tell({ db, now }, [ownerId], id, `交办任务逾期：${subject}`)
  const superiors = await managersOf(db, { divisionId: divisionId ?? '', forGm })
  await tell({ db, now }, superiors, id, `${ownerName}的任务逾期：${subject}`)
}
