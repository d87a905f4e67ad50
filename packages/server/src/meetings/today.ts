import type { OnServer } from '@zhuowei/contract/kernel.ts'
import type { RailPoint } from '@zhuowei/contract/today.ts'
import { addDays, atShanghai, endOfDay, shanghaiDate, shanghaiTime } from '@zhuowei/domain/calendar/dates.ts'
import { dateTimeWithWeekday } from '@zhuowei/domain/calendar/wording.ts'
import { addWorkingDays, type WorkCalendar } from '@zhuowei/domain/calendar/working-days.ts'
import type { Parameters } from '@zhuowei/domain/clauses/parameters.ts'
import { occasionalMeetingForms } from '@zhuowei/domain/clauses/prescribed.ts'
import {
  type MeetingForm,
  type MeetingKind,
  type MeetingState,
  meetingClause,
} from '@zhuowei/domain/meetings/meeting.ts'
import { agendaAt } from '@zhuowei/domain/meetings/series.ts'
import type { DivisionRules } from '../obligations/rules.ts'
import { type Asking, horizonOf, type Item } from '../today/items.ts'
import { visibleMeetings } from './access.ts'
import { openActionItemsOf } from './action-items.ts'
import { awayOn, halfOf } from './away.ts'
import { linkTo } from './telling.ts'

/** What meetings ask of this person: to come today, to confirm, to decide, to put the minutes in order, and his 遗留问题. */
export async function meetingItems(
  reading: Asking,
  date: string,
  rulesOf: Promise<DivisionRules>,
): Promise<Item[]> {
  const { db, ask, actor } = reading
  if (!actor.divisionId) return []
  const [rows, owed, leave, rules] = await Promise.all([
    ask(meetingsThatAsk(reading, date)),
    ask(openActionItemsOf(db, actor, horizonOf(date))),
    ask(awayOn(db, date).select('portion').where('personId', '=', actor.id).where('kind', '=', 'leave')),
    rulesOf,
  ])
  const isOff = ({ startsAt }: Row) =>
    leave.some(({ portion }) => portion === 'full' || portion === halfOf(startsAt))
  return [
    ...rows
      .filter((row) => isToday(row, date) && !isOff(row))
      .map((row) => itemOfToday(row, reading, rules.parametersOn(date))),
    ...rows.flatMap((row) => itemsOfOthers(row, rules.calendar, rules.parametersOn(date))),
    ...owed.map((item) => ({
      key: `action:${item.id}`,
      kind: 'action_item' as const,
      title: `遗留问题：${item.body}`,
      tag: item.carryCount > 0 ? { text: `结转 ${item.carryCount} 次`, tone: 'amber' as const } : null,
      facts: `${item.meetingNumber} ${item.meetingTitle}`,
      clause: '四.1.1)①',
      dueAt: endOfDay(item.dueOn),
      action: { label: '处理', to: `/meetings/action-items?open=${item.id}`, urge: null },
    })),
  ]
}

/** Today's meetings on the rail. */
export const meetingPoints = (items: readonly Item[], date: string): OnServer<RailPoint>[] =>
  items
    .filter(({ key, dueAt }) => key.startsWith('meeting:') && shanghaiDate(dueAt) === date)
    .map(({ key, title, dueAt, action }) => ({
      ...{ key, at: dueAt, tone: 'brand' as const, to: action.to },
      label: title.split('，')[0] ?? title,
    }))

interface Row {
  id: string
  number: string
  kind: MeetingKind
  form: MeetingForm | null
  state: MeetingState
  title: string
  place: string | null
  startsAt: Date
  endedAt: Date | null
  agendaBuiltAt: Date | null
  clauses: string[]
  writerName: string | null
  ownState: string | null
  minutesDueAt: Date | null
  minutesConfirmedAt: Date | null
  clausesConfirmedAt: Date | null
}

const isToday = (row: Row, date: string) =>
  (row.state === 'planned' || row.state === 'running') &&
  shanghaiDate(row.startsAt) === date &&
  (row.kind === 'regular' || row.ownState !== null)

