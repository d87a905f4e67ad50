import * as z from 'zod'
import { endpoint } from './kernel.ts'
import { id, instant, pageOf, plainDate, repeated } from './shapes.ts'

/** What an entry is about: the first word of its action. */
export const auditAreas = {
  session: '登录与会话',
  confidentiality: '保密承诺',
  refused: '被拒绝的操作',
  customer: '客户',
  contact: '联系人',
  attachment: '附件',
  activity: '拜访与电话',
  complaint: '投诉',
  suggestion: '建议',
  task: '任务',
  verbal_report: '口头汇报',
  incident: '问题事件',
  feedback: '客户信息反馈表',
  competitor: '竞争对手',
  personal_request: '个人信息请求',
  report: '工作汇报',
  obligation: '应填与豁免',
  meeting: '会议',
  support_request: '支持需求',
  absence: '请假与出差',
  import: '导入',
  export: '导出',
  person: '人员',
  region: '片区',
  division: '事业部',
  parameter: '制度参数',
  calendar: '工作日历',
  channel: '提醒与订阅',
  audit: '审计',
} as const
export type AuditArea = keyof typeof auditAreas
// Object.keys forgets the key type of a literal table.
export const auditAreaNames = Object.keys(auditAreas) as [AuditArea, ...AuditArea[]]

const entry = z
  .object({
    id: z.int(),
    at: instant,
    actor: z.object({ id: id.nullable(), name: z.string() }).nullable(),
    /** 客户 · 转移. */
    action: z.string(),
    /** What happened in one sentence; null where it would tell the administrator about business. */
    summary: z.string().nullable(),
    reason: z.string().nullable(),
    /** To how many records one command did the same; the entry then stands for all of them. */
    records: z.int(),
    subjectType: z.string().nullable(),
    subjectId: z.string().nullable(),
    address: z.string().nullable(),
    requestId: z.string().nullable(),
  })
  .meta({ id: 'AuditEntry' })
export type AuditEntry = z.infer<typeof entry>

const auditQuery = z.object({
  actorId: repeated(id),
  area: repeated(z.enum(auditAreaNames)),
  from: plainDate.optional(),
  to: plainDate.optional(),
  subjectId: z.string().max(100).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type AuditQuery = z.output<typeof auditQuery>

const verification = z
  .object({
    ok: z.boolean(),
    at: instant,
    rows: z.int(),
    unsealed: z.int(),
    head: z.object({ position: z.int(), hash: z.string() }).nullable(),
    problems: z.array(
      z.object({
        kind: z.enum(['changed', 'deleted', 'inserted', 'chain', 'event']),
        auditId: z.int().nullable(),
        position: z.int().nullable(),
        message: z.string(),
      }),
    ),
    problemCount: z.int(),
  })
  .meta({ id: 'AuditVerification' })
export type AuditVerification = z.infer<typeof verification>

export const auditApi = {
  list: endpoint({
    method: 'GET',
    path: '/audit',
    summary: '审计日志，新的在前',
    access: 'audit.read',
    clause: '三.1',
    query: auditQuery,
    reply: pageOf(entry)
      .extend({ can: z.object({ verify: z.boolean() }) })
      .meta({ id: 'AuditPage' }),
  }),
  verify: endpoint({
    method: 'POST',
    path: '/audit/verifications',
    summary: '核对审计日志是否被改动、删除或插入',
    access: 'audit.read',
    clause: '三.1',
    ownTransaction: true,
    reply: verification,
  }),
}
