import { closePeriods } from '../obligations/close.ts'
import type { Database } from '../platform/db/connect.ts'
import { fileIfDue } from './file-due.ts'

/** At each deadline: complete drafts file themselves, then what is over is frozen. Repeating it changes nothing. */
export async function closeDue(db: Database, now: Date): Promise<{ filed: number; closed: number }> {
  const filed = await fileCompleteDrafts(db, now)
  const closed = await db.transaction().execute((trx) => closePeriods(trx, now))
  return { filed, closed }
}

async function fileCompleteDrafts(db: Database, now: Date): Promise<number> {
  const due = await db
    .selectFrom('obligations')
    .select(['id', 'divisionId', 'filesAt'])
    .where('state', '=', 'pending')
    .where('filesAt', '<=', now)
    .orderBy('filesAt')
    .execute()
  let filed = 0
  for (const row of due) {
    if (await fileIfDue(db, row, now)) filed++
  }
  return filed
}
