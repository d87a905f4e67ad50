import * as z from 'zod'
import { endpoint } from './kernel.ts'
import { actionItem } from './meeting-shapes.ts'
import { id, optionalText, pageOf, plainDate, reasonText, requiredText } from './shapes.ts'

const params = z.object({ id })

const facts = {
  body: requiredText('遗留问题', 500),
  ownerId: z.uuid('请选择负责人'),
  dueOn: z.iso.date('请选择期限'),
}

const newActionItem = z.object({ meetingId: id, ...facts }).meta({ id: 'NewActionItem' })
export type NewActionItem = z.output<typeof newActionItem>

const changedActionItem = z.object({ version: z.int(), ...facts }).meta({ id: 'ChangedActionItem' })
export type ChangedActionItem = z.output<typeof changedActionItem>

const actionItemQuery = z.object({
  open: z.enum(['true', 'false']).optional(),
  ownerId: id.optional(),
  from: plainDate.optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type ActionItemQuery = z.output<typeof actionItemQuery>

export const actionItemsApi = {
  list: endpoint({
    method: 'GET',
    path: '/action-items',
    summary: '遗留问题，先到期的在前',
    access: 'minutes.read',
    clause: '四.1.1)①',
    query: actionItemQuery,
    reply: pageOf(actionItem),
  }),
  add: endpoint({
    method: 'POST',
    path: '/action-items',
    summary: '记一项遗留问题',
    access: 'minutes.write',
    clause: '四.1.1)①',
    body: newActionItem,
    reply: actionItem,
    problems: ['nothing_to_decide'],
  }),
  change: endpoint({
    method: 'PUT',
    path: '/action-items/:id',
    summary: '改遗留问题的内容、负责人或期限',
    access: 'minutes.write',
    params,
    body: changedActionItem,
    reply: actionItem,
    problems: ['version_conflict', 'nothing_to_decide'],
  }),
  close: endpoint({
    method: 'POST',
    path: '/action-items/:id/closing',
    summary: '遗留问题完成或取消',
    access: 'meetings.take_part',
    clause: '四.1.1)①',
    params,
    body: z
      .object({
        version: z.int(),
        outcome: z.enum(['done', 'cancelled']),
        note: optionalText('说明', 500),
      })
      .refine(({ outcome, note }) => outcome === 'done' || note, {
        path: ['note'],
        error: '请填写取消的原因',
      }),
    reply: actionItem,
    problems: ['version_conflict', 'nothing_to_decide'],
  }),
  reopen: endpoint({
    method: 'POST',
    path: '/action-items/:id/reopening',
    summary: '重新打开遗留问题',
    access: 'minutes.write',
    params,
    body: z.object({ version: z.int(), reason: reasonText('重新打开的原因') }),
    reply: actionItem,
    problems: ['version_conflict', 'nothing_to_decide'],
  }),
}
