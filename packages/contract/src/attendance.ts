import { absenceKinds, leaveTypes, portions } from '@zhuowei/domain/attendance/absence.ts'
import * as z from 'zod'
import { endpoint } from './kernel.ts'
import { id, instant, optionalText, personRef, plainDate, requiredText } from './shapes.ts'

const kind = z.enum(absenceKinds)
const portion = z.enum(portions)
const leaveType = z.enum(leaveTypes)

const absence = z
  .object({
    id,
    person: personRef,
    kind,
    leaveType: leaveType.nullable(),
    place: z.string().nullable(),
    from: plainDate,
    to: plainDate,
    portion,
    reason: z.string(),
    registeredOn: plainDate,
    /** Registered after it began; the manager's registration is the approval (五.4.3)①, 系统默认). */
    lateApproved: z.boolean(),
    /** Both absent while it waits for a decision, and after a refusal. */
    approvedBy: personRef.nullable(),
    approvedAt: instant.nullable(),
    refusal: z.object({ by: z.string(), at: instant, reason: z.string() }).nullable(),
    cancelledAt: instant.nullable(),
    /** 待批准. */
    waiting: z.boolean(),
    version: z.int(),
    can: z.object({ cancel: z.boolean(), decide: z.boolean(), withdraw: z.boolean() }),
  })
  .meta({ id: 'Absence' })
export type AbsenceRecord = z.output<typeof absence>

/** Told together with what else is wrong, not only after it is right. */
const isObject = ({ value }: { value: unknown }) => typeof value === 'object' && value !== null

const wanted = z.object({
  kind,
  leaveType: leaveType.nullish().transform((type) => type ?? null),
  place: optionalText('出差地区', 100),
  from: plainDate,
  to: plainDate,
  portion: portion.default('full'),
  reason: requiredText('事由', 500).refine(
    (text) => text === '' || /[\p{L}\p{N}]/u.test(text),
    '事由要写文字',
  ),
})

/** What a leave and a trip ask for, all of it told at once. */
const complete = <T extends typeof wanted>(shape: T) =>
  shape
    .refine(({ kind, place }) => kind !== 'trip' || place, {
      path: ['place'],
      error: '请填写出差地区',
      when: isObject,
    })
    .refine(({ kind, leaveType }) => kind !== 'leave' || leaveType, {
      path: ['leaveType'],
      error: '请选择请假类型',
      when: isObject,
    })
    .refine(({ from, to }) => !(to < from), {
      path: ['to'],
      error: '结束日期不能早于开始日期',
      when: isObject,
    })

const newAbsence = complete(wanted.extend({ personId: z.uuid('请选择人员') })).meta({ id: 'NewAbsence' })
export type NewAbsence = z.output<typeof newAbsence>

const absenceRequest = complete(wanted).meta({ id: 'AbsenceRequest' })
export type AbsenceRequest = z.output<typeof absenceRequest>

const absenceQuery = z.object({
  personId: id.optional(),
  from: plainDate.optional(),
  to: plainDate.optional(),
})
export type AbsenceQuery = z.output<typeof absenceQuery>

export const absencesApi = {
  list: endpoint({
    method: 'GET',
    path: '/attendance/absences',
    summary: '请假和出差，待批准的也在内',
    access: 'absences.read',
    clause: '三.3-b',
    query: absenceQuery,
    reply: z.array(absence),
  }),
  register: endpoint({
    method: 'POST',
    path: '/attendance/absences',
    summary: '登记已批准的请假或出差',
    access: 'absences.write',
    clause: '三.3-b',
    body: newAbsence,
    reply: absence,
    problems: ['duplicate_record'],
  }),
  cancel: endpoint({
    method: 'POST',
    path: '/attendance/absences/:id/cancellation',
    summary: '撤销请假或出差',
    access: 'absences.write',
    params: z.object({ id }),
    body: z.object({ version: z.int(), reason: requiredText('撤销原因', 500) }),
    reply: absence,
    problems: ['version_conflict'],
  }),
  request: endpoint({
    method: 'POST',
    path: '/attendance/requests',
    summary: '本人申请请假，登记出差',
    access: 'absences.request',
    clause: '三.3-b',
    body: absenceRequest,
    reply: absence,
    problems: ['duplicate_record'],
  }),
  decide: endpoint({
    method: 'POST',
    path: '/attendance/absences/:id/decision',
    summary: '批准或不批准下属的请假和出差',
    access: 'absences.write',
    clause: '三.3-b',
    params: z.object({ id }),
    body: z
      .object({ version: z.int(), approve: z.boolean(), reason: optionalText('原因', 500) })
      .refine(({ approve, reason }) => approve || reason, { path: ['reason'], error: '请填写不批准的原因' }),
    reply: absence,
    problems: ['version_conflict', 'nothing_to_decide'],
  }),
  withdraw: endpoint({
    method: 'POST',
    path: '/attendance/absences/:id/withdrawal',
    summary: '撤回自己待批准的申请',
    access: 'absences.request',
    params: z.object({ id }),
    body: z.object({ version: z.int() }),
    reply: absence,
    problems: ['version_conflict', 'nothing_to_decide'],
  }),
}
