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
    ...{ name: '程慕野', position: '调度中心主任', phone: '19900009102', department: '调度中心' },
    ...{ departmentKind: 'using', level: 'middle', personKind: 'manager', purchaseRoles: ['influencer'] },
    ...{ relationship: 'acquainted', attitude: 'neutral' },
  },
  {
    ...{ name: '顾南乔', position: '物资部主任', phone: '19900009103', department: '物资部' },
    ...{ departmentKind: 'purchasing', level: 'middle', personKind: 'buyer', purchaseRoles: ['timing'] },
    ...{ relationship: 'familiar', attitude: 'neutral' },
  },
  {
    ...{ name: '叶疏桐', position: '自动化班技术员', phone: '19900009104', department: '调度中心' },
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
  { from: '副总经理', to: '信通公司主任', kind: 'directs', note: null },
  { from: '副总经理', to: '物资部主任', kind: 'directs', note: null },
  { from: '信通公司主任', to: '物资部主任', kind: 'cooperates', note: '参与评标' },
  { from: '总会计师', to: '调度中心主任', kind: 'close', note: '常商量' },
  { from: '信通公司主任', to: '信息专责', kind: 'superior', note: null },
  { from: '调度中心主任', to: '自动化班技术员', kind: 'superior', note: null },
]

/** Who moved, and when. */
export const moves: readonly {
  position: string
  on: PlainDate
  relationship: RelationshipLevel
  attitude: Attitude
}[] = [
  { position: '副总经理', on: '2026-09-15', relationship: 'acquainted', attitude: 'unknown' },
  { position: '信通公司主任', on: '2026-10-12', relationship: 'acquainted', attitude: 'neutral' },
  { position: '信通公司主任', on: '2026-10-28', relationship: 'familiar', attitude: 'support' },
  { position: '调度中心主任', on: '2026-11-02', relationship: 'acquainted', attitude: 'oppose' },
  { position: '信息专责', on: '2026-11-20', relationship: 'supportive', attitude: 'support' },
]

export const agreed = '2027 年先在一个县公司做调度备份试点，我方派人驻场一个月，效果好再推到全市。'
