import type { ComplianceRange } from '@zhuowei/contract/compliance.ts'
import type { ObligationKind } from '@zhuowei/domain/reports/kinds.ts'
import type { ReportState } from '@zhuowei/domain/reports/timeliness.ts'
import { sql } from 'kysely'
import { stateNow } from '../obligations/state.ts'
import type { Reading } from '../platform/http/implement.ts'
import { checkRange, divisionInSight } from './scope.ts'

const inTheCount: ReportState[] = ['on_time', 'excused_late', 'missed', 'late_fill']
const notFiled: ReportState[] = ['missed', 'late_fill']
const shown = 300

/** The rows behind 合规率 and 未填, of every kind; the newest first, what was not filed before the rest. */
export async function countedObligations(
  reading: Reading,
  range: ComplianceRange & { only?: 'missed' | undefined },
) {
  checkRange(range)
  const { db, actor, now } = reading
  const everywhere = actor.divisionId === null && range.divisionId === undefined
  const division = everywhere ? null : await divisionInSight(reading, range.divisionId)
  const rows = await db
    .selectFrom('obligations')
    .innerJoin('people', 'people.id', 'obligations.personId')
    .innerJoin('divisions', 'divisions.id', 'obligations.divisionId')
    .select(['obligations.id as obligationId', 'obligations.divisionId', 'divisions.name as division'])
    .select(['people.id as personId', 'people.name', 'obligations.subject', 'obligations.onDate as date'])
    .select(stateNow(now).as('state'))
    .select(sql<number>`count(*) over ()::int`.as('total'))
    .select((row) => row.ref('obligations.kind').$castTo<ObligationKind>().as('kind')) // obligations_kind_known
    .$if(division !== null, (query) => query.where('obligations.divisionId', '=', division?.id ?? ''))
    .where('obligations.onDate', '>=', range.from)
    .where('obligations.onDate', '<=', range.to)
    .where(stateNow(now), 'in', range.only ? notFiled : inTheCount)
    .orderBy((row) => row.case().when(stateNow(now), 'in', notFiled).then(0).else(1).end())
    .orderBy('obligations.onDate', 'desc')
    .orderBy('people.employeeNo')
    .orderBy('obligations.id')
    .limit(shown)
    .execute()
  return {
    total: rows[0]?.total ?? 0,
    items: rows.map(({ personId, name, total: _, ...row }) => ({ ...row, person: { id: personId, name } })),
  }
}