function meetingsThatAsk({ db, actor }: Asking, date: string) {
  const keeps = actor.role === 'dm' || actor.role === 'oa'
  return visibleMeetings(db, actor)
    .leftJoin('people as writer', 'writer.id', 'meetings.createdBy')
    .leftJoin('meetingAttendees as own', (join) =>
      join.onRef('own.meetingId', '=', 'meetings.id').on('own.personId', '=', actor.id),
    )
    .select(['meetings.id', 'number', 'title', 'place', 'startsAt', 'endedAt', 'agendaBuiltAt', 'clauses'])
    .select(['writer.name as writerName', 'own.state as ownState'])
    .select(['own.minutesDueAt', 'own.minutesConfirmedAt', 'own.clausesConfirmedAt'])
    .select((row) => [
      row.ref('meetings.kind').$castTo<MeetingKind>().as('kind'), // meetings_kind_known
      row.ref('meetings.form').$castTo<MeetingForm | null>().as('form'), // meetings_form_known
      row.ref('meetings.state').$castTo<MeetingState>().as('state'), // meetings_state_known
    ])
    .where('meetings.startsAt', '>=', atShanghai(addDays(date, -60), '00:00'))
    .where((row) =>
      row.or([
        row.and([
          row('meetings.state', 'in', ['planned', 'running']),
          row('meetings.startsAt', '>=', atShanghai(date, '00:00')),
          row('meetings.startsAt', '<', endOfDay(date)),
        ]),
        row.and([row('own.minutesDueAt', 'is not', null), row('own.minutesConfirmedAt', 'is', null)]),
        row.and([
          row('meetings.form', '=', 'policy'),
          row('meetings.state', 'in', ['running', 'ended', 'published']),
          row('own.personId', 'is not', null),
          row('own.clausesConfirmedAt', 'is', null),
        ]),
        ...(actor.role === 'dm' ? [row('meetings.state', '=', 'proposed')] : []),
        ...(keeps ? [row('meetings.state', '=', 'ended')] : []),
      ]),
    )
    .orderBy('meetings.startsAt')
    .limit(50)
}

function itemOfToday(row: Row, { actor, now }: Asking, parameters: Parameters): Item {
  const running = row.state === 'running'
  const convenes = actor.role === 'dm' || actor.role === 'oa'
  const made = row.agendaBuiltAt !== null || row.kind === 'occasional'
  const agenda = made ? '议程已生成' : `${shanghaiTime(agendaAt(row.startsAt, parameters))} 生成议程`
  return {
    key: `meeting:${row.id}`,
    kind: 'meeting',
    title: `${row.title}，${shanghaiTime(row.startsAt)}`,
    tag: running ? { text: '进行中', tone: 'brand' } : null,
    facts: [row.number, row.place, agenda].filter(Boolean).join('，'),
    clause: meetingClause(row.kind, row.form),
    // Once it should have begun it is not late: it runs, or is about to.
    dueAt: row.startsAt > now ? row.startsAt : endOfDay(shanghaiDate(now)),
    action: {
      label: running && row.ownState === 'invited' ? '签到' : convenes && made ? '开会' : '看议程',
      to: convenes && made ? `${linkTo(row.id)}/live` : linkTo(row.id),
      urge: null,
      soft: true,
    },
  }
}

function itemsOfOthers(row: Row, calendar: WorkCalendar, parameters: Parameters): Item[] {
  const { id, number, title, state, form } = row
  const common = { tag: null, facts: `${number} ${title}`, clause: meetingClause(row.kind, form) }
  const to = linkTo(id)
  const withinDays = (from: Date, days: number) =>
    endOfDay(addWorkingDays(calendar, shanghaiDate(from), days))
  const items: Item[] = []
  if (state === 'published' && row.minutesDueAt && !row.minutesConfirmedAt)
    items.push({
      ...{ ...common, key: `minutes:${id}`, kind: 'minutes', title: '您没有到会，请看纪要并确认' },
      ...{ dueAt: row.minutesDueAt, action: { label: '确认', to, urge: null } },
    })
  if (
    form === 'policy' &&
    state !== 'planned' &&
    row.ownState !== null &&
    !row.clausesConfirmedAt &&
    state !== 'proposed'
  )
    items.push({
      ...{
        ...common,
        key: `clauses:${id}`,
        kind: 'minutes',
        title: `确认所贯彻的条款：${row.clauses.join('、')}`,
      },
      dueAt: withinDays(row.startsAt, parameters['meeting.confirmWD']),
      action: { label: '确认', to, urge: null },
    })
  if (state === 'proposed')
    items.push({
      ...{ ...common, key: `proposal:${id}`, kind: 'decision' },
      title: `${row.writerName ?? ''}提议开${form ? occasionalMeetingForms[form] : '会'}`,
      facts: `${title}，${dateTimeWithWeekday(row.startsAt)}`,
      ...{ dueAt: row.startsAt, action: { label: '决定', to, urge: null } },
    })
  if (state === 'ended')
    items.push({
      ...{ ...common, key: `publish:${id}`, kind: 'minutes', title: '整理并发布会议纪要' },
      dueAt: withinDays(row.endedAt ?? row.startsAt, parameters['meeting.minutesWD']),
      action: { label: '发布', to, urge: null, soft: true },
    })
  return items
}
