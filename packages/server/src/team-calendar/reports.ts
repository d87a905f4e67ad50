import { addDays, type PlainDate, shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { isMet } from '@zhuowei/domain/calendar/deadline.ts'
import { deadlineText } from '@zhuowei/domain/calendar/wording.ts'
import { type ObligationKind, obligationKinds } from '@zhuowei/domain/reports/kinds.ts'
import { type ReportState, stateLabel } from '@zhuowei/domain/reports/timeliness.ts'
import { editorPath } from '../obligations/names.ts'
import { stateNow } from '../obligations/state.ts'
import type { Reading } from '../platform/http/implement.ts'
import { mayOpenReports } from './access.ts'
import { dueDay, type Entry, instantsOf, onDay, type Span } from './entries.ts'

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
  const today = shanghaiDate(reading.now)
  return [...Map.groupBy(shown, ({ dueAt }) => dueDay(dueAt))].map(([date, its]) => sumOf(date, its, today))
}

/** Longest before its deadline and longest after it that the day lies which a duty is about. */
const reach = 45

function selectDuties({ db, now }: Reading, span: Span) {
  const [after, until] = instantsOf(span)
  return db
    .selectFrom('obligations')
    .innerJoin('people', 'people.id', 'obligations.personId')
    .select(['obligations.id', 'obligations.personId', 'people.name', 'obligations.subject'])
    .select(['obligations.opensAt', 'obligations.graceAt'])
    .select(['obligations.periodKey', 'obligations.dueAt', 'obligations.reportId', 'obligations.updatedAt'])
    .select((row) => row.ref('obligations.kind').$castTo<ObligationKind>().as('kind')) // obligations_kind_known
    .select(stateNow(now).as('state'))
    .where('obligations.kind', 'in', [...obligationKinds])
    .where('obligations.onDate', '>=', addDays(span.from, -reach))
    .where('obligations.onDate', '<=', addDays(span.to, reach))
    .where('obligations.dueAt', '>', after)
    .where('obligations.dueAt', '<=', until)
    .orderBy('obligations.dueAt')
    .orderBy('people.employeeNo')
}

type Row = Awaited<ReturnType<ReturnType<typeof selectDuties>['execute']>>[number]

/** As the report itself is called, a daily one with its day alone: 周二工作日报, 第47周总结, 11月工作报告. */
const nameOf = ({ kind, subject }: Row): string =>
  kind === 'daily' ? subject.replace(/^星期/, '周') : subject

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
  const title = `${nameOf(row)}${state === 'pending' ? ` ${timeLeft(row, now)}` : `（${stateWords(state)}）`}`
  return {
    key: `report:${id}`,
    kind: 'report',
    ...onDay(dueDay(dueAt)),
    title,
    person: { id: personId, name },
    state: states[state] ?? 'plain',
    link: own
      ? ownLink(row)
      : reportId && state !== 'pending' && mayOpenReports(actor)
        ? `/reports/${reportId}`
        : `/reports/compliance?obligation=${id}`,
    changedAt: updatedAt,
    revision: 0,
    busy: false,
    place: null,
  }
}

/** “补填，仍计未填”: no brackets within brackets. */
const stateWords = (state: ReportState) => stateLabel[state].replace('（', '，').replace('）', '')

/** Past its normal deadline what counts is the one for a special reason. */
function timeLeft({ dueAt, graceAt }: Row, now: Date): string {
  const today = shanghaiDate(now)
  return isMet(dueAt, now)
    ? `${deadlineText(dueAt, today).slice(-5)} 截止`
    : `宽限到 ${deadlineText(graceAt, today)}`
}

const ownLink = (row: Row) =>
  row.reportId && row.state !== 'pending' ? `/reports/${row.reportId}` : editorPath(row)

function sumOf(date: PlainDate, rows: readonly Row[], today: PlainDate): Entry {
  const of = (state: Entry['state']) => rows.filter((row) => states[row.state] === state)
  const [late, due, done] = [of('late'), of('due'), of('done')]
  const ahead = date > today && late.length === 0
  return {
    key: `reports:${date}`,
    kind: 'report',
    ...onDay(date),
    title: sumWords({ late, due, done }),
    person: null,
    state: ahead ? 'plain' : late.length > 0 ? 'late' : due.length > 0 ? 'due' : 'done',
    link: '/reports/compliance',
    changedAt: new Date(0),
    revision: 0,
    busy: false,
    place: null,
  }
}

function sumWords({ late, due, done }: Record<'late' | 'due' | 'done', readonly Row[]>): string {
  if (late.length > 0) return `${whoOf(late)}未填`
  if (due.length === 0) return `${done.length} 份汇报已交齐`
  return done.length === 0 ? `${due.length} 份汇报要交` : `${due.length} 份待填，${done.length} 份已交`
}

const mostNames = 2

function whoOf(rows: readonly Row[]): string {
  const names = [...new Set(rows.map(({ name }) => name))]
  return names.length <= mostNames ? `${names.join('、')} ` : `${names.length} 人`
}
