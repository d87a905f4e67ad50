import type { PlainDate } from '@zhuowei/domain/calendar/dates.ts'
import type { Role } from '@zhuowei/domain/organisation/roles.ts'

export type RegionCode = 'YL' | 'LH' | 'SY' | 'JT'

export interface Member {
  name: string
  role: Role
  employeeNo: string
  entry: PlainDate
  /** Written in the story's own calendar when it lies inside the quarter. */
  leaving?: PlainDate
  region?: RegionCode
  attendanceClerk?: true
  /** Who reads this person's reports (二.1). */
  manager: Username | null
}

/** Twelve people named after electrical units, and the two who stand outside the division (§7). */
export const cast = {
  lin: { name: '林总', role: 'gm', employeeNo: 'ZW001', entry: '2015-03-02', manager: null },
  admin: { name: '系统管理员', role: 'adm', employeeNo: 'ZW002', entry: '2018-07-02', manager: null },
  anpeizhi: { name: '安培之', role: 'dm', employeeNo: 'ZW011', entry: '2017-04-10', manager: 'lin' },
  fute: {
    name: '傅特',
    role: 'spm',
    employeeNo: 'ZW012',
    entry: '2018-03-05',
    region: 'YL',
    manager: 'anpeizhi',
  },
  oumu: {
    name: '欧牧',
    role: 'spm',
    employeeNo: 'ZW013',
    entry: '2018-09-03',
    region: 'LH',
    manager: 'anpeizhi',
  },
  jiaoer: {
    name: '焦尔',
    role: 'pm',
    employeeNo: 'ZW015',
    entry: '2021-06-15',
    region: 'YL',
    manager: 'anpeizhi',
  },
  walan: {
    name: '瓦澜',
    role: 'pm',
    employeeNo: 'ZW016',
    entry: '2022-03-01',
    region: 'YL',
    manager: 'anpeizhi',
  },
  weibo: {
    name: '韦博',
    role: 'pm',
    employeeNo: 'ZW017',
    entry: '2020-08-17',
    region: 'LH',
    manager: 'anpeizhi',
  },
  gaosi: {
    name: '高思',
    role: 'pm',
    employeeNo: 'ZW018',
    entry: '2023-02-13',
    region: 'LH',
    manager: 'anpeizhi',
  },
  hezhi: {
    name: '何之',
    role: 'pm',
    employeeNo: 'ZW019',
    entry: '2019-05-06',
    region: 'SY',
    manager: 'anpeizhi',
  },
  kulun: {
    name: '库伦',
    role: 'pm',
    employeeNo: 'ZW020',
    entry: '2022-09-01',
    leaving: '2026-10-30',
    region: 'SY',
    manager: 'anpeizhi',
  },
  fale: {
    name: '法乐',
    role: 'pm',
    employeeNo: 'ZW023',
    entry: '2026-09-14',
    region: 'JT',
    manager: 'anpeizhi',
  },
  hengli: { name: '亨礼', role: 'oa', employeeNo: 'ZW021', entry: '2019-11-04', manager: 'anpeizhi' },
  ximeng: {
    name: '西蒙',
    role: 'oa',
    employeeNo: 'ZW022',
    entry: '2021-03-22',
    attendanceClerk: true,
    manager: 'anpeizhi',
  },
} as const satisfies Record<string, Omit<Member, 'manager'> & { manager: string | null }>

export type Username = keyof typeof cast

// Object.keys forgets the key type of a literal table.
export const usernames = Object.keys(cast) as Username[]
export const member = (username: Username): Member => cast[username]

/** Who visits customers; everybody of the division writes reports. */
export const sellers = usernames.filter((username) => ['spm', 'pm'].includes(cast[username].role))
export const reporters = usernames.filter((username) => !['gm', 'adm'].includes(cast[username].role))

export const demoPassword = 'demo-zhuowei'
export const demoDivision = '电力事业部'
