import type { Access } from '@zhuowei/contract/access.ts'

export interface SettingsSection {
  path: string
  label: string
  /** What is done there, for the list on the phone. */
  note: string
  /** Absent when every signed-in person has it. */
  right?: Access
}

const all: readonly SettingsSection[] = [
  { path: '/settings/account', label: '我的账号', note: '密码、登录着的设备、保密承诺' },
  { path: '/settings/people', label: '人员', note: '通讯录、入职、离职交接', right: 'people.read' },
  { path: '/settings/organisation', label: '事业部与片区', note: '片区和片区经理', right: 'people.read' },
  { path: '/settings/calendar', label: '工作日历', note: '工作日、休息日、调休' },
  { path: '/settings/audit', label: '审计', note: '登录、查看、修改的记录', right: 'audit.read' },
]

/** The sections that this person may use, of the pages that exist. */
export function visibleSections(
  rights: readonly string[],
  existing: (path: string) => boolean,
): readonly SettingsSection[] {
  return all.filter(({ path, right }) => existing(path) && (!right || rights.includes(right)))
}
