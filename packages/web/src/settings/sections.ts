import type { Access } from '@zhuowei/contract/access.ts'

export interface SettingsSection {
  path: string
  label: string
  /** What is done there, for the list on the phone. */
  note: string
  /** Absent when every signed-in person has it. */
  right?: Access
  /** For a page with several ways in: one of these is enough. */
  anyRight?: readonly Access[]
  /** Who may also change something there, and what. */
  more?: { right: Access; note: string }
}

const all: readonly SettingsSection[] = [
  { path: '/settings/account', label: '我的账号', note: '密码、登录着的设备、保密承诺' },
  { path: '/settings/reminders', label: '提醒方式', note: '邮件、设备推送、免打扰时间' },
  {
    path: '/settings/people',
    label: '人员',
    note: '通讯录：电话、岗位、片区',
    right: 'people.read',
    more: { right: 'people.write', note: '通讯录、入职、离职交接' },
  },
  {
    path: '/settings/organisation',
    label: '事业部与片区',
    note: '看片区和片区经理',
    right: 'people.read',
    more: { right: 'people.write', note: '建立、改名，指定片区经理' },
  },
  {
    path: '/settings/calendar',
    label: '工作日历',
    note: '看工作日、休息日、调休',
    more: { right: 'calendar.write', note: '改工作日、休息日、调休，导入下一年' },
  },
  {
    path: '/settings/personal-requests',
    label: '个人信息请求',
    note: '本人要求查阅、更正、删除',
    right: 'personal_requests.read',
  },
  {
    path: '/settings/channels',
    label: '外发渠道',
    note: '群里收什么',
    anyRight: ['channels.configure', 'channels.assign'],
    more: { right: 'channels.configure', note: '邮件服务器、群机器人、投递记录' },
  },
  { path: '/settings/audit', label: '审计', note: '登录、查看、修改的记录', right: 'audit.read' },
]

/** The sections that this person may use, of the pages that exist. */
export function visibleSections(
  rights: readonly string[],
  existing: (path: string) => boolean,
): readonly SettingsSection[] {
  return all
    .filter(({ path, right, anyRight = right && [right] }) =>
      existing(path) ? !anyRight || anyRight.some((one) => rights.includes(one)) : false,
    )
    .map((section) =>
      section.more && rights.includes(section.more.right) ? { ...section, note: section.more.note } : section,
    )
}
