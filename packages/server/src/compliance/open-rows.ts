import { addDays, atShanghai, shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import type { Role } from '@zhuowei/domain/organisation/roles.ts'
import type { ObligationKind } from '@zhuowei/domain/reports/kinds.ts'
import { waiverDeadline } from '@zhuowei/domain/reports/timeliness.ts'
import { sql } from 'kysely'
import { type DivisionRules, loadDivisionRules } from '../obligations/rules.ts'
import { stateNow } from '../obligations/state.ts'
import { type Ask, alone } from '../platform/db/together.ts'
import type { Reading } from '../platform/http/implement.ts'

// Five working days never span more days than this, holidays included.
const longestWindow = 30

// A week's reports are asked for from its last working day on, before its Sunday; over a break that is a fortnight.
const longestAhead = 21

interface Scope {
  /** Every division when null. */
  divisionId: string | null
  /** Everybody when absent. */
  roles?: readonly Role[]
}

export type OpenRow = Awaited<ReturnType<typeof openRows>>[number]

/**
 * The one query behind 今天 and 合规, so that both speak of the same reports: those still to come, those of today and of the grace that
 * ended today, and whatever the superior has not decided about yet.
 */
export async function openRows({ db, now }: Reading, { divisionId, roles }: Scope, ask: Ask = alone) {
  const today = shanghaiDate(now)
  const open = db
    .selectFrom('obligations')
    .innerJoin('people', 'people.id', 'obligations.personId')
    .select(['obligations.id', 'obligations.divisionId', 'personId', 'people.name'])
    .select(['periodKey', 'subject', 'onDate', 'opensAt', 'dueAt', 'graceAt', 'closesAt'])
    .select((row) => row.ref('obligations.kind').$castTo<ObligationKind>().as('kind')) // obligations_kind_known
    .select((row) => row.ref('people.role').$castTo<Role>().as('role')) // people_role_known
    .select([stateNow(now).as('state'), undecided(now).as('undecided')])
    .where('obligations.onDate', '>=', addDays(today, -longestWindow))
    .where('obligations.onDate', '<=', addDays(today, longestAhead))
    .where('obligations.opensAt', '<=', now)
    .$if(divisionId !== null, (query) => query.where('obligations.divisionId', '=', divisionId ?? ''))
    .$if(roles !== undefined, (query) => query.where('people.role', 'in', roles ?? []))
    .where((row) => row.or([row('obligations.closesAt', '>=', atShanghai(today, '00:00')), undecided(now)]))
    .orderBy('obligations.graceAt', 'desc')
    .orderBy('obligations.kind')
    .orderBy('people.employeeNo')
  // Asked for once and not row by row: a person owes several reports.
  const regions = db
    .selectFrom('regionMembers')
    .innerJoin('regions', 'regions.id', 'regionMembers.regionId')
    .select('regionMembers.personId')
    .select(sql<string>`string_agg(regions.name, '、' order by regions.code)`.as('names'))
    .$if(divisionId !== null, (query) => query.where('regions.divisionId', '=', divisionId ?? ''))
    .groupBy('regionMembers.personId')
  const [rows, named] = await Promise.all([ask(open), ask(regions)])
  const regionOf = new Map(named.map(({ personId, names }) => [personId, names]))
  return rows.map((row) => ({ ...row, region: regionOf.get(row.personId) ?? null }))
}

/** Each with the last instant at which it can be decided; those for which that has passed drop out. */
export async function decidable(
  { db, now }: Pick<Reading, 'db' | 'now'>,
  rows: readonly OpenRow[],
  loadRules: (divisionId: string) => Promise<DivisionRules> = (id) => loadDivisionRules(db, id),
): Promise<(OpenRow & { until: Date })[]> {
  const rules = new Map<string, DivisionRules>()
  for (const id of new Set(rows.map(({ divisionId }) => divisionId))) rules.set(id, await loadRules(id))
  return rows.flatMap((row) => {
    const known = rules.get(row.divisionId)
    const until = known && waiverDeadline(row.onDate, known.calendar, known.parametersOn(row.onDate))
    return until && now <= until ? { ...row, until } : []
  })
}

/** Nobody has waived it, found its reason not to hold, or left it as it counts. */
const undecided = (now: Date) => sql<boolean>`(${stateNow(now)} in ('missed', 'late_fill', 'excused_late')
  and obligations.upheld_at is null and obligations.reason_rejected_at is null)`
