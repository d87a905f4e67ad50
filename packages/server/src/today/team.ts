import type { OnServer } from '@zhuowei/contract/kernel.ts'
import type { Today } from '@zhuowei/contract/today.ts'
import { atShanghai, shanghaiDate, shanghaiTime } from '@zhuowei/domain/calendar/dates.ts'
import { shortDate } from '@zhuowei/domain/calendar/wording.ts'
import type { Role } from '@zhuowei/domain/organisation/roles.ts'
import { countsAsFiled, stateLabel } from '@zhuowei/domain/reports/timeliness.ts'
import { decidable, type OpenRow, openRows } from '../compliance/open-rows.ts'
import type { DivisionRules } from '../obligations/rules.ts'
import type { Actor } from '../platform/actor.ts'
import type { Reading } from '../platform/http/implement.ts'
import { handsReportsTo } from '../reports/access.ts'
import { latestUnread } from '../reports/stream.ts'
import type { Item } from './items.ts'
import type { Concerns } from './sentence.ts'

/** The reports that are handed to this person, as far as something is to be done about them. */
export interface Team {
  rows: OpenRow[]
  /** 未填 and special reasons that wait for his decision, as 合规 lists them. */
  decisions: (OpenRow & { until: Date })[]
  /** By day: when all who still owe were last urged. */
  urgedAt: ReadonlyMap<string, Date>
}

export const noTeam: Team = { rows: [], decisions: [], urgedAt: new Map() }

/** The rules of the own division are on their way already. */
export async function teamOf(reading: Reading, own: Promise<DivisionRules>): Promise<Team> {
  const { actor, now } = reading
  const rows = await openRows(reading, { divisionId: actor.divisionId, roles: handsReportsTo(actor) })
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
  const days = [...new Set(missed.map(({ onDate }) => onDate.slice(5)))].join('、')
  return {
    text: `${missed.length} 人未填（${days}）`,
    names: namesOf(missed),
    to: missed.length === 1 ? storyPath(first, actor) : '/reports/compliance',
  }
}

/**
 * 谁没交: the day in its grace period, then the day whose grace ended today, and from the end of work the day itself. Before that
 * nobody is late.
 */
export function owingOf(team: Team, today: string, now: Date, offWork: Date): OnServer<Today>['owing'] {
  const inGrace = team.rows.find(({ state, dueAt }) => state === 'pending' && dueAt <= now)
  const missed = freshlyMissed(team, today)[0]
  const date = inGrace?.onDate ?? missed?.onDate ?? (now >= offWork ? today : null)
  const day = team.rows.filter(
    ({ onDate, state }) => onDate === date && state !== 'exempt' && state !== 'waived',
  )
  const [first] = day
  if (!first) return null
  return {
    date: first.onDate,
    graceAt: first.graceAt,
    expected: day.length,
    filed: day.filter(({ state }) => countsAsFiled(state)).length,
    people: day
      .filter(({ state }) => !countsAsFiled(state))
      .map(({ personId, name, region, state }) => ({ id: personId, name, region, state })),
    canUrge: day.some(({ state }) => state === 'pending'),
    urgedAt: team.urgedAt.get(first.onDate) ?? null,
  }
}

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
function storyPath(
  { personId, onDate, divisionId }: Pick<OpenRow, 'personId' | 'onDate' | 'divisionId'>,
  actor: Actor,
): string {
  const division = actor.divisionId === null ? `&divisionId=${divisionId}` : ''
  return `/reports/compliance?person=${personId}&date=${onDate}${division}`
}

function pendingItems(rows: readonly OpenRow[], urgedAt: Team['urgedAt'], today: string, now: Date): Item[] {
  const pending = rows.filter(({ state, dueAt }) => state === 'pending' && dueAt <= now)
  return [...Map.groupBy(pending, ({ onDate }) => onDate)].map(([date, owing]) => {
    const urged = urgedAt.get(date)
    const told = urged ? `${shanghaiTime(urged)} 已催，${owing.length} 人；` : ''
    return {
      key: `team:${date}`,
      kind: 'team_reports' as const,
      title: `${owing.length} 人日报未交（${shortDate(date, today)}）`,
      tag: null,
      facts: `${namesOf(owing)}；${told}过时以没填计`,
      clause: '五.1.3)②',
      dueAt: owing[0]?.graceAt ?? now,
      action: urged
        ? { label: '看名单', to: '/reports/team', urge: null, soft: true }
        : { label: '催办', to: '/reports/compliance', urge: date },
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
    title: `${row.name} ${shortDate(row.onDate, today)}日报`,
    tag: {
      text: stateLabel[row.state].replace(/（.*）/, ''),
      tone: row.state === 'excused_late' ? ('amber' as const) : ('red' as const),
    },
    facts:
      row.state === 'excused_late' ? '宽限期内提交；理由不成立的以没填计' : '以没填计；可以豁免，或维持未填',
    clause: '五.1.3)②',
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
  const days = Map.groupBy(owing, ({ onDate }) => onDate)
  return new Map(
    [...days].flatMap(([date, people]) => {
      const last = people.map(({ personId }) =>
        Math.max(
          ...told
            .filter((row) => row.personId === personId && row.dedupeKey?.includes(date))
            .map(({ createdAt }) => createdAt.getTime()),
        ),
      )
      const at = Math.min(...last)
      return now.getTime() - at < urgeAgainAfter ? [[date, new Date(at)] as const] : []
    }),
  )
}

const urgeAgainAfter = 60 * 60_000
