import { notify } from '../notifications/notify.ts'
import { settleNotifications } from '../notifications/settle.ts'
import { recordEvent } from '../platform/events.ts'
import type { Writing } from '../platform/http/implement.ts'
import { forbidden, notFound, Refusal } from '../platform/refusal.ts'
import { mayDecide, visibleExports } from './access.ts'
import { getExport } from './queries.ts'
import { linkTo } from './request.ts'
import { nameOf } from './thing.ts'

export async function approveExport(work: Writing, id: string, version: number): Promise<void> {
  const row = await waitingExport(work, id, version)
  await settle(work, row, { state: 'queued' })
  await recordDecision(work, row, 'approved', '批准导出')
}

export async function refuseExport(
  work: Writing,
  id: string,
  { version, reason }: { version: number; reason: string },
): Promise<void> {
  const row = await waitingExport(work, id, version)
  await settle(work, row, { state: 'refused', refusal: reason })
  await recordDecision(work, row, 'declined', '不批准导出', reason)
  const title = `${work.actor.name}没有批准导出：${reason}`
  await notify(work.db, { personIds: [row.requestedBy], kind: 'export', title, link: linkTo(id) }, work.now)
}

type Waiting = Awaited<ReturnType<typeof waitingExport>>

async function waitingExport(work: Writing, id: string, version: number) {
  const { db, actor } = work
  const row = await visibleExports(db, actor)
    .selectAll('exports')
    .where('exports.id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound()
  if (!mayDecide(actor, row))
    throw forbidden(row.forGm ? '部门经理的导出由总经理批准' : '导出由部门经理批准，不能批准自己的申请')
  if (row.state !== 'waiting') throw new Refusal('nothing_to_decide', { detail: '这次导出已经有结果' })
  if (row.version !== version)
    throw new Refusal('version_conflict', {
      facts: { current: await getExport(work, id), yours: { version } },
    })
  return row
}

async function settle(
  { db, actor, now }: Writing,
  { id, version }: Waiting,
  result: { state: string; refusal?: string },
): Promise<void> {
  await db
    .updateTable('exports')
    .set({ ...result, decidedBy: actor.id, decidedAt: now, version: version + 1 })
    .where('id', '=', id)
    .execute()
  await settleNotifications(db, { personId: actor.id, link: linkTo(id), kinds: ['export'] }, now)
}

const recordDecision = (
  { db, actor, now }: Writing,
  row: Waiting,
  verb: string,
  what: string,
  reason?: string,
) =>
  recordEvent(db, actor, now, {
    ...{
      verb: `export.${verb}`,
      subjectType: 'export',
      subjectId: row.id,
      divisionId: row.divisionId,
      reason,
    },
    summary: `${what}：${nameOf({ ...row, withContacts: false })}`,
  })
