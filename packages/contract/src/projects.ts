import { competitorOutcomes, factors, memberRoles, slotRoles } from '@zhuowei/domain/projects/factors.ts'
import { lossReasons } from '@zhuowei/domain/projects/move.ts'
import * as z from 'zod'
import { endpoint } from './kernel.ts'
import { boardColumn, project, projectRecord, projectStatus, stage } from './project-shapes.ts'
import { id, optionalText, pageOf, plainDate, reasonText, repeated, requiredText } from './shapes.ts'

const params = z.object({ id })
const version = z.int()

const facts = {
  name: requiredText('项目名称', 100),
  amountFen: z.int('请填写预计合同额').min(1, '预计合同额须大于零').max(1_000_000_000_000, '预计合同额太大'),
  expectedSignOn: plainDate,
  need: requiredText('需求', 2000),
}

const newProject = z.object({ ...facts, customerId: z.uuid('请选择客户') }).meta({ id: 'NewProject' })
export type NewProject = z.output<typeof newProject>

const changedProject = z
  .object({
    ...facts,
    version,
    /** Percent; empty: that of the stage. Only the manager's counts. */
    probability: z.int().min(0, '请填写 0 到 100').max(100, '请填写 0 到 100').nullish(),
  })
  .meta({ id: 'ChangedProject' })
export type ChangedProject = z.output<typeof changedProject>

const moveBody = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('forward'),
      version,
      /** 放行: the manager lets pass what the gate would hold, and says why. */
      override: z.boolean().default(false),
      reason: optionalText('放行的理由', 500),
    }),
    z.object({ kind: z.literal('back'), version, to: stage, reason: reasonText('退回的原因') }),
    z.object({
      kind: z.literal('lose'),
      version,
      lossReason: z.enum(lossReasons, '请选择丢单原因'),
      reason: reasonText('丢单的说明'),
    }),
    z.object({ kind: z.literal('shelve'), version, reason: reasonText('搁置的原因') }),
    z.object({ kind: z.literal('cancel'), version, reason: reasonText('取消的原因') }),
    z.object({ kind: z.literal('resume'), version, reason: reasonText('恢复的原因') }),
  ])
  .refine((given) => given.kind !== 'forward' || !given.override || given.reason, {
    path: ['reason'],
    error: '请写明放行的理由',
    when: ({ value }) => typeof value === 'object' && value !== null,
  })
export type ProjectMove = z.output<typeof moveBody>

const conditions = {
  stage: repeated(stage),
  status: repeated(projectStatus),
  ownerId: repeated(id),
  regionId: repeated(id),
  customerId: repeated(id),
  strategic: z.literal('true').optional(),
  stalled: z.literal('true').optional(),
}
const query = z.object({
  ...conditions,
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type ProjectQuery = z.output<typeof query>

const boardQuery = z.object({
  ...conditions,
  /** Cards of each column. */
  shown: z.coerce.number().int().min(1).max(50).default(20),
})
export type ProjectBoardQuery = z.output<typeof boardQuery>

const act = { params, reply: projectRecord, access: 'projects.write' } as const

export const projectsApi = {
  list: endpoint({
    method: 'GET',
    path: '/projects',
    summary: '项目，最近有活动的在前',
    access: 'projects.read',
    clause: '七.1',
    query,
    reply: pageOf(project),
  }),
  board: endpoint({
    method: 'GET',
    path: '/projects/board',
    summary: '六个阶段的看板：每列的个数、金额、加权金额和前几张卡片',
    access: 'projects.read',
    clause: '七.1',
    query: boardQuery,
    reply: z.array(boardColumn),
  }),
  get: endpoint({
    method: 'GET',
    path: '/projects/:id',
    summary: '一个项目：关键点、因素、人员、竞争对手、阶段历史',
    access: 'projects.read',
    params,
    reply: projectRecord,
  }),
  create: endpoint({
    method: 'POST',
    path: '/projects',
    summary: '报备一个项目',
    access: 'projects.write',
    clause: '七.2.1)',
    body: newProject,
    reply: projectRecord,
  }),
  change: endpoint({
    ...act,
    method: 'PUT',
    path: '/projects/:id',
    summary: '修改项目',
    body: changedProject,
    problems: ['version_conflict'],
  }),
  move: endpoint({
    ...act,
    method: 'POST',
    path: '/projects/:id/moves',
    summary: '进入下一阶段、退回、丢单、搁置、取消、恢复',
    clause: '七.1',
    // What the gate refuses is written down all the same.
    ownTransaction: true,
    body: moveBody,
    problems: ['version_conflict', 'nothing_to_decide', 'gate_closed'],
  }),
  setFactor: endpoint({
    ...act,
    method: 'PUT',
    path: '/projects/:id/factors',
    summary: '写下或核实一个因素',
    clause: '六.3.1)⑥',
    body: z.object({
      code: z.enum(factors),
      body: requiredText('内容', 1000),
      confirmedOn: plainDate,
    }),
  }),
  setSlots: endpoint({
    ...act,
    method: 'PUT',
    path: '/projects/:id/slots',
    summary: '决策人、影响者等由客户的哪些人担任',
    clause: '六.3.1)③',
    body: z.object({ slots: z.array(z.object({ role: z.enum(slotRoles), contactId: id })).max(60) }),
  }),
  setCompetitors: endpoint({
    ...act,
    method: 'PUT',
    path: '/projects/:id/competitors',
    summary: '遇到的竞争对手、报价和结果，或写明没有',
    clause: '六.3.1)⑦',
    body: z.object({
      withoutCompetitor: z.boolean(),
      competitors: z
        .array(
          z.object({
            competitorId: id,
            priceFen: z
              .int()
              .min(1, '报价须大于零')
              .nullish()
              .transform((fen) => fen ?? null),
            outcome: z
              .enum(competitorOutcomes)
              .nullish()
              .transform((one) => one ?? null),
            note: optionalText('说明', 500),
          }),
        )
        .max(20),
    }),
  }),
  setMembers: endpoint({
    ...act,
    method: 'PUT',
    path: '/projects/:id/members',
    summary: '项目组成员；成员看得到这个项目',
    clause: '七.1',
    body: z.object({ members: z.array(z.object({ personId: id, role: z.enum(memberRoles) })).max(30) }),
  }),
}
