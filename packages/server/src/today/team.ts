import type { OnServer } from '@zhuowei/contract/kernel.ts'
import type { Today } from '@zhuowei/contract/today.ts'
import { addDays, endOfDay } from '@zhuowei/domain/calendar/dates.ts'
import { shortDate } from '@zhuowei/domain/calendar/wording.ts'
import type { WorkCalendar } from '@zhuowei/domain/calendar/working-days.ts'
import type { Parameters } from '@zhuowei/domain/clauses/parameters.ts'
import type { Role } from '@zhuowei/domain/organisation/roles.ts'
import {
  countsAsFiled,
  type ReportState,
  stateLabel,
  waiverDeadline,
} from '@zhuowei/domain/reports/timeliness.ts'
import { stateNow } from '../obligations/state.ts'
import type { Reading } from '../platform/http/implement.ts'
import { handsReportsTo } from '../reports/access.ts'
import { regionNames } from '../reports/authors.ts'
import { reportStream } from '../reports/stream.ts'
import { horizonOf, type Item } from './items.ts'

export interface TeamRow {
  personId: string
  name: string
  region: string | null
  onDate: string
  dueAt: Date
  graceAt: Date
  state: ReportState
}

const longestWindow = 30

/** The last weeks of those whose reports come to this person, by day. */
export function teamRows({ db, actor, now }: Reading, today: string): Promise<TeamRow[]> {
  return db
    .selectFrom('obligations')
    .innerJoin('people', 'people.id', 'obligations.personId')
    .select(['personId', 'people.name', 'onDate', 'dueAt', 'graceAt'])
    .select([stateNow(now).as('state'), regionNames.as('region')])
    .where('obligations.kind', '=', 'daily')
    .where('obligations.onDate', '>=', addDays(today, -longestWindow))
    .where('obligations.onDate', '<=', today)
    .where('people.role', 'in', handsReportsTo(actor))
    .$if(actor.role !== 'gm', (query) => query.where('obligations.divisionId', '=', actor.divisionId))
    .where((row) =>
      row.or([
        row('obligations.closesAt', '>=', now),
        row(stateNow(now), 'in', ['missed', 'late_fill']),
        row('obligations.onDate', '=', today),
      ]),
    )
    .orderBy('obligations.onDate')
    .orderBy('people.employeeNo')
    .execute()
}

/** Who still owes inside the grace period, and 未填 that can be waived only this week. */
export function teamItems(
  rows: readonly TeamRow[],
  today: string,
  now: Date,
  rulesOn: { calendar: WorkCalendar; parametersOn(date: string): Parameters },
): Item[] {
  return [...pendingItems(rows, today, now), ...decisionItems(rows, today, now, rulesOn)]
}

export function owingOf(rows: readonly TeamRow[], today: string, now: Date): OnServer<Today>['owing'] {
  const inGrace = rows.find(({ state, dueAt }) => state === 'pending' && dueAt <= now)
  const date = inGrace?.onDate ?? today
  const day = rows.filter(({ onDate, state }) => onDate === date && state !== 'exempt' && state !== 'waived')
  const [first] = day
  if (!first) return null
  return {
    date,
    graceAt: first.graceAt,
    expected: day.length,
    filed: day.filter(({ state }) => countsAsFiled(state)).length,
    people: day
      .filter(({ state }) => !countsAsFiled(state))
      .map(({ personId, name, region, state }) => ({ id: personId, name, region, state })),
    canUrge: day.some(({ state }) => state === 'pending'),
  }
}

export async function unreadOf(reading: Reading): Promise<NonNullable<OnServer<Today>['unread']>> {
  const { items, counts } = await reportStream(reading, { box: 'unread', limit: 5 })
  return {
    count: counts.unread,
    latest: items.map(({ id, author, subject, headline, submittedAt }) => ({
      id,
      author: author.name,
      subject,
      headline,
      submittedAt,
    })),
  }
}

/** 总经理 sees everybody's managers; the manager his staff. */
export const hasTeam = (role: Role): boolean => role === 'gm' || role === 'dm'

function pendingItems(rows: readonly TeamRow[], today: string, now: Date): Item[] {
  const pending = rows.filter(({ state, dueAt }) => state === 'pending' && dueAt <= now)
  return [...Map.groupBy(pending, ({ onDate }) => onDate)].map(([date, owing]) => ({
    key: `team:${date}`,
    kind: 'team_reports' as const,
    title: `${owing.length} 人日报未交（${shortDate(date, today)}）`,
    tag: null,
    facts: `${namesOf(owing)}；过时以没填计`,
    clause: '五.1.3)②',
    dueAt: owing[0]?.graceAt ?? now,
    action: { label: '催办', to: '/reports/compliance', urge: date },
  }))
}

function decisionItems(
  rows: readonly TeamRow[],
  today: string,
  now: Date,
  { calendar, parametersOn }: { calendar: WorkCalendar; parametersOn(date: string): Parameters },
): Item[] {
  const missed = rows.filter(({ state }) => state === 'missed' || state === 'late_fill')
  return [...Map.groupBy(missed, ({ onDate }) => onDate)].flatMap(([date, people]) => {
    const until = waiverDeadline(date, calendar, parametersOn(date))
    if (until < now || until > endOfDay(horizonOf(today))) return []
    return {
      key: `decide:${date}`,
      kind: 'decision' as const,
      title: `${people.length} 份未填待核对（${shortDate(date, today)}）`,
      tag: null,
      facts: people.map(({ name, state }) => `${name} ${stateLabel[state]}`).join('、'),
      clause: '五.1.3)②',
      dueAt: until,
      action: { label: '核对', to: `/reports/compliance?date=${date}`, urge: null },
    }
  })
}

function namesOf(rows: readonly TeamRow[]): string {
  const names = rows.slice(0, 6).map(({ name }) => name)
  return rows.length > names.length ? `${names.join('、')}等 ${rows.length} 人` : names.join('、')
}
