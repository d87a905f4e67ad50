import { grades } from '@zhuowei/domain/customers/grade.ts'
import { proposalRules } from '@zhuowei/domain/customers/grade-proposal.ts'
import * as z from 'zod'
import { gradeChange, gradeMatrix, gradeProposal } from './grade-shapes.ts'
import { endpoint } from './kernel.ts'
import { id, pageOf, repeated } from './shapes.ts'

const cursor = z.string().max(200).optional()
const limit = z.coerce.number().int().min(1).max(100).default(30)
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, '月份格式应为 2026-11')
const grade = z.enum(grades)

const gradeChangeQuery = z.object({
  customerId: id.optional(),
  /** Only those that no submitted report carries yet (未体现). */
  open: z.stringbool().optional(),
  /** G23: only those that followed another change of the same customer within the days of `grade.frequentChangeDays`. */
  frequent: z.stringbool().optional(),
  /** For 总经理, who reads several. */
  divisionId: id.optional(),
  ownerId: repeated(id),
  month: month.optional(),
  from: grade.optional(),
  to: grade.optional(),
  cursor,
  limit,
})
export type GradeChangeQuery = z.output<typeof gradeChangeQuery>

const proposalQuery = z.object({ customerId: id.optional(), cursor, limit })
export type ProposalQuery = z.output<typeof proposalQuery>

export const gradesApi = {
  changes: endpoint({
    method: 'GET',
    path: '/grade-changes',
    summary: '等级变化，是否已在工作汇报中体现',
    access: 'customers.read',
    clause: '六.1.2)②',
    query: gradeChangeQuery,
    reply: pageOf(gradeChange),
  }),
  matrix: endpoint({
    method: 'GET',
    path: '/grade-changes/matrix',
    summary: '一个月的等级变化：从哪一级到哪一级各几次',
    access: 'customers.read',
    clause: '六.1.2)②',
    query: z.object({ month }),
    reply: gradeMatrix,
  }),
  proposals: endpoint({
    method: 'GET',
    path: '/grade-proposals',
    summary: '系统建议的等级调整，由负责人决定',
    access: 'customers.read',
    clause: '六(原则)③',
    query: proposalQuery,
    reply: pageOf(gradeProposal),
  }),
  dismissProposal: endpoint({
    method: 'POST',
    path: '/customers/:id/grade-proposals/dismissals',
    summary: '不采纳一条等级建议，一段时间内不再提示',
    access: 'customers.write',
    clause: '六(原则)③',
    params: z.object({ id }),
    body: z.object({ rule: z.enum(proposalRules) }),
  }),
  reopenProposal: endpoint({
    method: 'DELETE',
    path: '/customers/:id/grade-proposals/dismissals/:rule',
    summary: '撤销“不采纳”，这条等级建议重新提示',
    access: 'customers.write',
    clause: '六(原则)③',
    params: z.object({ id, rule: z.enum(proposalRules) }),
  }),
}
