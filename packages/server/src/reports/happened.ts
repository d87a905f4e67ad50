import { addDays, atShanghai, type PlainDate } from '@zhuowei/domain/calendar/dates.ts'
import type { AccountStatus } from '@zhuowei/domain/customers/account.ts'
import type { Grade } from '@zhuowei/domain/customers/grade.ts'
import type { VisitKind } from '@zhuowei/domain/customers/visit.ts'
import type { DraftGradeChange, DraftNewCustomer, DraftVisit } from '@zhuowei/domain/reports/daily-draft.ts'
import { sql } from 'kysely'
import type { Database, Trx } from '../platform/db/connect.ts'

/** A person's days, both ends included. */
export interface Days {
  divisionId: string
  personId: string
  from: PlainDate
  to: PlainDate
}

/** `knownAt`: when the system learned of it, if that was later than it happened. */
type Known<F> = F & { at: Date; knownAt?: Date; customerId: string }

/** Every contact in which the person took part. */
export async function visitsIn(
  db: Database | Trx,
  { divisionId, personId, from, to }: Days,
): Promise<
  (Known<DraftVisit> & { on: PlainDate; knownAt: Date; nextStep: string | null; nextOn: PlainDate | null })[]
> {
  const rows = await db
    .selectFrom('activities')
    .innerJoin('customers', 'customers.id', 'activities.customerId')
    .select(['activities.id', 'happenedAt', 'customerId', 'customers.name as account', 'result', 'problem'])
    .select(['happenedOn as on', 'activities.nextStep', 'nextOn', 'activities.createdAt as knownAt'])
    .select((row) => row.ref('activities.kind').$castTo<VisitKind>().as('kind')) // activities_kind_known
    .select(
      sql<{ name: string; position: string }[]>`coalesce((
        select json_agg(json_build_object('name', c.name, 'position', c.position) order by array_position(activities.contact_ids, c.id))
        from contacts c where c.id = any(activities.contact_ids)), '[]')`.as('contacts'),
    )
    .where('activities.divisionId', '=', divisionId)
    .where(sql<boolean>`(activities.author_id = ${personId} or ${personId} = any(activities.visitor_ids))`)
    .where('activities.happenedOn', '>=', from)
    .where('activities.happenedOn', '<=', to)
    .where('activities.deletedAt', 'is', null)
    .orderBy('happenedAt')
    .execute()
  return rows.map(({ happenedAt, ...row }) => ({ ...row, at: happenedAt }))
}

/** Customers entered by hand; an import is nobody's work of the day. */
export async function newCustomersIn(
  db: Database | Trx,
  { divisionId, personId, from, to }: Days,
): Promise<Known<DraftNewCustomer>[]> {
  const rows = await db
    .selectFrom('customers')
    .leftJoin('contacts', (join) =>
      join
        .onRef('contacts.customerId', '=', 'customers.id')
        .on('contacts.isPrimary', '=', true)
        .on('contacts.deletedAt', 'is', null),
    )
    .select(['customers.id', 'customers.name', 'contacts.name as contactName', 'contacts.position'])
    .select('customers.createdAt as at')
    .select((row) => row.ref('customers.status').$castTo<AccountStatus>().as('status')) // customers_status_known
    .where('customers.divisionId', '=', divisionId)
    .where('customers.createdBy', '=', personId)
    .where('customers.createdAt', '>=', atShanghai(from, '00:00'))
    .where('customers.createdAt', '<', atShanghai(addDays(to, 1), '00:00'))
    .where('customers.importId', 'is', null)
    .where('customers.deletedAt', 'is', null)
    .orderBy('customers.createdAt')
    .execute()
  return rows.map(({ contactName, position, ...row }) => ({
    ...row,
    customerId: row.id,
    contactName: contactName ?? '无',
    contactPosition: position ?? '无',
  }))
}

/** 六.1.2)② every change of grade of the person's customers, whether a report has told of it or not. */
export async function gradeChangesIn(
  db: Database | Trx,
  { divisionId, personId, from, to }: Days,
): Promise<Known<DraftGradeChange>[]> {
  return db
    .selectFrom('gradeChanges')
    .innerJoin('customers', 'customers.id', 'gradeChanges.customerId')
    .select(['gradeChanges.id', 'customerId', 'customers.name as account', 'reason', 'changedAt as at'])
    .select((row) => [
      row.ref('fromGrade').$castTo<Grade>().as('from'), // written by changeGrade alone
      row.ref('toGrade').$castTo<Grade>().as('to'),
    ])
    .where('gradeChanges.divisionId', '=', divisionId)
    .where('gradeChanges.ownerId', '=', personId)
    .where('changedAt', '>=', atShanghai(from, '00:00'))
    .where('changedAt', '<', atShanghai(addDays(to, 1), '00:00'))
    .orderBy('changedAt')
    .execute()
}
