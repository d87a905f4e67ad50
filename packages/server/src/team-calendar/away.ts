import type { AbsenceRecord } from '@zhuowei/contract/attendance.ts'
import { absenceKindLabel, leaveTypeLabel, portionLabel } from '@zhuowei/domain/attendance/absence.ts'
import { linkTo } from '../attendance/absence-rules.ts'
import type { Reading } from '../platform/http/implement.ts'
import { mayKnowWhy } from './access.ts'
import type { Entry, Span } from './entries.ts'

/** Trips and approved leave; a trip frees from the day on which it is registered, a leave that nobody has approved is no absence yet. */
export async function absencesOf(
  { db, actor }: Reading,
  { from, to }: Span,
  whose: { personIds: readonly string[] } | { divisionId: string },
): Promise<Entry[]> {
  const rows = await db
    .selectFrom('absences')
    .innerJoin('people', 'people.id', 'absences.personId')
    .select(['absences.id', 'absences.personId', 'people.name', 'absences.place', 'absences.approvedAt'])
    .select(['absences.fromDate', 'absences.toDate', 'absences.createdAt', 'absences.version'])
    .select((row) => [
      row.ref('absences.kind').$castTo<AbsenceRecord['kind']>().as('kind'), // absences_kind_known
      row.ref('absences.portion').$castTo<AbsenceRecord['portion']>().as('portion'), // absences_portion_known
      row.ref('absences.leaveType').$castTo<AbsenceRecord['leaveType']>().as('leaveType'), // the contract's enum
    ])
    .where('absences.cancelledAt', 'is', null)
    .where('absences.refusedAt', 'is', null)
    .where((row) => row.or([row('absences.approvedAt', 'is not', null), row('absences.kind', '=', 'trip')]))
    .where('absences.fromDate', '<=', to)
    .where('absences.toDate', '>=', from)
    .where((row) =>
      'divisionId' in whose
        ? row('absences.divisionId', '=', whose.divisionId)
        : row('absences.personId', 'in', [...whose.personIds]),
    )
    .orderBy('absences.fromDate')
    .orderBy('people.employeeNo')
    .execute()
  return rows.map((row): Entry => {
    const { id, personId, name, kind, portion, place, leaveType, fromDate, toDate } = row
    const known = mayKnowWhy(actor, personId)
    const half = portion === 'full' ? '' : `（${portionLabel[portion]}）`
    const why = kind === 'trip' ? place : leaveType && leaveTypeLabel[leaveType]
    const what = `${absenceKindLabel[kind]}${known && why ? `：${why}` : ''}${half}`
    return {
      key: `absence:${id}`,
      kind,
      ...{ from: fromDate, to: toDate, at: null, until: null },
      title: what,
      person: { id: personId, name },
      state: 'away',
      link: known ? linkTo({ id, from: fromDate }) : null,
      changedAt: row.approvedAt ?? row.createdAt,
      revision: row.version - 1,
      busy: true,
      place: known && kind === 'trip' ? place : null,
    }
  })
}
