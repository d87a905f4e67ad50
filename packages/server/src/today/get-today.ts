import type { OnServer } from '@zhuowei/contract/kernel.ts'
import type { RailPoint, Today } from '@zhuowei/contract/today.ts'
import { addDays, atShanghai, mondayOf, shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { resolveParameters } from '@zhuowei/domain/clauses/parameters.ts'
import { reportKindLabel, reportKinds } from '@zhuowei/domain/reports/kinds.ts'
import { approvalItems } from '../approvals/today.ts'
import { absenceItems, attendanceItems } from '../attendance/today.ts'
import { maintenanceItems } from '../background/today.ts'
import { complaintItems } from '../complaints/today.ts'
import { weeklyCompliance } from '../compliance/trends.ts'
import { plannedVisitItems } from '../due-visits/today.ts'
import { exportItems } from '../exports/today.ts'
import { feedbackItems } from '../feedback/today.ts'
import { meetingItems, meetingPoints } from '../meetings/today.ts'
import { type DivisionRules, loadDivisionRules, loadWorkCalendar } from '../obligations/rules.ts'
import { personalRequestItems } from '../personal-requests/today.ts'
import { together } from '../platform/db/together.ts'
import type { Reading } from '../platform/http/implement.ts'
import { recentStrip } from '../reports/recent.ts'
import { suggestionItems } from '../suggestions/today.ts'
import { supportItems } from '../support-requests/today.ts'
import { taskItems } from '../tasks/today.ts'
import { verbalReportItems } from '../verbal-reports/today.ts'
import { dataHygiene } from './counts.ts'
import {
  customersToVisit,
  openGradeChanges,
  ownActivities,
  stepItems,
  updateItems,
  visitPoints,
} from './customers.ts'
import { type Asking, type Item, inOrder } from './items.ts'
import { guidanceFor, ownReports } from './own-reports.ts'
import { sentenceOf } from './sentence.ts'
import { startSteps } from './start.ts'
import { calendarItems, systemStatus } from './system-status.ts'
import { hasTeam, missedSentence, noTeam, owingOf, teamItems, teamOf, unreadOf } from './team.ts'
import { missedLately, weekNumbers } from './week-numbers.ts'

type Page = OnServer<Today>

/** What this person does next, in deadline order, and beside it what his position looks at. One call, its queries in parallel. */
export async function getToday(given: Reading): Promise<Page> {
  const { db, actor, now } = given
  const ask = together(db)
  const reading: Asking = { ...given, ask }
  const { role } = actor
  const date = shanghaiDate(now)
  const writes = actor.divisionId !== null
  const sells = role === 'pm' || role === 'spm' || role === 'dm'
  const team = hasTeam(role)
  const ownRules = rulesFor(reading)
  const [
    rules,
    own,
    activities,
    grades,
    handed,
    unread,
    toVisit,
    guidance,
    recent,
    trend,
    counts,
    numbers,
    missedBy,
    system,
    start,
    absences,
    approvals,
    complaints,
    feedback,
    exportsToDecide,
    planned,
    personal,
    maintenance,
    meetings,
    support,
    tasks,
    verbalReports,
    suggestions,
  ] = await Promise.all([
    ownRules,
    writes ? ownReports(reading, date) : { items: [], exempt: null },
    sells ? ownActivities(reading, date) : { steps: [], updates: [], visits: [] },
    sells ? openGradeChanges(reading, date) : [],
    team ? teamOf(reading, ownRules) : noTeam,
    team ? unreadOf(reading) : null,
    role === 'pm' || role === 'spm'
      ? ownRules.then((rules) => customersToVisit(reading, date, rules.parametersOn(date)))
      : null,
    writes ? guidanceFor(reading, date) : null,
    writes ? recentStrip(db, actor.id, date, now, ask) : null,
    team ? weeklyCompliance(reading, { from: addDays(mondayOf(date), -7 * 10), to: date }, ask) : null,
    role === 'oa' ? dataHygiene(reading, date) : null,
    role === 'gm' ? weekNumbers(reading, date) : null,
    role === 'gm' ? missedLately(reading, date) : null,
    role === 'adm' ? systemStatus(reading, date) : null,
    role === 'adm' ? startSteps(reading, date) : null,
    absenceItems(reading),
    approvalItems(reading, ownRules),
    complaintItems(reading),
    feedbackItems(reading, date, ownRules),
    exportItems(reading),
    plannedVisitItems(reading, date),
    personalRequestItems(reading),
    maintenanceItems(reading, date, ownRules),
    meetingItems(reading, date, ownRules),
    supportItems(reading),
    taskItems(reading, date),
    verbalReportItems(reading),
    suggestionItems(reading),
  ])
  const items = inOrder(
    [
      ...withToday(own.items, rules, date),
      ...teamItems(handed, actor, date, now),
      ...stepItems(activities.steps, date),
      ...updateItems(activities.updates, rules.calendar, rules.parametersOn(date)),
      ...grades,
      ...calendarItems(system),
      ...approvals,
      ...absences,
      ...attendanceItems(actor, rules, date),
      ...feedback,
      ...planned,
      ...maintenance,
      ...tasks,
      ...verbalReports,
      ...complaints,
      ...suggestions,
      ...exportsToDecide,
      ...personal,
      ...meetings,
      ...support,
    ],
    now,
  )
  return {
    now,
    date,
    sentence: sentenceOf(
      {
        ...{ items, system, role, numbers, start },
        unread: unread?.count ?? 0,
        missed: missedSentence(handed, reading, date),
      },
      now,
    ),
    items,
    exempt: own.exempt,
    rail: [
      ...railOf(items, rules, date),
      ...meetingPoints(meetings, date),
      ...visitPoints(activities.visits),
    ],
    owing: owingOf(handed, date, now, atShanghai(date, rules.parametersOn(date)['shift.end'])),
    unread,
    recent,
    toVisit,
    guidance,
    trend,
    counts,
    numbers,
    missedBy,
    system,
    start,
  }
}

/** From its first reminder on, today's report stands among those that can still be saved. */
function withToday(own: readonly Item[], rules: DivisionRules, date: string): Item[] {
  const saveFrom = atShanghai(date, rules.parametersOn(date)['remind.dailyFirst'])
  return own.map((item) => (item.key === `own:${date}` ? { ...item, saveFrom } : item))
}

/** 总经理 and the administrator stand outside the divisions: the calendar is everybody's, the parameters are the defaults. */
async function rulesFor({ db, actor }: Reading): Promise<DivisionRules> {
  if (actor.divisionId) return loadDivisionRules(db, actor.divisionId)
  return { calendar: await loadWorkCalendar(db), parametersOn: (date) => resolveParameters([], date) }
}

function railOf(
  items: readonly Pick<Item, 'key' | 'kind' | 'dueAt' | 'action'>[],
  rules: DivisionRules,
  date: string,
): OnServer<RailPoint>[] {
  const points: OnServer<RailPoint>[] = []
  const grace = items.filter(
    ({ kind, dueAt }) => (kind === 'own_report' || kind === 'team_reports') && shanghaiDate(dueAt) === date,
  )
  const [first] = grace
  if (first)
    points.push({
      key: 'grace',
      at: first.dueAt,
      label: `${graceNames(grace.filter(({ dueAt }) => dueAt.getTime() === first.dueAt.getTime()))}宽限截止`,
      tone: 'amber',
      to: first.action.to,
    })
  if (!rules.calendar.isWorkingDay(date)) return points
  const offWork = atShanghai(date, rules.parametersOn(date)['shift.end'])
  points.push({ key: 'off-work', at: offWork, label: '下班', tone: 'none', to: null })
  const today = items.find(({ key }) => key === `own:${date}`)
  if (today)
    points.push({ key: 'daily', at: today.dueAt, label: '今天日报', tone: 'none', to: today.action.to })
  return points
}

/** 日报 · 日报、周报: whose grace ends together, by the key of its item. */
function graceNames(items: readonly Pick<Item, 'key'>[]): string {
  const kinds = new Set(
    items.map(({ key }) => reportKinds.find((kind) => key.split(/[:/]/)[1] === kind) ?? 'daily'),
  )
  return reportKinds
    .filter((kind) => kinds.has(kind))
    .map((kind) => reportKindLabel[kind])
    .join('、')
}
