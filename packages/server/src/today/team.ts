import type { OnServer } from '@zhuowei/contract/kernel.ts'
import type { Today } from '@zhuowei/contract/today.ts'
import { atShanghai, shanghaiDate, shanghaiTime } from '@zhuowei/domain/calendar/dates.ts'
import { shortDate } from '@zhuowei/domain/calendar/wording.ts'
import type { Role } from '@zhuowei/domain/organisation/roles.ts'
import { deadlineClause } from '@zhuowei/domain/reports/kinds.ts'
import { countsAsFiled, stateLabel } from '@zhuowei/domain/reports/timeliness.ts'
import { decidable, type OpenRow, openRows } from '../compliance/open-rows.ts'
import { dutyName, editorPath } from '../obligations/names.ts'
import type { DivisionRules } from '../obligations/rules.ts'
import type { Actor } from '../platform/actor.ts'
import type { Reading } from '../platform/http/implement.ts'
import { handsReportsTo } from '../reports/access.ts'
import { latestUnread } from '../reports/stream.ts'
import type { Asking, Item } from './items.ts'
import type { Concerns } from './sentence.ts'

/** The reports that are handed to this person, as far as something is to be done about them. */
export interface Team {
  rows: OpenRow[]
  /** 未填 and special reasons that wait for his decision, as 合规 lists them. */
  decisions: (OpenRow & { until: Date })[]
  /** By report: when all who still owe it were last urged. */
  urgedAt: ReadonlyMap<string, Date>
}

export const noTeam: Team = { rows: [], decisions: [], urgedAt: new Map() }

/** The rules of the own division are on their way already. */
export async function teamOf(reading: Asking, own: Promise<DivisionRules>): Promise<Team> {
  const { actor, now, ask } = reading
  const handed = { divisionId: actor.divisionId, roles: handsReportsTo(actor) }
  const rows = await openRows(reading, handed, ask)
  const [decisions, urgedAt] = await Promise.all([
    decidable(
      reading,
      rows.filter((row) => row.undecided),
      actor.divisionId === null ? undefined : () => own,
    ),
    lastUrged(
      reading,
      rows.filter(({ state, dueAt }) => state === 'pending' && dueAt <= now),
    ),
  ])
  return { rows, decisions, urgedAt }
}

/** Who still owes inside the grace period, and what waits for a decision. */
export function teamItems(
  { rows, decisions, urgedAt }: Team,
  actor: Actor,
  today: string,
  now: Date,
): Item[] {
  return [...pendingItems(rows, urgedAt, today, now), ...decisionItems(decisions, actor, today)]
}

/** Those whose grace ended today without a report, until somebody decides: their names are the news of the morning. */
function freshlyMissed({ decisions }: Team, today: string) {
  return decisions.filter(
    ({ state, closesAt }) => state !== 'excused_late' && shanghaiDate(closesAt) === today,
  )
}

/** What the page's sentence says of them. */
export function missedSentence(team: Team, { actor }: Reading, date: string): Concerns['missed'] {
  const missed = freshlyMissed(team, date)
  const [first] = missed
  if (!first) return null
  const what = [
    ...new Set(missed.map(({ kind, onDate, subject }) => (kind === 'daily' ? onDate.slice(5) : subject))),
  ]
  const people = new Map(missed.map((row) => [row.personId, row]))
  return {
    text: `${people.size} 人未填（${what.join('、')}）`,
    names: namesOf([...people.values()]),
    to: missed.length === 1 ? storyPath(first, actor) : '/reports/compliance',
  }
}

/**
 * 谁没交: the report in its grace period, the daily one first, then the one whose grace ended today, and from the end of work the
 * daily report of the day itself. Before that nobody is late.
 */
export function owingOf(team: Team, today: string, now: Date, offWork: Date): OnServer<Today>['owing'] {
  const inGrace = team.rows.filter(({ state, dueAt }) => state === 'pending' && dueAt <= now)
  const dailyFirst = (rows: readonly OpenRow[]) => rows.find(({ kind }) => kind === 'daily') ?? rows[0]
  const ofToday = team.rows.find(({ kind, onDate }) => kind === 'daily' && onDate === today)
  const asked =
    dailyFirst(inGrace) ?? dailyFirst(freshlyMissed(team, today)) ?? (now >= offWork ? ofToday : undefined)
  const owed = team.rows.filter(
    (row) => asked && isSamePeriod(row, asked) && row.state !== 'exempt' && row.state !== 'waived',
  )
  const [first] = owed
  if (!first) return null
  return {
    kind: first.kind,
    period: first.periodKey,
    title: dutyName(first, today),
    date: first.onDate,
    graceAt: first.graceAt,
    expected: owed.length,
    filed: owed.filter(({ state }) => countsAsFiled(state)).length,
    people: owed
      .filter(({ state }) => !countsAsFiled(state))
      .map(({ personId, name, region, state }) => ({ id: personId, name, region, state })),
    canUrge: owed.some(({ state }) => state === 'pending'),
    urgedAt: team.urgedAt.get(groupOf(first)) ?? null,
  }
}

const isSamePeriod = (one: OpenRow, other: OpenRow) =>
  one.kind === other.kind && one.periodKey === other.periodKey

