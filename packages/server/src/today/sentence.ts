import type { OnServer } from '@zhuowei/contract/kernel.ts'
import type { Today } from '@zhuowei/contract/today.ts'
import type { Role } from '@zhuowei/domain/organisation/roles.ts'

type Part = Today['sentence'][number]

interface State {
  items: readonly OnServer<Today>['items'][number][]
  unread: number
  system: OnServer<Today>['system']
  role: Role
}

/** The one line under the title, as a colleague would say it: what presses first. */
export function sentenceOf({ items, unread, system, role }: State, now: Date): Part[] {
  const clauses = [
    ...pressing(items, now),
    ...overdue(items),
    ...steps(items),
    ...(unread > 0 ? [[plain(`${unread >= 100 ? '99+' : unread} 篇汇报未读`)]] : []),
    ...systemParts(system),
  ]
  if (clauses.length === 0) return [plain(role === 'adm' ? '系统正常，没有待办。' : '今天没有到期的事。')]
  return clauses.flatMap((parts, index) => [...parts, plain(index === clauses.length - 1 ? '。' : '；')])
}

function pressing(items: State['items'], now: Date): Part[][] {
  const soon = items.filter(({ group }) => group === 'soon')
  const [first] = soon
  if (!first) {
    const today = items.filter(({ group, kind }) => group === 'today' && kind === 'own_report').length
    return today > 0 ? [[plain(`今天有 ${today} 份日报要交`)]] : []
  }
  const minutes = Math.max(1, Math.ceil((first.dueAt.getTime() - now.getTime()) / 60_000))
  const own = soon.filter(({ kind }) => kind === 'own_report').length
  const others = soon.find(({ kind }) => kind === 'team_reports')
  return [
    ...(own > 0
      ? [[plain(`先交 ${own} 份日报，`), { text: `剩 ${minutes} 分钟`, tone: 'amber' as const }]]
      : []),
    ...(others
      ? [
          [
            plain(`${others.title.split('日报')[0]}没交，`),
            { text: `${minutes} 分钟后以没填计`, tone: 'amber' as const },
          ],
        ]
      : []),
  ]
}

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
