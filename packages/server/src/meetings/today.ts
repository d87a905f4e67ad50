import type { OnServer } from '@zhuowei/contract/kernel.ts'
import type { RailPoint } from '@zhuowei/contract/today.ts'
import { addDays, atShanghai, endOfDay, shanghaiDate, shanghaiTime } from '@zhuowei/domain/calendar/dates.ts'
import { dateTimeWithWeekday } from '@zhuowei/domain/calendar/wording.ts'
import { addWorkingDays } from '@zhuowei/domain/calendar/working-days.ts'
import { occasionalMeetingForms } from '@zhuowei/domain/clauses/prescribed.ts'
import { meetingClause } from '@zhuowei/domain/meetings/meeting.ts'
import { agendaAt } from '@zhuowei/domain/meetings/series.ts'
import { loadRules, type Rules } from '../obligations/rules.ts'
import type { Reading } from '../platform/http/implement.ts'
import { horizonOf, type Item } from '../today/items.ts'
import { openActionItemsOf } from './action-items.ts'
import { awayAt } from './away.ts'
import { selectMeetings } from './select-meetings.ts'
import { linkTo } from './telling.ts'

/** What meetings ask of this person: to come today, to confirm, to decide, to put the minutes in order, and his 遗留问题. */
export async function meetingItems(reading: Reading, date: string): Promise<Item[]> {
  const { db, actor, now } = reading
  const { divisionId } = actor
  if (!divisionId) return []
  const [rows, owed, rules] = await Promise.all([
    meetingsThatAsk(reading, date),
    openActionItemsOf(db, actor, horizonOf(date)),
    loadRules(db, divisionId, date),
  ])
  const today = rows.filter(isToday(date))
  const onLeave =
    today.length > 0 && (await awayAt(db, divisionId, today[0]?.startsAt ?? now))(actor.id).away === 'leave'
  return [
    ...(onLeave ? [] : today.map((row) => itemOfToday(row, reading, rules))),
    ...rows.flatMap((row) => itemsOfOthers(row, rules)),
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

type Row = Awaited<ReturnType<typeof meetingsThatAsk>>[number]

const isToday = (date: string) => (row: Row) =>
  (row.state === 'planned' || row.state === 'running') &&
  shanghaiDate(row.startsAt) === date &&
  (row.kind === 'regular' || row.ownState !== null)

function meetingsThatAsk({ db, actor }: Reading, date: string) {
  const keeps = actor.role === 'dm' || actor.role === 'oa'
  return selectMeetings(db, actor)
    .leftJoin('meetingAttendees as own', (join) =>
      join.onRef('own.meetingId', '=', 'meetings.id').on('own.personId', '=', actor.id),
    )
    .select(['own.state as ownState', 'own.minutesDueAt', 'own.minutesConfirmedAt', 'own.clausesConfirmedAt'])
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
    .execute()
}

function itemOfToday(row: Row, { actor, now }: Reading, { parameters }: Rules): Item {
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

function itemsOfOthers(row: Row, { calendar, parameters }: Rules): Item[] {
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
