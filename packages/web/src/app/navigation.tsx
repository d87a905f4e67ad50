import {
  BankOutlined,
  BookOutlined,
  CalendarOutlined,
  CheckSquareOutlined,
  ClockCircleOutlined,
  FileTextOutlined,
  MessageOutlined,
  RadarChartOutlined,
  ScheduleOutlined,
  SettingOutlined,
  SoundOutlined,
  TeamOutlined,
} from '@ant-design/icons'
import type { Access } from '@zhuowei/contract/access.ts'
import type { ReactNode } from 'react'

export interface NavigationItem {
  path: string
  label: string
  icon: ReactNode
  /** Pinyin and initials, for the palette. */
  pinyin: string
  /** Absent when every signed-in person sees it. */
  right?: Access
  /** For a page with several ways in: one of these is enough. */
  anyRight?: readonly Access[]
}

/** The words of the regulation, in its order; a line stands between the groups. Only items whose route exists are shown. */
export const navigationGroups: readonly (readonly NavigationItem[])[] = [
  [
    { path: '/', label: '今天', pinyin: 'jintian jt', icon: <ClockCircleOutlined /> },
    {
      path: '/reports',
      label: '日常工作',
      pinyin: 'richanggongzuo rcgz',
      icon: <FileTextOutlined />,
      anyRight: ['reports.write', 'reports.team'],
    },
    {
      path: '/tasks',
      label: '任务',
      pinyin: 'renwu rw jiaobanrenwu jbrw daiban db',
      icon: <CheckSquareOutlined />,
      right: 'tasks.read',
    },
    {
      path: '/verbal-reports',
      label: '口头汇报',
      pinyin: 'koutouhuibao kthb wentishijian wtsj',
      icon: <SoundOutlined />,
      right: 'verbal_reports.read',
    },
  ],
  [
    { path: '/customers', label: '客户', pinyin: 'kehu kh', icon: <BankOutlined />, right: 'customers.read' },
    {
      path: '/activities',
      label: '拜访与日程',
      pinyin: 'baifangyuricheng bfyrc',
      icon: <CalendarOutlined />,
      right: 'activities.read',
    },
    {
      path: '/complaints',
      label: '投诉与建议',
      pinyin: 'tousuyujianyi tsyjy',
      icon: <MessageOutlined />,
      right: 'complaints.read',
    },
  ],
  [
    {
      path: '/market/competitors',
      label: '竞争对手',
      pinyin: 'jingzhengduishou jzds',
      icon: <RadarChartOutlined />,
      right: 'competitors.read',
    },
  ],
  [
    {
      path: '/meetings',
      label: '会议与遗留问题',
      pinyin: 'huiyiyuyiliuwenti hyyylwt hy',
      icon: <TeamOutlined />,
      right: 'meetings.read',
    },
    {
      path: '/attendance',
      label: '考勤',
      pinyin: 'kaoqin kq',
      icon: <ScheduleOutlined />,
      right: 'absences.read',
    },
  ],
  [
    { path: '/regulation', label: '制度', pinyin: 'zhidu zd', icon: <BookOutlined /> },
    { path: '/settings', label: '设置', pinyin: 'shezhi sz', icon: <SettingOutlined /> },
  ],
]

/** The groups that this person may see, of the pages that exist. */
export function visibleGroups(rights: readonly string[], existing: (path: string) => boolean) {
  return navigationGroups
    .map((group) => group.filter((item) => existing(item.path) && mayOpen(item, rights)))
    .filter((group) => group.length > 0)
}

function mayOpen({ right, anyRight }: NavigationItem, rights: readonly string[]): boolean {
  if (anyRight) return anyRight.some((one) => rights.includes(one))
  return !right || rights.includes(right)
}
