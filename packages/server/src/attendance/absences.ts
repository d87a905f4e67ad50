import {
  type AbsenceQuery,
  type AbsenceRecord,
  absenceKindLabel,
  type NewAbsence,
} from '@zhuowei/contract/attendance.ts'
import type { OnServer } from '@zhuowei/contract/kernel.ts'
import { addDays, daysBetween, type PlainDate, shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import type { Role } from '@zhuowei/domain/organisation/roles.ts'
import { notify } from '../notifications/notify.ts'
import { recomputeOpen } from '../obligations/generate.ts'
import type { Actor } from '../platform/actor.ts'
import type { Database, Trx } from '../platform/db/connect.ts'
import { recordEvent } from '../platform/events.ts'
import type { Reading, Writing } from '../platform/http/implement.ts'
import { newId } from '../platform/ids.ts'
import { forbidden, invalid, notFound, Refusal } from '../platform/refusal.ts'
import { absencesVisibleTo, mayDecideAbsence } from './access.ts'

type Absence = OnServer<AbsenceRecord>

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
  checkPeriod(input)
  await lockPerson(db, person.id)
  await refuseOverlap(db, input)
  const today = shanghaiDate(now)
  const id = newId()
  await db
    .insertInto('absences')
    .values({
      id,
      divisionId: person.divisionId,
      personId: person.id,
      kind: input.kind,
      leaveType: input.kind === 'leave' ? input.leaveType : null,
      place: input.kind === 'trip' ? input.place : null,
      fromDate: input.from,
      toDate: input.to,
      portion: input.portion,
      reason: input.reason,
      registeredOn: today,
      lateApproved: today > input.from,
      approvedBy: actor.id,
      approvedAt: now,
      createdAt: now,
      createdBy: actor.id,
    })
    .execute()
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
  await tell(writing, person.id, `${actor.name}登记了您的${absenceKindLabel[input.kind]}：${periodOf(input)}`)
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
  if (absence.cancelledAt || absence.version !== version)
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
  await tell(
    writing,
    person.id,
    `${actor.name}撤销了您的${absenceKindLabel[absence.kind]}：${periodOf(absence)}`,
  )
  await recompute(writing, person, absence)
  return findAbsence(writing, id)
}

interface Period {
  from: PlainDate
  to: PlainDate
}

function checkPeriod({ kind, from, to, portion }: NewAbsence): void {
  if (to < from) throw invalid('to', '结束日期不能早于开始日期')
  if (daysBetween(from, to) > 366) throw invalid('to', '一次最多登记一年')
  if (portion !== 'full' && (kind === 'trip' || from !== to))
    throw invalid('portion', '半天只能用于一天的请假')
}

/** Absences of one person are registered one after the other, so that the second request sees what the first one wrote. */
async function lockPerson(db: Trx, id: string): Promise<void> {
  await db.selectFrom('people').select('id').where('id', '=', id).forNoKeyUpdate().executeTakeFirstOrThrow()
}

/** Two halves of a day may stand beside each other; anything else that overlaps is a mistake. */
async function refuseOverlap(db: Trx, { personId, from, to, portion }: NewAbsence): Promise<void> {
  const other = await db
    .selectFrom('absences')
    .select(['id', 'fromDate as from', 'toDate as to'])
    .select((row) => row.ref('kind').$castTo<'leave' | 'trip'>().as('kind')) // absences_kind_known
    .where('personId', '=', personId)
    .where('cancelledAt', 'is', null)
    .where('fromDate', '<=', to)
    .where('toDate', '>=', from)
    .$if(portion !== 'full', (query) => query.where('portion', 'in', ['full', portion]))
    .executeTakeFirst()
  if (!other) return
  throw new Refusal('duplicate_record', {
    detail: `与已登记的${absenceKindLabel[other.kind]}（${periodOf(other)}）重叠`,
    errors: [{ path: 'from', message: `${periodOf(other)} 已登记${absenceKindLabel[other.kind]}` }],
    facts: { absenceId: other.id },
  })
}

async function personInSight(db: Database | Trx, actor: Actor, id: string) {
  const person = await db
    .selectFrom('people')
    .select(['id', 'name', 'divisionId'])
    .select((row) => row.ref('role').$castTo<Role>().as('role')) // people_role_known
    .where('id', '=', id)
    .executeTakeFirst()
  const inSight = person?.divisionId && (actor.role === 'gm' || actor.divisionId === person.divisionId)
  if (!person || !inSight) throw notFound()
  return { ...person, divisionId: person.divisionId ?? '' }
}

const whyNot = (actor: Actor, person: { id: string }) =>
  person.id === actor.id ? '自己的请假和出差由上级批准' : '职员的请假和出差由部门经理登记'

/** The cancelled absence frees nobody any more: rows of its days follow, as far as they are open. */
async function recompute(
  { db, now }: Writing,
  person: { id: string; divisionId: string },
  { from, to }: Period,
): Promise<void> {
  await recomputeOpen(db, { divisionId: person.divisionId, from, to, people: [person.id] }, now)
}

const tell = ({ db, now }: Writing, personId: string, title: string) =>
  notify(db, { personIds: [personId], kind: 'absence', title, link: '/attendance' }, now)

const periodOf = ({ from, to }: Period) => (from === to ? from : `${from} 至 ${to}`)

async function findAbsence({ db, actor }: Writing, id: string): Promise<Absence> {
  const row = await visibleAbsences(db, actor).where('absences.id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  return absenceOf(row, actor)
}

function visibleAbsences(db: Database | Trx, actor: Actor) {
  return db
    .selectFrom('absences')
    .innerJoin('people', 'people.id', 'absences.personId')
    .innerJoin('people as approvers', 'approvers.id', 'absences.approvedBy')
    .select([
      'absences.id',
      'people.id as personId',
      'people.name as personName',
      'people.divisionId',
      'absences.place',
      'absences.fromDate as from',
      'absences.toDate as to',
      'absences.reason',
      'absences.registeredOn',
      'absences.lateApproved',
      'absences.approvedBy',
      'approvers.name as approverName',
      'absences.approvedAt',
      'absences.cancelledAt',
      'absences.version',
    ])
    .select((row) => [
      row.ref('people.role').$castTo<Role>().as('role'), // people_role_known
      row.ref('absences.kind').$castTo<AbsenceRecord['kind']>().as('kind'), // absences_kind_known
      row.ref('absences.portion').$castTo<AbsenceRecord['portion']>().as('portion'), // absences_portion_known
      row.ref('absences.leaveType').$castTo<AbsenceRecord['leaveType']>().as('leaveType'), // the contract's enum
    ])
    .where(absencesVisibleTo(actor))
}

type AbsenceRow = Awaited<ReturnType<ReturnType<typeof visibleAbsences>['execute']>>[number]

function absenceOf(
  { personId, personName, approvedBy, approverName, role, divisionId, ...row }: AbsenceRow,
  actor: Actor,
): Absence {
  return {
    ...row,
    person: { id: personId, name: personName },
    approvedBy: { id: approvedBy, name: approverName },
    can: { cancel: row.cancelledAt === null && mayDecideAbsence(actor, { id: personId, role, divisionId }) },
  }
}
