import type { AccountType } from '@zhuowei/domain/customers/account.ts'
import type { DeptKind, PersonKind, PersonLevel, PurchaseRole } from '@zhuowei/domain/customers/contact.ts'

export interface Post {
  position: string
  department: string
  departmentKind: DeptKind
  level: PersonLevel
  personKind: PersonKind
  purchaseRoles: PurchaseRole[]
}

const post = (
  position: string,
  department: string,
  departmentKind: DeptKind,
  level: PersonLevel,
  personKind: PersonKind,
  ...purchaseRoles: PurchaseRole[]
): Post => ({ position, department, departmentKind, level, personKind, purchaseRoles })

const gridPosts: readonly Post[] = [
  post('信通公司主任', '信通公司', 'using', 'middle', 'manager', 'influencer', 'specifier'),
  post('调控中心副主任', '调控中心', 'using', 'middle', 'manager', 'influencer', 'specifier'),
  post('信息专责', '信通公司', 'using', 'base', 'user', 'user'),
  post('物资部采购专责', '物资部', 'purchasing', 'base', 'buyer', 'timing'),
  post('副总经理', '公司领导', 'supporting', 'senior', 'leader', 'decider'),
  post('自动化班班长', '调控中心', 'using', 'base', 'user', 'influencer'),
  post('办公室主任', '办公室', 'supporting', 'middle', 'manager'),
  post('物资部主任', '物资部', 'purchasing', 'middle', 'manager', 'terms'),
  post('财务部资金专责', '财务部', 'supporting', 'base', 'manager', 'budget'),
]

const countyPosts: readonly Post[] = [
  post('信息运维班班长', '信息运维班', 'using', 'base', 'user', 'user'),
  post('综合部主任', '综合部', 'purchasing', 'middle', 'buyer', 'terms'),
  post('副经理', '公司领导', 'supporting', 'senior', 'leader', 'decider'),
  post('调度班班长', '调控分中心', 'using', 'base', 'user', 'influencer'),
  post('运检部主任', '运维检修部', 'using', 'middle', 'manager', 'influencer', 'specifier'),
  post('财务专责', '财务部', 'supporting', 'base', 'manager', 'budget'),
]

const plantPosts: readonly Post[] = [
  post('信息中心主管', '信息中心', 'using', 'base', 'user', 'user'),
  post('设备部主任', '设备部', 'using', 'middle', 'manager', 'influencer', 'specifier'),
  post('总工程师', '厂领导', 'supporting', 'senior', 'leader', 'decider'),
  post('物资部采购员', '物资部', 'purchasing', 'base', 'buyer', 'timing'),
  post('热控专工', '设备部', 'using', 'base', 'user', 'influencer'),
  post('运行部值长', '运行部', 'using', 'base', 'user', 'influencer'),
]

const posts: Record<AccountType, readonly Post[]> = {
  provincial_grid: gridPosts,
  city_grid: gridPosts,
  county_grid: countyPosts,
  power_plant: plantPosts,
  design_institute: [
    post('信息室主任', '信息室', 'using', 'middle', 'manager', 'influencer', 'specifier'),
    post('系统室主设', '系统室', 'using', 'base', 'user', 'influencer'),
    post('副总工程师', '院领导', 'supporting', 'senior', 'leader', 'decider'),
    post('经营部采购主管', '经营部', 'purchasing', 'base', 'buyer', 'timing'),
  ],
  construction: [
    post('安质部主任', '安质部', 'using', 'middle', 'manager', 'influencer', 'specifier'),
    post('物资科科长', '物资科', 'purchasing', 'middle', 'buyer', 'terms'),
    post('分管副总经理', '公司领导', 'supporting', 'senior', 'leader', 'decider'),
    post('项目部信息员', '项目部', 'using', 'base', 'user', 'user'),
  ],
  dispatch: [
    post('自动化科科长', '自动化科', 'using', 'middle', 'manager', 'influencer', 'specifier'),
    post('通信专责', '通信科', 'using', 'base', 'user', 'user'),
    post('中心副主任', '中心领导', 'supporting', 'senior', 'leader', 'decider'),
    post('综合科采购专责', '综合科', 'purchasing', 'base', 'buyer', 'timing'),
  ],
  materials: [
    post('仓储部经理', '仓储部', 'using', 'middle', 'manager', 'influencer', 'specifier'),
    post('采购部主管', '采购部', 'purchasing', 'base', 'buyer', 'timing'),
    post('总经理助理', '公司领导', 'supporting', 'senior', 'leader', 'decider'),
    post('网络管理员', '综合部', 'using', 'base', 'user', 'user'),
  ],
  other: [
    post('网络管理员', '信息科', 'using', 'base', 'user', 'user'),
    post('总务主任', '总务科', 'purchasing', 'middle', 'buyer', 'terms'),
    post('副主任', '中心领导', 'supporting', 'senior', 'leader', 'decider'),
  ],
}

/** Who can be met at a customer of this kind, the person in charge of our subject first. */
export const postsAt = (type: AccountType): readonly Post[] => posts[type]

export const surnames = [
  ...'李王张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡',
]
export const givenNames = [
  ...[
    '建国',
    '志强',
    '海燕',
    '丽华',
    '国栋',
    '晓东',
    '文静',
    '立新',
    '永刚',
    '秀英',
    '明辉',
    '春生',
    '雪梅',
    '卫东',
  ],
  ...[
    '俊杰',
    '雅琴',
    '振华',
    '玉兰',
    '宏伟',
    '小军',
    '静怡',
    '长河',
    '思远',
    '少华',
    '桂芳',
    '天佑',
    '云飞',
    '若溪',
  ],
  ...[
    '嘉树',
    '泽宇',
    '慧敏',
    '光明',
    '向阳',
    '庆丰',
    '怀瑾',
    '亦凡',
    '书恒',
    '念慈',
    '起航',
    '敬之',
    '守业',
    '知秋',
  ],
]

/** How one speaks of somebody: 李主任, 王班长, 赵工. */
export function addressOf(name: string, position: string): string {
  const title = titles.find((word) => position.endsWith(word))
  return `${name.slice(0, 1)}${title ? (short[title] ?? title) : '工'}`
}

const titles = [
  '总经理助理',
  '副总经理',
  '总工程师',
  '副经理',
  '副主任',
  '主任',
  '班长',
  '科长',
  '经理',
  '值长',
]
const short: Record<string, string> = {
  总经理助理: '助理',
  副总经理: '总',
  总工程师: '总工',
  副经理: '经理',
  副主任: '主任',
}
