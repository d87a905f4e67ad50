import type { AccountType } from '@zhuowei/domain/customers/account.ts'

/** What the name says about the kind of customer; the person can choose another. */
export function typeFromName(name: string): AccountType {
  return typeWords.find(([word]) => word.test(name))?.[1] ?? 'other'
}

const typeWords: readonly (readonly [RegExp, AccountType])[] = [
  [/设计院|勘测|咨询院/, 'design_institute'],
  [/调度|电科院|电力科学/, 'dispatch'],
  [/物资|集体|实业|三产/, 'materials'],
  [/建设|施工|安装|工程局|送变电/, 'construction'],
  [/发电|电厂|水电|火电|风电|风力|光伏|电站|风场|核电/, 'power_plant'],
  [/(县|区).*供电/, 'county_grid'],
  [/市.*供电/, 'city_grid'],
  [/省.*(供电|电力|电网)/, 'provincial_grid'],
]
