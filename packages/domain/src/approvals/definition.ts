import type { PlainDate } from '../calendar/dates.ts'
import { codesOf } from '../codes.ts'
import type { Condition } from './condition.ts'

/** What is approved on the engine; a new kind is one line here, its usual way below and a subject on the server. */
export const approvalKindLabel = {
  initiation: '立项',
  quotation: '报价',
  contract: '合同',
  leave: '请假',
} as const
export type ApprovalKind = keyof typeof approvalKindLabel
export const approvalKinds = codesOf(approvalKindLabel)

export const stepModeLabel = { all: '会签', any: '或签' } as const
export type StepMode = keyof typeof stepModeLabel
export const stepModes = codesOf(stepModeLabel)

export const approverRoleLabel = { dm: '部门经理', oa: '综合管理', gm: '总经理' } as const
export type ApproverRole = keyof typeof approverRoleLabel
export const approverRoles = codesOf(approverRoleLabel)

/** Who decides a step: the applicant's direct superior, everybody of a role in the division, or people by name. */
export type Who =
  | { by: 'superior' }
  | { by: 'role'; role: ApproverRole }
  | { by: 'people'; ids: readonly string[] }

export interface StepDefinition {
  name: string
  who: Who
  /** 会签: all of them; 或签: the first who decides. */
  mode: StepMode
  /** Null: always. */
  when: Condition | null
  /** Who has agreed in an earlier step of the same case is not asked again. */
  skipsApproved: boolean
}

/** The way of a kind from a date on; a later one never touches what is under way. */
export interface ApprovalDefinition {
  kind: ApprovalKind
  effectiveFrom: PlainDate
  steps: readonly StepDefinition[]
  /** 抄送: told of the outcome. */
  copies: readonly Who[]
}

/** The definition in force on a date: the last that has begun, or the usual one. */
export function definitionOn(
  decided: readonly ApprovalDefinition[],
  kind: ApprovalKind,
  date: PlainDate,
): ApprovalDefinition {
  const begun = decided
    .filter((one) => one.kind === kind && one.effectiveFrom <= date)
    .toSorted((one, other) => (one.effectiveFrom < other.effectiveFrom ? 1 : -1))
  return begun[0] ?? usualDefinitions[kind]
}

const manager = { name: '部门经理', who: { by: 'role', role: 'dm' }, mode: 'any', when: null } as const
const general = { name: '总经理', who: { by: 'role', role: 'gm' }, mode: 'any' } as const
const office: Who = { by: 'role', role: 'oa' }
const largeOrStrategic = [{ classes: ['large'] }, { flag: 'strategic' }] as const
const fromTheStart = '2000-01-01'

/** §4E, G28: the defaults where the regulation states no amounts. */
export const usualDefinitions: Readonly<Record<ApprovalKind, ApprovalDefinition>> = {
  initiation: {
    kind: 'initiation',
    effectiveFrom: fromTheStart,
    steps: [
      { ...manager, skipsApproved: false },
      { ...general, when: { any: largeOrStrategic }, skipsApproved: true },
    ],
    copies: [office],
  },
  quotation: {
    kind: 'quotation',
    effectiveFrom: fromTheStart,
    steps: [
      { ...manager, skipsApproved: false },
      {
        ...general,
        when: {
          any: [{ measure: 'marginBasisPoints', is: 'below', value: 1000 }, ...largeOrStrategic],
        },
        skipsApproved: true,
      },
    ],
    copies: [office],
  },
  contract: {
    kind: 'contract',
    effectiveFrom: fromTheStart,
    steps: [
      { ...manager, skipsApproved: false },
      { name: '综合管理复核', who: office, mode: 'any', when: null, skipsApproved: false },
      {
        ...general,
        when: {
          any: [
            { measure: 'amountFen', is: 'above', value: 50_000_000 },
            { flag: 'strategic' },
            { flag: 'nonStandard' },
          ],
        },
        skipsApproved: true,
      },
    ],
    copies: [],
  },
  leave: {
    kind: 'leave',
    effectiveFrom: fromTheStart,
    steps: [
      { ...manager, skipsApproved: false },
      { ...general, when: { measure: 'days', is: 'above', value: 2 }, skipsApproved: true },
    ],
    copies: [],
  },
}
