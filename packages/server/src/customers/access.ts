import type { Actor } from '../platform/actor.ts'

/** What the rules below look at. */
export interface CustomerFacts {
  divisionId: string
  regionId: string
  ownerId: string | null
}

type Rule = (actor: Actor, customer: CustomerFacts) => boolean

const anyOf =
  (...rules: readonly Rule[]): Rule =>
  (actor, customer) =>
    rules.some((rule) => rule(actor, customer))

const inDivision: Rule = (actor, customer) => actor.divisionId === customer.divisionId
const inRegion: Rule = (actor, customer) => regionsOf(actor).includes(customer.regionId)

const generalManager: Rule = (actor) => actor.role === 'gm'
const manager: Rule = (actor, customer) => actor.role === 'dm' && inDivision(actor, customer)
const clerk: Rule = (actor, customer) => actor.role === 'oa' && inDivision(actor, customer)
const supervisorOfRegion: Rule = (actor, customer) => actor.role === 'spm' && inRegion(actor, customer)
const colleagueInRegion: Rule = (actor, customer) => actor.role === 'pm' && inRegion(actor, customer)
const owner: Rule = (actor, customer) =>
  isSales(actor) && inDivision(actor, customer) && customer.ownerId === actor.id

const seeInFull = anyOf(generalManager, manager, clerk, supervisorOfRegion, owner)
const work = anyOf(manager, clerk, supervisorOfRegion, owner)

/** §3A 客户, 联系人, 客户等级变更: who may do what with which customer. */
export const may = {
  see: anyOf(seeInFull, colleagueInRegion),
  /** R-r*: colleagues in the region see the customer, but its contacts only masked and its visits not at all. */
  seeContacts: seeInFull,
  revealPhone: seeInFull,
  /** 联系人 受限画像: the owner, and the manager with a reason; nobody else, 总经理 included (§3C). */
  readProfile: anyOf(manager, owner),
  writeProfile: owner,
  edit: work,
  logVisit: work,
  changeGrade: anyOf(manager, supervisorOfRegion, owner),
  markTraded: work,
  revertTrade: manager,
  transfer: manager,
  remove: manager,
  /** OA(3) 客户管理协助: what is entered twice. */
  merge: anyOf(manager, clerk),
} as const satisfies Record<string, Rule>

export type CustomerAct = keyof typeof may

/** Why somebody who sees the customer may not do it; one sentence for each act. */
export const refusalOf: Record<CustomerAct, string> = {
  see: '没有找到，或不在您的范围内',
  seeContacts: '这家客户由同事负责，您看不到它的联系人',
  revealPhone: '这家客户由同事负责，您看不到它的联系电话',
  readProfile: '受限画像只有客户负责人和部门经理能看',
  writeProfile: '受限画像由客户负责人填写',
  edit: '这家客户由同事负责，您只能查看',
  logVisit: '这家客户由同事负责，拜访请由负责人记录',
  changeGrade: '客户等级由客户负责人、片区高级项目主管或部门经理调整',
  markTraded: '这家客户由同事负责，您只能查看',
  revertTrade: '只有部门经理可以改回无交易客户',
  transfer: '只有部门经理可以移交客户',
  remove: '只有部门经理可以删除和恢复客户',
  merge: '重复的客户由部门经理或综合管理合并',
}

/** The regions that somebody works in or answers for (区域经理, G5). */
export function regionsOf(actor: Actor): string[] {
  return [...new Set([...actor.regionIds, ...actor.ownedRegionIds])]
}

function isSales(actor: Actor): boolean {
  return actor.role === 'spm' || actor.role === 'pm'
}
