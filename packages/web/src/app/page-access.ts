import type { Access } from '@zhuowei/contract/access.ts'

interface GuardedPage {
  /** The address, or the beginning of it up to a slash. */
  path: string
  /** One of these is enough. */
  rights: readonly Access[]
  /** Who may, in words. */
  who: string
}

/** Pages that are not for everybody; the longest address that fits decides. */
const guarded: readonly GuardedPage[] = [
  { path: '/reports', rights: ['reports.write', 'reports.team'], who: '事业部人员和总经理' },
  { path: '/reports/team', rights: ['reports.team'], who: '部门经理和总经理' },
  { path: '/reports/compliance', rights: ['compliance.read'], who: '部门经理、综合管理和总经理' },
  { path: '/reports/new', rights: ['reports.write'], who: '要写日报的事业部人员' },
  { path: '/reports/daily', rights: ['reports.write'], who: '要写日报的事业部人员' },
  { path: '/reports/weekly', rights: ['reports.write'], who: '要写周报的事业部人员' },
  { path: '/reports/monthly', rights: ['reports.write'], who: '要写月报的事业部人员' },
  { path: '/reports/trip', rights: ['reports.write'], who: '要写出差报告的事业部人员' },
  { path: '/tasks', rights: ['tasks.read'], who: '事业部人员和总经理' },
  { path: '/verbal-reports', rights: ['verbal_reports.read'], who: '事业部人员和总经理' },
  { path: '/customers', rights: ['customers.read'], who: '事业部人员和总经理' },
  { path: '/customers/new', rights: ['customers.write'], who: '事业部人员' },
  { path: '/customers/import', rights: ['customers.import'], who: '部门经理和综合管理' },
  {
    path: '/customers/exports',
    rights: ['customers.export'],
    who: '部门经理、高级项目主管、综合管理和总经理',
  },
  { path: '/customers/duplicates', rights: ['customers.merge'], who: '部门经理和综合管理' },
  { path: '/customers/merge', rights: ['customers.merge'], who: '部门经理和综合管理' },
  { path: '/activities', rights: ['activities.read'], who: '事业部人员和总经理' },
  { path: '/activities/new', rights: ['activities.write'], who: '事业部人员' },
  { path: '/contacts', rights: ['profiles.read', 'personal_requests.record'], who: '事业部人员' },
  { path: '/complaints', rights: ['complaints.read'], who: '事业部人员和总经理' },
  { path: '/complaints/suggestions', rights: ['suggestions.read'], who: '事业部人员和总经理' },
  {
    path: '/complaints/suggestions/new',
    rights: ['suggestions.record'],
    who: '高级项目主管、项目主管和综合管理',
  },
  { path: '/customers/feedback', rights: ['feedback.read'], who: '事业部人员和总经理' },
  { path: '/customers/feedback/import', rights: ['feedback.write'], who: '事业部人员' },
  { path: '/market/competitors', rights: ['competitors.read'], who: '事业部人员和总经理' },
  { path: '/market/competitors/new', rights: ['competitors.write'], who: '事业部人员' },
  { path: '/meetings', rights: ['meetings.read'], who: '事业部人员和总经理' },
  { path: '/meetings/new', rights: ['meetings.take_part'], who: '事业部人员' },
  { path: '/support-requests', rights: ['support_requests.read'], who: '事业部人员和总经理' },
  { path: '/attendance', rights: ['absences.read'], who: '事业部人员和总经理' },
  { path: '/attendance/new', rights: ['absences.write'], who: '部门经理，部门经理的由总经理' },
  { path: '/attendance/request', rights: ['absences.request'], who: '事业部人员' },
  { path: '/settings/people', rights: ['people.read'], who: '有通讯录权限的人员' },
  { path: '/settings/people/new', rights: ['people.write'], who: '系统管理员' },
  { path: '/settings/organisation', rights: ['people.read'], who: '有通讯录权限的人员' },
  { path: '/settings/calendar/import', rights: ['calendar.write'], who: '综合管理和系统管理员' },
  { path: '/settings/personal-requests', rights: ['personal_requests.read'], who: '部门经理和系统管理员' },
  {
    path: '/settings/channels',
    rights: ['channels.configure', 'channels.assign'],
    who: '系统管理员和部门经理',
  },
  { path: '/settings/audit', rights: ['audit.read'], who: '系统管理员、部门经理和总经理' },
]

/** Who may open this page, when this person may not; null when the page is open to him or nobody's at all. */
export function whoMayOpen(pathname: string, rights: readonly string[]): string | null {
  const page = guarded
    .filter(({ path }) => pathname === path || pathname.startsWith(`${path}/`))
    .toSorted((one, other) => other.path.length - one.path.length)[0]
  if (!page || page.rights.some((right) => rights.includes(right))) return null
  return page.who
}
