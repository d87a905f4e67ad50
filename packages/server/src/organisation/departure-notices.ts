import type { Body } from '@zhuowei/contract/kernel.ts'
import type { organisationApi } from '@zhuowei/contract/organisation.ts'
import { notify } from '../notifications/notify.ts'
import type { Writing } from '../platform/http/implement.ts'
import type { Received } from './handover.ts'

interface Leaver {
  name: string
  divisionId: string | null
  managerId: string | null
}

interface Given {
  received: readonly Received[]
  work: { tasks: number; actionItems: number; to: string | null }
}

/** Whoever received something hears of it once, with the way to it; what went into the pool is told to the superior. */
export async function tellReceivers(
  { db, now }: Writing,
  leaver: Leaver,
  { received, work }: Given,
  { regionOwners, leavingDate }: Body<typeof organisationApi.depart>,
  eventId: string,
): Promise<void> {
  const kind = 'handover'
  const body = `${leaver.name}离职，最后工作日 ${leavingDate}`
  for (const { to, count } of received) {
    const personId = to ?? leaver.managerId
    if (!personId) continue
    const title = to === null ? `${count} 个客户等您分配负责人` : `您接收了 ${count} 个客户`
    const dedupeKey = `departure:${eventId}:customers`
    await notify(db, { personIds: [personId], kind, title, body, link: '/customers', dedupeKey }, now)
  }
  if (work.to && work.tasks + work.actionItems > 0) {
    const parts = [
      work.tasks > 0 && `${work.tasks} 项交办`,
      work.actionItems > 0 && `${work.actionItems} 项遗留问题`,
    ]
    const title = `您接手了${leaver.name}的 ${parts.filter(Boolean).join('、')}`
    const dedupeKey = `departure:${eventId}:work`
    await notify(db, { personIds: [work.to], kind, title, body, link: '/tasks', dedupeKey }, now)
  }
  for (const { regionId, ownerId } of regionOwners) {
    const { name } = await db
      .selectFrom('regions')
      .select('name')
      .where('id', '=', regionId)
      .executeTakeFirstOrThrow()
    const dedupeKey = `departure:${eventId}:${regionId}`
    await notify(db, { personIds: [ownerId], kind, title: `您担任${name}的片区经理`, body, dedupeKey }, now)
  }
}
