import type { AbsenceRecord } from '@zhuowei/contract/attendance.ts'
import type { OnServer } from '@zhuowei/contract/kernel.ts'
import type { Role } from '@zhuowei/domain/organisation/roles.ts'
import type { Actor } from '../platform/actor.ts'
import type { Database, Trx } from '../platform/db/connect.ts'
import type { Writing } from '../platform/http/implement.ts'
import { notFound } from '../platform/refusal.ts'
import { absencesVisibleTo, mayDecideAbsence } from './access.ts'

export type Absence = OnServer<AbsenceRecord>

export async function findAbsence({ db, actor }: Writing, id: string): Promise<Absence> {
  const row = await visibleAbsences(db, actor).where('absences.id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  return absenceOf(row, actor)
}

export function visibleAbsences(db: Database | Trx, actor: Actor) {
  return db
    .selectFrom('absences')
    .innerJoin('people', 'people.id', 'absences.personId')
    .leftJoin('people as approvers', 'approvers.id', 'absences.approvedBy')
    .leftJoin('people as refusers', 'refusers.id', 'absences.refusedBy')
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
      'refusers.name as refuserName',
      'absences.refusedAt',
      'absences.refusalReason',
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

export function absenceOf(row: AbsenceRow, actor: Actor): Absence {
  const { personId, personName, approvedBy, approverName, role, divisionId, ...rest } = row
  const { refuserName, refusedAt, refusalReason, ...facts } = rest
  const mayDecide = mayDecideAbsence(actor, { id: personId, role, divisionId })
  const stands = row.cancelledAt === null && refusedAt === null
  const waiting = stands && row.approvedAt === null
  return {
    ...facts,
    person: { id: personId, name: personName },
    approvedBy: approvedBy ? { id: approvedBy, name: approverName ?? '' } : null,
    refusal: refusedAt && { by: refuserName ?? '', at: refusedAt, reason: refusalReason ?? '' },
    waiting,
    can: {
      cancel: stands && !waiting && mayDecide,
      decide: waiting && mayDecide,
      withdraw: waiting && personId === actor.id,
    },
  }
}
