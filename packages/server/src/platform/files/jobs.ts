import { sql } from 'kysely'
import type { Trx } from '../db/connect.ts'
import type { Job } from '../jobs/job.ts'
import type { Services } from '../services.ts'

const dayMs = 24 * 60 * 60 * 1000

export const fileJobs: readonly Job[] = [
  { name: 'sweep-files', cron: '10 19 * * *', run: (services, now) => sweepFiles(services, now) },
]

/** Content that no record has needed for a day goes; what was removed by mistake is there for that day. */
export async function sweepFiles({ db, files }: Pick<Services, 'db' | 'files'>, now: Date): Promise<void> {
  const since = new Date(now.getTime() - dayMs)
  const left = await db.selectFrom('attachmentUploads').select('id').where('touchedAt', '<', since).execute()
  for (const { id } of left) {
    await files.dropPieces(id)
    await db.deleteFrom('attachmentUploads').where('id', '=', id).execute()
  }
  await files.dropStaged(dayMs)
  for (const hash of await files.idle(dayMs)) {
    await db.transaction().execute((trx) => files.removeUnless(trx, hash, () => isNeeded(trx, hash, since)))
  }
}

async function isNeeded(trx: Trx, hash: string, since: Date): Promise<boolean> {
  const row = await trx
    .selectFrom('attachments')
    .select(sql.lit(1).as('one'))
    .where('hash', '=', hash)
    .where((row) => row.or([row('removedAt', 'is', null), row('removedAt', '>', since)]))
    .unionAll(
      trx
        .selectFrom('exports')
        .select(sql.lit(1).as('one'))
        .where('fileHash', '=', hash)
        .where('expiresAt', '>', since),
    )
    .executeTakeFirst()
  return row !== undefined
}
