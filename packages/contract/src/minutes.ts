import * as z from 'zod'
import { endpoint } from './kernel.ts'
import { lineBody, meetingRecord } from './meeting-shapes.ts'
import { id, instant, personRef, reasonText } from './shapes.ts'

const minutesLine = z
  .object({
    id,
    agendaItemId: id.nullable(),
    body: z.string(),
    /** The line above that was written at the same time; both stand until somebody has looked. */
    conflictOf: id.nullable(),
    version: z.int(),
    updatedAt: instant,
    /** Whose line it is. */
    writtenBy: personRef,
    /** Who changed it last. */
    updatedBy: personRef,
  })
  .meta({ id: 'MinutesLine' })
export type MinutesLine = z.output<typeof minutesLine>

const minutes = z
  .object({
    lines: z.array(minutesLine),
    can: z.object({ write: z.boolean() }),
  })
  .meta({ id: 'Minutes' })
export type Minutes = z.output<typeof minutes>

/** What became of a line: written, kept beside what somebody else wrote meanwhile, or brought back after somebody removed it. */
const written = z
  .object({ kept: z.enum(['written', 'beside', 'restored']), line: minutesLine })
  .meta({ id: 'WrittenLine' })
export type WrittenLine = z.output<typeof written>

const lineVersion = z
  .object({ version: z.int(), body: z.string(), at: instant, by: personRef })
  .meta({ id: 'MinutesLineVersion' })

const params = z.object({ id })
const lineParams = z.object({ id, lineId: id })

export const minutesApi = {
  get: endpoint({
    method: 'GET',
    path: '/meetings/:id/minutes',
    summary: '会议纪要',
    access: 'minutes.read',
    clause: '三.1',
    params,
    reply: minutes,
  }),
  addLine: endpoint({
    method: 'POST',
    path: '/meetings/:id/minutes-lines',
    summary: '加一行纪要',
    access: 'minutes.write',
    clause: '四.1',
    params,
    body: z.object({
      agendaItemId: id.nullish().transform((value) => value ?? null),
      /** The line under which it stands; the end without one. */
      after: id.nullish().transform((value) => value ?? null),
      body: lineBody,
    }),
    reply: minutesLine,
    problems: ['nothing_to_decide'],
  }),
  writeLine: endpoint({
    method: 'PUT',
    path: '/meetings/:id/minutes-lines/:lineId',
    summary: '改一行纪要；别人同时改了，两行都留下',
    access: 'minutes.write',
    params: lineParams,
    body: z.object({ version: z.int(), body: lineBody }),
    reply: written,
    problems: ['nothing_to_decide'],
  }),
  removeLine: endpoint({
    method: 'DELETE',
    path: '/meetings/:id/minutes-lines/:lineId',
    summary: '删一行纪要',
    access: 'minutes.write',
    params: lineParams,
    query: z.object({ version: z.coerce.number().int() }),
    problems: ['version_conflict', 'nothing_to_decide'],
  }),
  settleConflict: endpoint({
    method: 'POST',
    path: '/meetings/:id/minutes-lines/:lineId/settlement',
    summary: '同时写下的两行都要',
    access: 'minutes.write',
    params: lineParams,
    reply: minutesLine,
    problems: ['nothing_to_decide'],
  }),
  lineVersions: endpoint({
    method: 'GET',
    path: '/meetings/:id/minutes-lines/:lineId/versions',
    summary: '一行纪要以前写的',
    access: 'minutes.write',
    params: lineParams,
    reply: z.array(lineVersion),
  }),
  publish: endpoint({
    method: 'POST',
    path: '/meetings/:id/minutes-publication',
    summary: '发布纪要，请缺席的人确认',
    access: 'minutes.write',
    clause: '四.1',
    params,
    body: z.object({ version: z.int() }),
    reply: meetingRecord,
    problems: ['version_conflict', 'nothing_to_decide'],
  }),
  reopen: endpoint({
    method: 'POST',
    path: '/meetings/:id/minutes-reopening',
    summary: '收回纪要再改',
    access: 'minutes.write',
    params,
    body: z.object({ version: z.int(), reason: reasonText('收回的原因') }),
    reply: meetingRecord,
    problems: ['version_conflict', 'nothing_to_decide'],
  }),
  confirm: endpoint({
    method: 'POST',
    path: '/meetings/:id/minutes-confirmation',
    summary: '缺席的人确认已读纪要',
    access: 'meetings.take_part',
    clause: '四.1',
    params,
    reply: meetingRecord,
    problems: ['nothing_to_decide'],
  }),
  print: endpoint({
    method: 'POST',
    path: '/meetings/:id/minutes-prints',
    summary: '打印纪要，留一条记录',
    access: 'minutes.read',
    clause: '三.1',
    params,
    reply: z.object({ at: instant }),
  }),
}
