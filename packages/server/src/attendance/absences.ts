import type { AbsenceQuery, NewAbsence } from '@zhuowei/contract/attendance.ts'
import { absenceKindLabel } from '@zhuowei/domain/attendance/absence.ts'
import { addDays, shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { recordEvent } from '../platform/events.ts'
import type { Reading, Writing } from '../platform/http/implement.ts'
import { forbidden, Refusal } from '../platform/refusal.ts'
import { type Absence, absenceOf, findAbsence, visibleAbsences } from './absence-record.ts'
import { periodOf, personInSight, recompute, tell, whyNot } from './absence-rules.ts'
import { mayDecideAbsence } from './access.ts'
import { insertAbsence } from './insert-absence.ts'

export async function listAbsences(reading: Reading, query: AbsenceQuery): Promise<Absence[]> {
  const { from, to, personId } = query
  const rows = await visibleAbsences(reading.db, reading.actor)
    .$if(personId !== undefined, (q) => q.where('absences.personId', '=', personId ?? ''))
    .where('absences.toDate', '>=', from ?? addDays(shanghaiDate(reading.now), -92))
    .$if(to !== undefined, (q) => q.where('absences.fromDate', '<=', to ?? ''))
    .orderBy('absences.fromDate', 'desc')
    .orderBy('absences.id')
    .limit(500)
    .execute()
  return rows.map((row) => absenceOf(row, reading.actor))
}

/**
 * Registers an approved leave or trip (三.3-b, 五.4.3)①). The superior registers it, so registering is approving; a trip that has
 * already begun is marked as approved late.
 */
export async function registerAbsence(writing: Writing, input: NewAbsence): Promise<Absence> {
  const { db, actor, now } = writing
  const person = await personInSight(db, actor, input.personId)
  if (!mayDecideAbsence(actor, person)) throw forbidden(whyNot(actor, person))
  const id = await insertAbsence(writing, input, person, {
    lateApproved: shanghaiDate(now) > input.from,
    approvedBy: actor.id,
    approvedAt: now,
  })
  const what = `${person.name} ${periodOf(input)} ${absenceKindLabel[input.kind]}`
  await recordEvent(db, actor, now, {
    verb: 'absence.registered',
    subjectType: 'absence',
    subjectId: id,
    divisionId: person.divisionId,
    summary: `登记 ${what}`,
    after: input,
    reason: input.reason,
  })
  const title = `${actor.name}登记了您的${absenceKindLabel[input.kind]}：${periodOf(input)}`
  await tell(writing, [person.id], title, { id, from: input.from })
  await recompute(writing, person, input)
  return findAbsence(writing, id)
}

/** 撤销: days whose reports are still open are owed again; what was closed stays as it was. */
export async function cancelAbsence(
  writing: Writing,
  id: string,
  { version, reason }: { version: number; reason: string },
): Promise<Absence> {
  const { db, actor, now } = writing
  const absence = await findAbsence(writing, id)
  const person = await personInSight(db, actor, absence.person.id)
  if (!mayDecideAbsence(actor, person)) throw forbidden(whyNot(actor, person))
  if (!absence.can.cancel || absence.version !== version)
    throw new Refusal('version_conflict', { facts: { current: absence, yours: { version } } })
  const cancelled = await db
    .updateTable('absences')
    .set({ cancelledAt: now, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  if (!cancelled) throw new Refusal('version_conflict', { facts: { current: null, yours: { version } } })
  await recordEvent(db, actor, now, {
    verb: 'absence.cancelled',
    subjectType: 'absence',
    subjectId: id,
    divisionId: person.divisionId,
    summary: `撤销 ${person.name} ${periodOf(absence)} ${absenceKindLabel[absence.kind]}`,
    before: absence,
    reason,
  })
  const title = `${actor.name}撤销了您的${absenceKindLabel[absence.kind]}：${periodOf(absence)}`
  await tell(writing, [person.id], title, absence)
  await recompute(writing, person, absence)
  return findAbsence(writing, id)
}
