import type { OnServer } from '@zhuowei/contract/kernel.ts'
import type { Today, WeekNumber } from '@zhuowei/contract/today.ts'
import { addDays, atShanghai } from '@zhuowei/domain/calendar/dates.ts'
import { sql } from 'kysely'
import { stateNow } from '../obligations/state.ts'
import type { Reading } from '../platform/http/implement.ts'
import { silentFor30Days } from './counts.ts'

// More than a division does in two weeks; a count stops here so that it stays cheap with a million customers.
const countedTo = 2000
const reportsOfTheWeek = '/reports/compliance?rows=all'

interface DivisionWeek {
  id: string
  name: string
  regionIds: string[]
  due: number
  dueBefore: number
  filed: number
  filedBefore: number
  visits: number
  visitsBefore: number
  customers: number
  customersBefore: number
  changes: number
  changesBefore: number
  silent: number
}

/** 总经理's minute: the last seven whole days beside the seven before, of all and of each division, in one statement; reports of every kind. */
export async function weekNumbers({ db, now }: Reading, today: string): Promise<WeekNumber[]> {
  const since = addDays(today, -7)
  const before = addDays(since, -7)
  const start = atShanghai(since, '00:00')
  const end = atShanghai(today, '00:00')
  const startBefore = atShanghai(before, '00:00')
  const { rows } = await sql<DivisionWeek>`
    select d.id, d.name, array(select r.id from regions r where r.division_id = d.id order by r.id) as region_ids, ledger.*, visits.*, customers.*, changes.*, silent.*
    from divisions d,
    lateral (select
        count(*) filter (where lately and state in ('on_time', 'excused_late', 'missed', 'late_fill'))::int as due,
        count(*) filter (where not lately and state in ('on_time', 'excused_late', 'missed', 'late_fill'))::int as due_before,
        count(*) filter (where lately and state in ('on_time', 'excused_late'))::int as filed,
        count(*) filter (where not lately and state in ('on_time', 'excused_late'))::int as filed_before
      from (select obligations.on_date >= ${since}::date as lately, ${stateNow(now)} as state from obligations
        where obligations.division_id = d.id and obligations.on_date >= ${before}::date and obligations.on_date < ${today}::date) as rows) as ledger,
    lateral (select count(*) filter (where happened_at >= ${start})::int as visits,
        count(*) filter (where happened_at < ${start})::int as visits_before
      from (select happened_at from activities a where a.division_id = d.id and a.deleted_at is null
        and a.happened_at >= ${startBefore} and a.happened_at < ${end} order by happened_at desc limit ${2 * countedTo}) as rows) as visits,
    lateral (select count(*) filter (where created_at >= ${start})::int as customers,
        count(*) filter (where created_at < ${start})::int as customers_before
      from (select created_at from customers c where c.division_id = d.id and c.deleted_at is null and c.import_id is null
        and c.created_at >= ${startBefore} and c.created_at < ${end} order by created_at desc limit ${2 * countedTo}) as rows) as customers,
    lateral (select count(*) filter (where changed_at >= ${start})::int as changes,
        count(*) filter (where changed_at < ${start})::int as changes_before
      from grade_changes g where g.division_id = d.id and g.changed_at >= ${startBefore} and g.changed_at < ${end}) as changes,
    lateral (select count(*)::int as silent from (select from customers c where c.division_id = d.id and c.deleted_at is null
        and c.grade = 'A' and c.last_activity_at < ${atShanghai(addDays(today, -30), '00:00')} limit ${countedTo}) as rows) as silent
    order by d.name`.execute(db)
  const missed = ({ due, filed }: DivisionWeek) => due - filed
  const missedBefore = ({ dueBefore, filedBefore }: DivisionWeek) => dueBefore - filedBefore
  const compared = { rows, unit: 'count' as const, better: 'either' as const, clause: null }
  return [
    rateOf(rows),
    numberOf('missed', '汇报未填', missed, missedBefore, {
      ...compared,
      better: 'less',
      to: '/reports/compliance?rows=missed',
      within: ofDivision,
      clause: '五.1.3)②',
    }),
    numberOf(
      'visits',
      '拜访',
      (row) => row.visits,
      (row) => row.visitsBefore,
      {
        ...compared,
        better: 'more',
        to: `/activities?scope=all&from=${since}&to=${addDays(today, -1)}`,
        within: ofDivision,
        clause: '六.2.3)③',
      },
    ),
    numberOf(
      'new_customers',
      '新客户',
      (row) => row.customers,
      (row) => row.customersBefore,
      { ...compared, better: 'more', to: '/customers?sort=created', within: ofRegions, clause: '六.2.3)①' },
    ),
    numberOf(
      'grade_changes',
      '等级变化',
      (row) => row.changes,
      (row) => row.changesBefore,
      { ...compared, to: '/customers/grade-changes', within: ofDivision, clause: '六.1.2)②' },
    ),
    numberOf('silent_a', 'A 级客户 30 天未往来', (row) => row.silent, null, {
      ...compared,
      better: 'less',
      to: silentFor30Days('A'),
      within: ofRegions,
      clause: '六.1.1)④',
    }),
  ]
}

