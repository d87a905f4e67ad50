import type { OnServer } from '@zhuowei/contract/kernel.ts'
import type { ActionItem } from '@zhuowei/contract/meeting-shapes.ts'
import { type ActionItemState, isOpen } from '@zhuowei/domain/meetings/action-item.ts'
import type { Actor } from '../platform/actor.ts'
import type { Database, Trx } from '../platform/db/connect.ts'
import { mayClose, mayWriteMinutes, visibleActionItems } from './access.ts'
import { named } from './select-meetings.ts'

export function selectActionItems(db: Database | Trx, actor: Actor) {
  return visibleActionItems(db, actor)
    .innerJoin('meetings', 'meetings.id', 'actionItems.meetingId')
    .innerJoin('people as owner', 'owner.id', 'actionItems.ownerId')
    .leftJoin('people as closer', 'closer.id', 'actionItems.closedBy')
    .selectAll('actionItems')
    .select([
      'owner.name as ownerName',
      'closer.name as closerName',
      'meetings.number as meetingNumber',
      'meetings.title as meetingTitle',
      'meetings.startsAt as meetingStartsAt',
    ])
    .select((row) => row.ref('actionItems.state').$castTo<ActionItemState>().as('state')) // action_items_state_known
}

type Row = Awaited<ReturnType<ReturnType<typeof selectActionItems>['execute']>>[number]

export function presentActionItem(row: Row, actor: Actor): OnServer<ActionItem> {
  const { id, body, dueOn, state, carryCount, createdAt, closedAt, closeNote, version } = row
  const open = isOpen(state)
  const keeps = mayWriteMinutes(actor, row)
  return {
    ...{ id, body, dueOn, state, carryCount, createdAt, closedAt, closeNote, version },
    owner: { id: row.ownerId, name: row.ownerName },
    closedBy: named(row.closedBy, row.closerName),
    meeting: {
      id: row.meetingId,
      number: row.meetingNumber,
      title: row.meetingTitle,
      startsAt: row.meetingStartsAt,
    },
    can: {
      change: open && keeps,
      close: open && mayClose(actor, row),
      cancel: open && keeps,
      reopen: !open && keeps,
    },
  }
}
