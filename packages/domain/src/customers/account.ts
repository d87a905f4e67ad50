import { codesOf } from '../codes.ts'

/** 六.2.3)② demands a customer status but names no values; these are the default dictionary. */
export const accountStatusLabel = {
  potential: '潜在',
  contacting: '接触中',
  interested: '意向',
  project: '项目跟进',
  cooperating: '已合作',
  dormant: '休眠',
  lost: '流失',
} as const
export type AccountStatus = keyof typeof accountStatusLabel
export const accountStatuses = codesOf(accountStatusLabel)

export const accountTypeLabel = {
  provincial_grid: '省供电公司',
  city_grid: '市供电公司',
  county_grid: '县供电公司',
  power_plant: '发电厂',
  design_institute: '电力设计院',
  construction: '电力建设',
  dispatch: '调度/电科院',
  materials: '物资/集体企业',
  other: '其他',
} as const
export type AccountType = keyof typeof accountTypeLabel
export const accountTypes = codesOf(accountTypeLabel)

/** 六.2.3)① names the first two. */
export const accountSourceLabel = {
  phone: '电话开发',
  first_visit: '初次拜访',
  referral: '转介绍',
  tender: '招标信息',
  exhibition: '展会',
  import: '导入',
} as const
export type AccountSource = keyof typeof accountSourceLabel
export const accountSources = codesOf(accountSourceLabel)
