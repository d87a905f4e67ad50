import type { Delivery, DeliveryChannel, DeliveryQuery } from '@zhuowei/contract/channels.ts'
import type { OnServer } from '@zhuowei/contract/kernel.ts'
import { kindOf } from '@zhuowei/domain/channels/kinds.ts'
import { sql } from 'kysely'
import { cursorOf, readCursor } from '../platform/http/cursor.ts'
import type { Reading } from '../platform/http/implement.ts'
import type { Services } from '../platform/services.ts'

/** Who, which kind, by what and with which result, the newest first. What was said is nobody's business here (三.1). */
export async function listDeliveries({ db }: Reading, query: DeliveryQuery) {
  const [at, id] = query.cursor ? readCursor(query.cursor, 2) : []
  const rows = await db
    .selectFrom('deliveries')
    .leftJoin('people', 'people.id', 'deliveries.personId')
    .leftJoin('groupRobots', 'groupRobots.id', 'deliveries.robotId')
    .leftJoin('pushDevices', 'pushDevices.id', 'deliveries.deviceId')
    .select(['deliveries.id', 'deliveries.createdAt as at', 'deliveries.kind', 'deliveries.attempts'])
    .select(['deliveries.reason', 'deliveries.nextAt', 'deliveries.doneAt'])
    .select(['people.id as personId', 'people.name as personName'])
    .select(['groupRobots.name as group', 'pushDevices.label as device'])
    .select((row) => [
      row.ref('deliveries.channel').$castTo<DeliveryChannel>().as('channel'), // deliveries_channel_known
      row.ref('deliveries.state').$castTo<Delivery['state']>().as('state'), // deliveries_state_known
    ])
    .$if(query.state !== undefined, (all) => all.where('deliveries.state', 'in', query.state ?? []))
    .$if(query.channel !== undefined, (all) => all.where('deliveries.channel', 'in', query.channel ?? []))
    .$if(at !== undefined, (all) =>
      all.where(sql<boolean>`(deliveries.created_at, deliveries.id) < (${at}::timestamptz, ${id}::uuid)`),
    )
    .orderBy('deliveries.createdAt', 'desc')
    .orderBy('deliveries.id', 'desc')
    .limit(query.limit + 1)
    .execute()
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  return {
    items: page.map(
      ({ personId, personName, group, device, nextAt, kind, ...row }): OnServer<Delivery> => ({
        ...row,
        kind: kindOf(kind).label,
        person: personId === null ? null : { id: personId, name: personName ?? '' },
        to: group ?? device,
        nextAt: row.state === 'waiting' ? nextAt : null,
      }),
    ),
    next: rows.length > query.limit && last ? cursorOf(last.at.toISOString(), last.id) : null,
  }
}

const keptFor = 92 * 24 * 3_600_000

/** A quarter is enough to find out why somebody heard nothing. */
export async function sweepDeliveries({ db }: Services, now: Date): Promise<void> {
  await db
    .deleteFrom('deliveries')
    .where('createdAt', '<', new Date(now.getTime() - keptFor))
    .where('state', 'not in', ['waiting', 'sending'])
    .execute()
}