/** Both halves of a week are one thing to be urged about, as are all trips that are due on the same day. */
const groupOf = (row: OpenRow) => (row.kind === 'trip' ? `trip ${row.dueAt.toISOString()}` : editorPath(row))

const unreadShown = 6

export async function unreadOf(reading: Reading): Promise<NonNullable<OnServer<Today>['unread']>> {
  const { items, count } = await latestUnread(reading, unreadShown)
  return {
    count,
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

function namesOf(rows: readonly { name: string }[]): string {
  const names = rows.slice(0, 6).map(({ name }) => name)
  return rows.length > names.length ? `${names.join('、')}等 ${rows.length} 人` : names.join('、')
}

/** The story of one cell, in the division that it belongs to. */
function storyPath({ id, kind, personId, onDate, divisionId }: OpenRow, actor: Actor): string {
  const division = actor.divisionId === null ? `&divisionId=${divisionId}` : ''
  if (kind !== 'daily') return `/reports/compliance?obligation=${id}${division}`
  return `/reports/compliance?person=${personId}&date=${onDate}${division}`
}

function pendingItems(rows: readonly OpenRow[], urgedAt: Team['urgedAt'], today: string, now: Date): Item[] {
  const pending = rows.filter(({ state, dueAt }) => state === 'pending' && dueAt <= now)
  return [...Map.groupBy(pending, groupOf)].map(([group, owing]) => {
    const [first] = owing as [OpenRow] // groupBy makes no empty group
    const people = [...new Map(owing.map((row) => [row.personId, row])).values()]
    const urged = urgedAt.get(group)
    const told = urged ? `${shanghaiTime(urged)} 已催，${people.length} 人；` : ''
    return {
      key: first.kind === 'daily' ? `team:${first.onDate}` : `team:${group.slice('/reports/'.length)}`,
      kind: 'team_reports' as const,
      title:
        first.kind === 'daily'
          ? `${people.length} 人日报未交（${shortDate(first.onDate, today)}）`
          : `${people.length} 人未交：${[...new Set(owing.map(({ subject }) => subject))].join('、')}`,
      tag: null,
      facts: `${namesOf(people)}；${told}过时以没填计`,
      clause: deadlineClause[first.kind].grace,
      dueAt: first.graceAt,
      action: urged
        ? { label: '看名单', to: '/reports/team', urge: null, soft: true }
        : {
            label: '催办',
            to: '/reports/compliance',
            urge: { kind: first.kind, period: first.periodKey },
          },
    }
  })
}

// Beyond this the page of 合规 is the better place to work them off.
const decisionsShown = 50

function decisionItems(decisions: Team['decisions'], actor: Actor, today: string): Item[] {
  const byUrgency = decisions.toSorted((one, other) => one.until.getTime() - other.until.getTime())
  const shown = byUrgency.slice(0, decisionsShown).map((row) => ({
    key: `decide:${row.id}`,
    kind: 'decision' as const,
    title: `${row.name} ${dutyName(row, today)}`,
    tag: {
      text: stateLabel[row.state].replace(/（.*）/, ''),
      tone: row.state === 'excused_late' ? ('amber' as const) : ('red' as const),
    },
    facts:
      row.state === 'excused_late' ? '宽限期内提交；理由不成立的以没填计' : '以没填计；可以豁免，或维持未填',
    clause: deadlineClause[row.kind].grace,
    dueAt: row.until,
    action: { label: '核对', to: storyPath(row, actor), urge: null },
  }))
  const rest = byUrgency.slice(decisionsShown)
  const [next] = rest
  if (!next) return shown
  const more = {
    key: 'decide:more',
    kind: 'decision' as const,
    title: `还有 ${rest.length} 份待核对`,
    tag: null,
    facts: namesOf(rest),
    clause: '五.1.3)②',
    dueAt: next.until,
    action: { label: '逐份看', to: '/reports/compliance', urge: null },
  }
  return [...shown, more]
}

/** 催办 reaches everybody who still owes at once, so the oldest message among them is when all were told. */
async function lastUrged(
  { db, now }: Reading,
  owing: readonly OpenRow[],
): Promise<ReadonlyMap<string, Date>> {
  if (owing.length === 0) return new Map()
  const told = await db
    .selectFrom('notifications')
    .select(['personId', 'dedupeKey', 'createdAt'])
    .where('kind', '=', 'urge')
    .where(
      'personId',
      'in',
      owing.map(({ personId }) => personId),
    )
    .where('createdAt', '>=', atShanghai(shanghaiDate(now), '00:00'))
    .execute()
  return new Map(
    [...Map.groupBy(owing, groupOf)].flatMap(([group, people]) => {
      const last = people.map(({ personId, periodKey }) =>
        Math.max(
          ...told
            .filter((row) => row.personId === personId && row.dedupeKey?.includes(periodKey))
            .map(({ createdAt }) => createdAt.getTime()),
        ),
      )
      const at = Math.min(...last)
      return now.getTime() - at < urgeAgainAfter ? [[group, new Date(at)] as const] : []
    }),
  )
}

const urgeAgainAfter = 60 * 60_000
