import { addDays, type PlainDate, shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { namesWholeDay } from '@zhuowei/domain/calendar/deadline.ts'
import { deadlineText } from '@zhuowei/domain/calendar/wording.ts'
import { type ReportState, stateLabel } from '@zhuowei/domain/reports/timeliness.ts'
import { stateNow } from '../obligations/state.ts'
import type { Reading } from '../platform/http/implement.ts'
import { mayOpenReports } from './access.ts'
import { type Entry, onDay, type Span } from './entries.ts'

/** What these people owe on the day on which it is due. */
export async function reportsOf(
  reading: Reading,
  span: Span,
  personIds: readonly string[],
): Promise<Entry[]> {
  const rows = await selectDuties(reading, span)
    .where('obligations.personId', 'in', [...personIds])
    .execute()
  return rows.flatMap((row) => (isShown(row.state) ? [entryOf(reading, row)] : []))
}

/** The same for a whole division, in one line a day: who is missing, or how many still have time. */
export async function reportsByDay(reading: Reading, span: Span, divisionId: string): Promise<Entry[]> {
  const rows = await selectDuties(reading, span).where('obligations.divisionId', '=', divisionId).execute()
  const shown = rows.filter(({ state }) => isShown(state))
  return [...Map.groupBy(shown, ({ dueAt }) => dueDay(dueAt))].map(([date, its]) => sumOf(date, its))
}

/** Longest before its deadline and longest after it that the day lies which a duty is about. */
const reach = 45

function selectDuties({ db, now }: Reading, { from, to }: Span) {
  return db
    .selectFrom('obligations')
    .innerJoin('people', 'people.id', 'obligations.personId')
    .select([
      'obligations.id',
      'obligations.personId',
      'people.name',
      'obligations.kind',
      'obligations.onDate',
    ])
    .select(['obligations.periodKey', 'obligations.dueAt', 'obligations.reportId', 'obligations.updatedAt'])
    .select(stateNow(now).as('state'))
    .where('obligations.kind', 'in', kinds)
    .where('obligations.onDate', '>=', addDays(from, -reach))
    .where('obligations.onDate', '<=', addDays(to, reach))
    .where('obligations.dueAt', '>', new Date(`${from}T00:00:00+08:00`))
    .where('obligations.dueAt', '<=', new Date(`${addDays(to, 1)}T00:00:00+08:00`))
    .orderBy('obligations.dueAt')
    .orderBy('people.employeeNo')
}

type Row = Awaited<ReturnType<ReturnType<typeof selectDuties>['execute']>>[number]

const kinds = ['daily']
const nameOf = (_: Row): string => '日报'

/** Whoever is freed from it owes nothing; his leave or trip stands there itself. */
const isShown = (state: ReportState) => state !== 'exempt' && state !== 'waived'

const states: Partial<Record<ReportState, Entry['state']>> = {
  pending: 'due',
  missed: 'late',
  late_fill: 'late',
  on_time: 'done',
  excused_late: 'done',
}

function entryOf({ actor, now }: Reading, row: Row): Entry {
  const { id, personId, name, dueAt, state, reportId, updatedAt } = row
  const own = personId === actor.id
  const until = deadlineText(dueAt, shanghaiDate(now)).slice(-5)
  const title = `${nameOf(row)}${state === 'pending' ? ` ${until} 截止` : `（${stateLabel[state]}）`}`
  return {
    key: `report:${id}`,
    kind: 'report',
    ...onDay(dueDay(dueAt)),
    title: own ? title : `${name} ${title}`,
    person: { id: personId, name },
    state: states[state] ?? 'plain',
    link: own
      ? ownLink(row)
      : reportId && state !== 'pending' && mayOpenReports(actor)
        ? `/reports/${reportId}`
        : '/reports/compliance',
    changedAt: updatedAt,
    revision: 0,
    busy: false,
    place: null,
  }
}

const ownLink = ({ state, reportId, periodKey }: Row) =>
  reportId && state !== 'pending' ? `/reports/${reportId}` : `/reports/daily/${periodKey}`

function sumOf(date: PlainDate, rows: readonly Row[]): Entry {
  const of = (state: Entry['state']) => rows.filter((row) => states[row.state] === state)
  const [late, due, done] = [of('late'), of('due'), of('done')]
  const title =
    late.length > 0
      ? `${whoOf(late)}未填`
      : due.length > 0
        ? `${due.length} 份待填，${done.length} 份已交`
        : `${done.length} 份汇报已交齐`
  return {
    key: `reports:${date}`,
    kind: 'report',
    ...onDay(date),
    title,
    person: null,
    state: late.length > 0 ? 'late' : due.length > 0 ? 'due' : 'done',
    link: '/reports/compliance',
    changedAt: new Date(0),
    revision: 0,
    busy: false,
    place: null,
  }
}

const mostNames = 2

function whoOf(rows: readonly Row[]): string {
  const names = [...new Set(rows.map(({ name }) => name))]
  return names.length <= mostNames ? `${names.join('、')} ` : `${names.length} 人`
}

/** 24:00 belongs to the day that it ends. */
const dueDay = (dueAt: Date) => shanghaiDate(namesWholeDay(dueAt) ? new Date(dueAt.getTime() - 1) : dueAt)