/** Who did not file a report of any kind in the last seven days, the most often first, each with the last of these days. */
export async function missedLately(
  { db, now }: Reading,
  today: string,
): Promise<NonNullable<OnServer<Today>['missedBy']>> {
  return db
    .selectFrom('obligations')
    .innerJoin('people', 'people.id', 'obligations.personId')
    .innerJoin('divisions', 'divisions.id', 'obligations.divisionId')
    .select([
      'people.id as personId',
      'people.name',
      'divisions.name as division',
      'divisions.id as divisionId',
    ])
    .select((row) => row.fn.max('obligations.onDate').as('date'))
    .select(
      sql<string>`(array_agg(obligations.id order by obligations.on_date desc, obligations.id))[1]`.as(
        'obligationId',
      ),
    )
    .select(sql<number>`count(*)::int`.as('count'))
    .where('obligations.onDate', '>=', addDays(today, -7))
    .where('obligations.onDate', '<', today)
    .where(stateNow(now), 'in', ['missed', 'late_fill'])
    .groupBy(['people.id', 'people.name', 'divisions.id', 'divisions.name'])
    .orderBy('count', 'desc')
    .orderBy('date', 'desc')
    .limit(8)
    .execute()
}

/** The rows of one division: its number in the address. */
const ofDivision = (to: string, { id }: DivisionWeek): string =>
  `${to}${to.includes('?') ? '&' : '?'}divisionId=${id}`

/** Customers are looked for by region; a division without regions has none. */
const ofRegions = (to: string, { regionIds }: DivisionWeek): string | null =>
  regionIds.length === 0 ? null : `${to}&${new URLSearchParams({ regionId: JSON.stringify(regionIds) })}`

function rateOf(rows: readonly DivisionWeek[]): WeekNumber {
  const sum = (of: (row: DivisionWeek) => number) => rows.reduce((total, row) => total + of(row), 0)
  return {
    key: 'rate',
    label: '汇报合规率',
    unit: 'percent',
    better: 'more',
    value: share(
      sum((row) => row.filed),
      sum((row) => row.due),
    ),
    before: share(
      sum((row) => row.filedBefore),
      sum((row) => row.dueBefore),
    ),
    to: reportsOfTheWeek,
    clause: '五.1.3)②',
    divisions: several(rows, (row) => ({
      to: ofDivision(reportsOfTheWeek, row),
      value: share(row.filed, row.due),
      before: share(row.filedBefore, row.dueBefore),
    })),
  }
}

function numberOf(
  key: string,
  label: string,
  value: (row: DivisionWeek) => number,
  before: ((row: DivisionWeek) => number) | null,
  {
    rows,
    within,
    ...rest
  }: Pick<WeekNumber, 'unit' | 'better' | 'to' | 'clause'> & {
    rows: readonly DivisionWeek[]
    within: (to: string, row: DivisionWeek) => string | null
  },
): WeekNumber {
  const sum = (of: (row: DivisionWeek) => number) => rows.reduce((total, row) => total + of(row), 0)
  return {
    ...rest,
    key,
    label,
    value: sum(value),
    before: before && sum(before),
    divisions: several(rows, (row) => ({
      to: within(rest.to, row),
      value: value(row),
      before: before?.(row) ?? null,
    })),
  }
}

const share = (part: number, whole: number) => (whole === 0 ? null : part / whole)

function several(
  rows: readonly DivisionWeek[],
  compare: (row: DivisionWeek) => Omit<WeekNumber['divisions'][number], 'id' | 'name'>,
): WeekNumber['divisions'] {
  return rows.length < 2 ? [] : rows.map((row) => ({ id: row.id, name: row.name, ...compare(row) }))
}
