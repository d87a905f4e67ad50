import * as z from 'zod'
import { endpoint } from './kernel.ts'
import { id, instant, personRef, plainDate, requiredText } from './shapes.ts'

const clauseMark = z.enum(['原文缺号', '原文截断'])
const parameterMark = z.enum(['制度依据', '系统默认', '原文截断'])
const parameterValue = z.union([z.string().max(200), z.number(), z.boolean()])
export type ParameterValue = z.infer<typeof parameterValue>

/** The text as it was issued; the mark says where the source itself has a hole. */
const clause = z
  .object({
    id: z.string(),
    /** Headings above it: 工作汇报制度, 工作日报, 填写制度. */
    path: z.array(z.string()),
    title: z.string().nullable(),
    text: z.string(),
    mark: clauseMark.nullable(),
    /** What the software does because of it. */
    rules: z.array(z.string()),
    parameterCount: z.int(),
  })
  .meta({ id: 'Clause' })
export type Clause = z.infer<typeof clause>

const clauseParameter = z
  .object({
    key: z.string(),
    label: z.string(),
    mark: parameterMark,
    valueText: z.string(),
    /** The day from which the value holds; null since the beginning. */
    since: plainDate.nullable(),
    upcoming: z.object({ valueText: z.string(), effectiveFrom: plainDate }).nullable(),
  })
  .meta({ id: 'ClauseParameter' })

const decision = z
  .object({
    effectiveFrom: plainDate,
    value: parameterValue,
    valueText: z.string(),
    reason: z.string(),
    setBy: personRef.nullable(),
    setAt: instant,
    state: z.enum(['past', 'current', 'upcoming']),
    can: z.object({ withdraw: z.boolean() }),
  })
  .meta({ id: 'ParameterDecision' })
export type ParameterDecision = z.infer<typeof decision>

const parameter = z
  .object({
    key: z.string(),
    label: z.string(),
    help: z.string().nullable(),
    clause: z.string(),
    mark: parameterMark,
    kind: z.enum(['time', 'integer', 'boolean', 'text', 'choice']),
    min: z.union([z.string(), z.number()]).nullable(),
    max: z.union([z.string(), z.number()]).nullable(),
    options: z.array(z.object({ value: z.string(), label: z.string() })),
    defaultValue: parameterValue,
    defaultText: z.string(),
    value: parameterValue,
    valueText: z.string(),
    since: plainDate.nullable(),
    /** Newest first, what has not begun yet included. */
    decisions: z.array(decision),
    can: z.object({ set: z.boolean() }),
  })
  .meta({ id: 'RegulationParameter' })
export type RegulationParameter = z.infer<typeof parameter>

const division = z.object({ id, name: z.string() }).nullable()
const ofDivision = z.object({ divisionId: id.optional() })
const reason = requiredText('原因', 500)

const newDecision = z
  .object({
    divisionId: id,
    key: z.string().max(100),
    value: parameterValue,
    effectiveFrom: plainDate,
    reason,
  })
  .meta({ id: 'NewParameterDecision' })
export type NewParameterDecision = z.output<typeof newDecision>

const withdrawal = z
  .object({ divisionId: id, key: z.string().max(100), effectiveFrom: plainDate, reason })
  .meta({ id: 'ParameterWithdrawal' })
export type ParameterWithdrawal = z.output<typeof withdrawal>

export const regulationApi = {
  clauses: endpoint({
    method: 'GET',
    path: '/regulation/clauses',
    summary: '制度全文，逐条',
    access: 'member',
    reply: z.object({ clauses: z.array(clause) }),
  }),
  clause: endpoint({
    method: 'GET',
    path: '/regulation/clauses/:id',
    summary: '一条制度：原文、软件怎样执行、相关参数与生效日期',
    access: 'member',
    params: z.object({ id: z.string().max(40) }),
    query: ofDivision,
    reply: clause.extend({ division, parameters: z.array(clauseParameter) }).meta({ id: 'ClauseInForce' }),
  }),
  parameters: endpoint({
    method: 'GET',
    path: '/regulation/parameters',
    summary: '制度参数：现行值、默认值、历史与将生效的改动',
    access: 'member',
    query: ofDivision,
    reply: z.object({ division, today: plainDate, parameters: z.array(parameter) }),
  }),
  setParameter: endpoint({
    method: 'POST',
    path: '/regulation/parameter-decisions',
    summary: '从某日起改用新的参数值',
    access: 'regulation.write',
    body: newDecision,
    reply: parameter,
    problems: ['duplicate_record'],
  }),
  withdrawParameter: endpoint({
    method: 'POST',
    path: '/regulation/parameter-withdrawals',
    summary: '撤回今天或以后生效的参数改动',
    access: 'regulation.write',
    body: withdrawal,
    reply: parameter,
  }),
}
