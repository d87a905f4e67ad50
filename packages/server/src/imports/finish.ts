import type { ImportCounts } from '@zhuowei/contract/import-shapes.ts'
import { sql } from 'kysely'
import { notify } from '../notifications/notify.ts'
import type { Trx } from '../platform/db/connect.ts'
import { recordEvent } from '../platform/events.ts'
import { publish } from '../platform/live/live.ts'
import type { MappedImport } from './bench.ts'
import { type Lease, LeaseLost } from './lease.ts'
import { linkParents } from './parents.ts'
import { countRows } from './tally.ts'

/** Closes an import: 上级单位 linked, counted, its one event, one notification for each owner, the result for whoever waits. */
export async function finishRun(
  trx: Trx,
  lease: Lease,
  table: MappedImport,
  state: 'done' | 'cancelled',
  now: Date,
): Promise<void> {
  await linkParents(trx, table)
  const counts = await countRows(trx, table)
  const finished = await trx
    .updateTable('imports')
    .set((row) => ({
      state,
      counts: JSON.stringify(counts),
      failure: state === 'cancelled' ? '已按要求停止，停止前的行已经导入，可以整批撤销' : null,
      worker: null,
      cancelRequestedAt: null,
      finishedAt: now,
      updatedAt: now,
      version: row('version', '+', 1),
    }))
    .where('id', '=', table.id)
    .where('worker', '=', lease.worker)
    .returning('createdBy')
    .executeTakeFirst()
  if (!finished) throw new LeaseLost()
  await recordEvent(trx, { id: table.startedBy }, now, {
    verb: 'import.run',
    subjectType: 'import',
    subjectId: table.id,
    divisionId: table.divisionId,
    summary: `导入《${table.fileName}》：${inWords(counts)}`,
    after: counts,
  })
  await tellOwners(trx, table, now)
  await publish(trx, { kind: 'changed', personId: finished.createdBy, topic: 'imports' })
}

function inWords(counts: ImportCounts): string {
  const left = counts.error + counts.duplicate
  return `新增客户 ${counts.customersCreated} 家、联系人 ${counts.contactsCreated} 位，更新客户 ${counts.customersUpdated} 家${
    left > 0 ? `，未导入 ${left} 行` : ''
  }`
}

/** One message however many customers somebody got. */
async function tellOwners(trx: Trx, table: MappedImport, now: Date): Promise<void> {
  const { rows } = await sql<{ ownerId: string; count: number; importer: string }>`
    select customers.owner_id, count(*) as count, max(people.name) as importer
    from customers join people on people.id = ${table.startedBy}
    where customers.import_id = ${table.id} and customers.owner_id is not null and customers.owner_id <> ${table.startedBy}
      and customers.deleted_at is null
    group by customers.owner_id order by customers.owner_id`.execute(trx)
  for (const { ownerId, count, importer } of rows) {
    await notify(
      trx,
      {
        personIds: [ownerId],
        kind: 'customer',
        title: `${importer}导入了 ${count} 家由您负责的客户`,
        body: `来自文件《${table.fileName}》`,
        link: '/customers?sort=created',
        dedupeKey: `import:${table.id}`,
      },
      now,
    )
  }
}
