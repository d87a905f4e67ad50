import type { AbsenceRecord, AbsenceRequest } from '@zhuowei/contract/attendance.ts'
import { absenceKindLabel, leaveTypeLabel } from '@zhuowei/domain/attendance/absence.ts'
import { recordEvent } from '../platform/events.ts'
import type { Writing } from '../platform/http/implement.ts'
import { forbidden, notFound, Refusal } from '../platform/refusal.ts'
import { type Absence, findAbsence } from './absence-record.ts'
import { periodOf, personInSight, recompute, tell, whyNot } from './absence-rules.ts'
import { mayDecideAbsence } from './access.ts'
import { insertAbsence } from './insert-absence.ts'

/**
 * 请假申请单 (三.3-b) and 出差登记 by the person himself. A leave frees once it is approved; a trip registered by the day of departure
 * frees at once (§1B-4) and is owed again if it is refused.
 */
export async function requestAbsence(writing: Writing, input: AbsenceRequest): Promise<Absence> {
  const { db, actor, now } = writing
  const person = await personInSight(db, actor, actor.id)
  const id = await insertAbsence(writing, input, person, null)
  await recordEvent(db, actor, now, {
    verb: 'absence.requested',
    subjectType: 'absence',
    subjectId: id,
    divisionId: person.divisionId,
    summary: `申请 ${periodOf(input)} ${absenceKindLabel[input.kind]}`,
    after: input,
    reason: input.reason,
  })
  const title = `${actor.name}${verbOf[input.kind]}：${periodOf(input)}，${whatOf(input)}`
  await tell(writing, await superiorsOf(writing), title, { id, from: input.from })
  await recompute(writing, person, input)
  return findAbsence(writing, id)
}

interface Decision {
  version: number
  approve: boolean
  reason: string | null
}

/** 批准 or 不批准; nobody decides about himself. */
export async function decideAbsence(writing: Writing, id: string, decision: Decision): Promise<Absence> {
  const { db, actor, now } = writing
  const { version, approve, reason } = decision
  const absence = await findAbsence(writing, id)
  const person = await personInSight(db, actor, absence.person.id)
  if (!mayDecideAbsence(actor, person)) throw forbidden(whyNot(actor, person))
  await change(writing, absence, version, {
    ...(approve
      ? { approvedBy: actor.id, approvedAt: now, lateApproved: absence.registeredOn > absence.from }
      : { refusedBy: actor.id, refusedAt: now, refusalReason: reason ?? '' }),
  })
  const words = approve ? '批准' : '不批准'
  const kind = absenceKindLabel[absence.kind]
  await recordEvent(db, actor, now, {
    verb: approve ? 'absence.approved' : 'absence.refused',
    subjectType: 'absence',
    subjectId: id,
    divisionId: person.divisionId,
    summary: `${words} ${person.name} ${periodOf(absence)} ${kind}`,
    before: absence,
    reason,
  })
  const said = approve ? `批准了您的${kind}` : `没有批准您的${kind}（${reason}）`
  await tell(writing, [person.id], `${actor.name}${said}：${periodOf(absence)}`, absence)
  await recompute(writing, person, absence)
  return findAbsence(writing, id)
}

/** The person takes his own request back while nobody has decided. */
export async function withdrawRequest(writing: Writing, id: string, version: number): Promise<Absence> {
  const { db, actor, now } = writing
  const absence = await findAbsence(writing, id)
  if (absence.person.id !== actor.id) throw forbidden('只有本人可以撤回自己的申请')
  await change(writing, absence, version, { cancelledAt: now })
  const person = await personInSight(db, actor, actor.id)
  await recordEvent(db, actor, now, {
    verb: 'absence.withdrawn',
    subjectType: 'absence',
    subjectId: id,
    divisionId: person.divisionId,
    summary: `撤回 ${periodOf(absence)} ${absenceKindLabel[absence.kind]}`,
    before: absence,
  })
  const title = `${actor.name}撤回了${absenceKindLabel[absence.kind]}申请：${periodOf(absence)}`
  await tell(writing, await superiorsOf(writing), title, absence)
  await recompute(writing, person, absence)
  return findAbsence(writing, id)
}

const verbOf = { leave: '申请请假', trip: '登记了出差' } as const

const whatOf = ({ kind, leaveType, place }: Pick<AbsenceRecord, 'kind' | 'leaveType' | 'place'>) =>
  kind === 'trip' ? place : leaveType && leaveTypeLabel[leaveType]

interface Change {
  approvedBy?: string
  approvedAt?: Date
  lateApproved?: boolean
  refusedBy?: string
  refusedAt?: Date
  refusalReason?: string
  cancelledAt?: Date
}

/** Only what still waits changes, and only as it was seen. */
async function change({ db }: Writing, absence: Absence, version: number, to: Change): Promise<void> {
  const conflict = () => new Refusal('version_conflict', { facts: { current: absence, yours: { version } } })
  if (absence.version !== version) throw conflict()
  if (!absence.waiting) throw new Refusal('nothing_to_decide', { detail: '这份申请已经处理过了' })
  const changed = await db
    .updateTable('absences')
    .set({ ...to, version: version + 1 })
    .where('id', '=', absence.id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  if (!changed) throw conflict()
}

/** Who decides about this person: the manager of the division, for a manager 总经理. */
async function superiorsOf({ db, actor }: Writing): Promise<string[]> {
  if (!actor.divisionId) throw notFound()
  const { divisionId, role } = actor
  const superiors = await db
    .selectFrom('people')
    .select('id')
    .where('leavingDate', 'is', null)
    .$if(role === 'dm', (query) => query.where('role', '=', 'gm'))
    .$if(role !== 'dm', (query) => query.where('role', '=', 'dm').where('divisionId', '=', divisionId))
    .execute()
  return superiors.map(({ id }) => id)
}
