import { type TodayGroup, type TodayItem, todayGroups } from '@zhuowei/contract/today.ts'

export const groupTitle: Record<TodayGroup, string> = {
  soon: '30 分钟内',
  save: '还能计上',
  overdue: '已逾期',
  today: '今天',
  week: '本周',
  next: '下周',
  later: '之后',
}

type Kind = TodayItem['kind']

/** What the list can be narrowed to. */
export const filters = [
  { value: 'all', label: '全部', kinds: [] as readonly Kind[] },
  { value: 'reports', label: '汇报', kinds: ['own_report'] as readonly Kind[] },
  { value: 'team', label: '没交', kinds: ['team_reports'] as readonly Kind[] },
  { value: 'decisions', label: '待核对', kinds: ['decision'] as readonly Kind[] },
  {
    value: 'customers',
    label: '客户',
    kinds: [
      'next_step',
      'planned_visit',
      'update_owed',
      'grade_change',
      'feedback',
      'maintenance',
      'export',
    ] as readonly Kind[],
  },
  {
    value: 'tasks',
    label: '任务',
    kinds: ['task', 'verbal_report', 'suggestion', 'attendance'] as readonly Kind[],
  },
  { value: 'complaints', label: '投诉', kinds: ['complaint'] as readonly Kind[] },
  {
    value: 'meetings',
    label: '会议',
    kinds: ['meeting', 'minutes', 'action_item', 'support_request'] as readonly Kind[],
  },
] as const
export type Filter = (typeof filters)[number]['value']

/** The groups that have rows, in their order. */
export function groupsOf(items: readonly TodayItem[]): [TodayGroup, TodayItem[]][] {
  return todayGroups.flatMap((group): [TodayGroup, TodayItem[]][] => {
    const rows = items.filter((item) => item.group === group)
    return rows.length > 0 ? [[group, rows]] : []
  })
}
