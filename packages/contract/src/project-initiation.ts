import { approvalStates } from '@zhuowei/domain/approvals/approval.ts'
import * as z from 'zod'
import { routeSteps } from './approval-shapes.ts'
import { endpoint } from './kernel.ts'
import { id, instant, optionalText, personRef, plainDate } from './shapes.ts'

const fen = (label: string, min: number) =>
  z.int(`请填写${label}`).min(min, `${label}不能小于 ${min}`).max(100_000_000_000_000, `${label}太大`)

/** A draft may have gaps; 提交 asks for all of it. */
const given = {
  amountFen: fen('预计合同额', 1).nullable().default(null),
  /** 毛利 in hundredths of a percent. */
  marginBasisPoints: z.int('请填写毛利率').min(-10_000).max(10_000).nullable().default(null),
  signDate: plainDate.nullable().default(null),
  budgetFen: fen('客户预算', 0).nullable().default(null),
  fundSource: optionalText('资金来源', 200),
  decisionChain: optionalText('决策链', 2000),
  competition: optionalText('竞争情况', 2000),
  resources: optionalText('所需售前资源', 1000),
  risks: optionalText('风险', 2000),
  teamIds: z.array(id).max(20).default([]),
}

const application = z
  .object({
    /** Null: not written yet, filled from the project and the customer. */
    id: id.nullable(),
    version: z.int(),
    amountFen: z.int().nullable(),
    /** Null also for who may not read 毛利 (§3A). */
    marginBasisPoints: z.int().nullable(),
    signDate: plainDate.nullable(),
    budgetFen: z.int().nullable(),
    fundSource: z.string().nullable(),
    decisionChain: z.string().nullable(),
    competition: z.string().nullable(),
    resources: z.string().nullable(),
    risks: z.string().nullable(),
    team: z.array(personRef),
    approval: z
      .object({ id, state: z.enum(approvalStates), round: z.int(), submittedAt: instant })
      .nullable(),
    approvedAt: instant.nullable(),
    /** What 提交 still asks for, beside its field. */
    missing: z.array(z.object({ path: z.string(), message: z.string() })),
    hints: z.array(z.string()),
    /** Whom it would ask as it stands; empty once it is submitted. */
    route: routeSteps,
    can: z.object({ edit: z.boolean(), submit: z.boolean(), readMargin: z.boolean() }),
  })
  .meta({ id: 'ProjectInitiation' })
export type ProjectInitiation = z.output<typeof application>

const params = z.object({ id })
const input = z.object({ version: z.int(), ...given }).meta({ id: 'ProjectInitiationInput' })
export type InitiationInput = z.output<typeof input>

export const projectInitiationApi = {
  get: endpoint({
    method: 'GET',
    path: '/projects/:id/initiation',
    summary: '项目的立项申请，还没写时由项目和客户资料带出',
    access: 'projects.read',
    clause: '七.2.2)',
    params,
    reply: application,
  }),
  save: endpoint({
    method: 'PUT',
    path: '/projects/:id/initiation',
    summary: '保存立项申请',
    access: 'projects.write',
    clause: '七.2.2)',
    params,
    body: input,
    reply: application,
    problems: ['version_conflict', 'nothing_to_decide'],
  }),
  submit: endpoint({
    method: 'POST',
    path: '/projects/:id/initiation/submission',
    summary: '提交立项：小型、中型由部门经理，大项目和战略项目再由总经理批准',
    access: 'projects.write',
    clause: '七.2.2)',
    params,
    body: z.object({ version: z.int() }),
    reply: application,
    problems: ['version_conflict', 'nothing_to_decide'],
  }),
}
