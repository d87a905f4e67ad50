import type { NewContact } from '@zhuowei/contract/contacts.ts'
import type { PlainDate } from '@zhuowei/domain/calendar/dates.ts'
import type { Attitude, RelationshipLevel } from '@zhuowei/domain/customers/contact.ts'
import type { RelationKind } from '@zhuowei/domain/decision-chain/relation.ts'

type Newcomer = Pick<
  NewContact,
  | 'name'
  | 'position'
  | 'phone'
  | 'department'
  | 'departmentKind'
  | 'level'
  | 'personKind'
  | 'purchaseRoles'
  | 'relationship'
  | 'attitude'
>

/** Who comes to the map of the customer that 焦尔 knows best, beside those who are met on visits. */
export const newcomers: readonly Newcomer[] = [
  {
    ...{ name: '许照临', position: '总会计师', phone: '19900009101', department: '公司领导' },
    ...{ departmentKind: 'supporting', level: 'senior', personKind: 'leader', purchaseRoles: ['budget'] },
    ...{ relationship: 'acquainted', attitude: 'neutral' },
  },
  {
    ...{ name: '程慕野', position: '运检部主任', phone: '19900009102', department: '运维检修部' },
    ...{ departmentKind: 'using', level: 'middle', personKind: 'manager', purchaseRoles: ['influencer'] },
    ...{ relationship: 'acquainted', attitude: 'neutral' },
  },
  {
    ...{ name: '顾南乔', position: '信通分中心主任', phone: '19900009103', department: '信通分中心' },
    ...{ departmentKind: 'using', level: 'middle', personKind: 'manager' },
    ...{ purchaseRoles: ['influencer', 'specifier'], relationship: 'acquainted', attitude: 'neutral' },
  },
  {
    ...{ name: '叶疏桐', position: '自动化班技术员', phone: '19900009104', department: '自动化班' },
    ...{ departmentKind: 'using', level: 'base', personKind: 'user', purchaseRoles: ['user'] },
    ...{ relationship: 'none', attitude: 'neutral' },
  },
]

/** By position, the way down first. */
export const relations: readonly {
  from: string
  to: string
  kind: RelationKind
  note: string | null
}[] = [
  { from: '副经理', to: '信通分中心主任', kind: 'directs', note: null },
  { from: '副经理', to: '综合部主任', kind: 'directs', note: null },
  { from: '信通分中心主任', to: '综合部主任', kind: 'cooperates', note: '参与评标' },
  { from: '总会计师', to: '运检部主任', kind: 'close', note: '常商量' },
  { from: '信通分中心主任', to: '信息运维班班长', kind: 'superior', note: null },
  { from: '运检部主任', to: '自动化班技术员', kind: 'superior', note: null },
]

/** Who moved, and when. */
export const moves: readonly {
  position: string
  on: PlainDate
  relationship: RelationshipLevel
  attitude: Attitude
}[] = [
  { position: '副经理', on: '2026-09-15', relationship: 'acquainted', attitude: 'unknown' },
  { position: '信息运维班班长', on: '2026-09-15', relationship: 'familiar', attitude: 'support' },
  { position: '信通分中心主任', on: '2026-10-28', relationship: 'familiar', attitude: 'support' },
  { position: '运检部主任', on: '2026-11-02', relationship: 'acquainted', attitude: 'oppose' },
  { position: '信息运维班班长', on: '2026-11-20', relationship: 'supportive', attitude: 'support' },
]

/** Calls that nobody else's story needs: the 决策人 was reached for the last time 45 days ago. */
export const calls: readonly { position: string; on: PlainDate; content: string; result: string }[] = [
  {
    ...{ position: '副经理', on: '2026-10-09' },
    content: '节后问候，约汇报调度备份方案',
    result: '说近期在省公司开会，月底再联系',
  },
  {
    ...{ position: '运检部主任', on: '2026-11-02' },
    content: '沟通停机窗口和切换方案',
    result: '担心停机窗口不够，不赞成今年做',
  },
  {
    ...{ position: '信通分中心主任', on: '2026-11-18' },
    content: '谈明年试点的范围和驻场人员',
    result: '同意先做自动化班，月底前报计划',
  },
]

export const agreed = '2027 年先在自动化班做调度备份试点，我方派人驻场一个月，效果好再推到全县。'
