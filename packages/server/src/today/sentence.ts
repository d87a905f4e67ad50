import type { OnServer } from '@zhuowei/contract/kernel.ts'
import type { Today, WeekNumber } from '@zhuowei/contract/today.ts'
import type { Role } from '@zhuowei/domain/organisation/roles.ts'

type Part = Today['sentence'][number]

/** The parts that only some positions have. */
export interface Concerns {
  /** Became 未填 this morning and waits for a decision. */
  missed: { text: string; names: string; to: string } | null
  numbers: readonly WeekNumber[] | null
  start: OnServer<Today>['start']
}

interface State extends Concerns {
  items: readonly OnServer<Today>['items'][number][]
  unread: number
  system: OnServer<Today>['system']
  role: Role
}

/** The one line under the title, as a colleague would say it: what presses first. */
export function sentenceOf(
  { items, unread, system, role, missed, numbers, start }: State,
  now: Date,
): Part[] {
  const clauses = [
    ...pressing(items, now),
    ...(missed
      ? [[{ text: missed.text, tone: 'red' as const, to: missed.to }, plain(`：${missed.names}`)]]
      : []),
    ...outOfLine(numbers),
    ...firstSteps(start),
    ...overdue(items),
    ...steps(items),
    ...(unread > 0 ? [[plain(`${unread >= 100 ? '99+' : unread} 篇汇报未读`)]] : []),
    ...systemParts(system),
  ]
  if (clauses.length === 0) return [plain(quiet[role] ?? '今天没有到期的事。')]
  return clauses.flatMap((parts, index) => [...parts, plain(index === clauses.length - 1 ? '。' : '；')])
}

const quiet: Partial<Record<Role, string>> = {
  adm: '系统正常，没有待办。',
  gm: '近 7 天各项都不比前一周差。',
}

/** 总经理's minute: only what is worse than the week before. */
function outOfLine(numbers: Concerns['numbers']): Part[][] {
  const of = (key: string) => numbers?.find((number) => number.key === key)
  const [rate, missed, visits, silent] = [of('rate'), of('missed'), of('visits'), of('silent_a')]
  const parts: Part[][] = []
  if (rate && isWorse(rate, 0.01)) {
    const drop = ((rate.before ?? 0) - (rate.value ?? 0)) * 100
    const now = `合规率 ${((rate.value ?? 0) * 100).toFixed(1)}%，`
    parts.push([plain(now), { text: `比前一周低 ${drop.toFixed(1)}`, tone: 'red', to: rate.to }])
  }
  if (missed?.value)
    parts.push([{ text: `${missed.value} 份汇报未填`, tone: 'red', to: missed.to }, plain(changeOf(missed))])
  if (visits && isWorse(visits, (visits.before ?? 0) * 0.2))
    parts.push([{ text: `拜访 ${visits.value} 次`, tone: 'amber', to: visits.to }, plain(changeOf(visits))])
  if (silent?.value)
    parts.push([{ text: `${silent.value} 家 A 级客户 30 天没有往来`, tone: 'none', to: silent.to }])
  return parts
}

const isWorse = ({ value, before }: WeekNumber, by: number) =>
  value !== null && before !== null && before - value > by

const changeOf = ({ value, before }: WeekNumber) =>
  value === null || before === null || value === before
    ? ''
    : `（比前一周${value > before ? '多' : '少'} ${Math.abs(value - before)}）`

function firstSteps(start: Concerns['start']): Part[][] {
  const next = start?.find(({ done }) => !done)
  return next ? [[plain(`系统刚装好，接下来：${next.title}`)]] : []
}

function pressing(items: State['items'], now: Date): Part[][] {
  const soon = items.filter(({ group }) => group === 'soon')
  const [first] = soon
  if (!first) {
    const today = items.filter(({ group, kind }) => group === 'today' && kind === 'own_report').length
    const what = items.every((item) => item.kind !== 'own_report' || isDaily(item)) ? '日报' : '汇报'
    return today > 0 ? [[plain(`今天有 ${today} 份${what}要交`)]] : []
  }
  const minutes = Math.max(1, Math.ceil((first.dueAt.getTime() - now.getTime()) / 60_000))
  const mine = soon.filter(({ kind }) => kind === 'own_report')
  const own = mine.length
  const what = mine.every(isDaily) ? '日报' : '汇报'
  const others = soon.find(({ kind }) => kind === 'team_reports')
  return [
    ...(own > 0
      ? [[plain(`先交 ${own} 份${what}，`), { text: `剩 ${minutes} 分钟`, tone: 'amber' as const }]]
      : []),
    ...(others
      ? [
          [
            plain(`${/^\d+ 人/.exec(others.title)?.[0] ?? ''}没交，`),
            { text: `${minutes} 分钟后以没填计`, tone: 'amber' as const },
          ],
        ]
      : []),
  ]
}

/** The keys of daily reports name a day. */
const isDaily = ({ key }: State['items'][number]) => /^\w+:\d{4}-/.test(key)

function overdue(items: State['items']): Part[][] {
  const late = items.filter(({ group }) => group === 'overdue').length
  return late > 0 ? [[{ text: `${late} 项逾期`, tone: 'red' }]] : []
}

function steps(items: State['items']): Part[][] {
  const today = items.filter(({ kind, group }) => kind === 'next_step' && group === 'today').length
  return today > 0 ? [[plain(`今天 ${today} 个下一步`)]] : []
}

function systemParts(system: State['system']): Part[][] {
  if (!system) return []
  return [
    ...(system.calendarYear
      ? [[{ text: `${system.calendarYear} 年工作日历还没有官方数据`, tone: 'amber' as const }]]
      : []),
    ...(system.failedSignIns > 0 ? [[plain(`一天内登录失败 ${system.failedSignIns} 次`)]] : []),
  ]
}

const plain = (text: string): Part => ({ text, tone: 'none' })
