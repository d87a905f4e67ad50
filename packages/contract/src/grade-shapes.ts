import { accountStatuses } from '@zhuowei/domain/customers/account.ts'
import { grades, tradeStatuses } from '@zhuowei/domain/customers/grade.ts'
import { proposalRules } from '@zhuowei/domain/customers/grade-proposal.ts'
import * as z from 'zod'
import { named } from './customer-shapes.ts'
import { id, instant, personRef } from './shapes.ts'

export const gradeChange = z
  .object({
    id,
    customer: named,
    from: z.enum(grades),
    to: z.enum(grades),
    reason: z.string(),
    /** 六.1.1)④ as it was written with this change. */
    resources: z.string().nullable(),
    changedBy: personRef,
    changedAt: instant,
    owner: personRef.nullable(),
    /** 六.1.2)②: carried by a submitted report (已体现). */
    reflected: z.boolean(),
    /** G23: the how manieth change of this customer within the days of `grade.frequentChangeDays`; null when it is the first. */
    frequent: z.object({ nth: z.int(), days: z.int() }).nullable(),
  })
  .meta({ id: 'GradeChange' })
export type GradeChange = z.infer<typeof gradeChange>

export const gradeProposal = z
  .object({
    customer: named.extend({
      grade: z.enum(grades),
      tradeStatus: z.enum(tradeStatuses),
      status: z.enum(accountStatuses),
      resources: z.string().nullable(),
      version: z.int(),
    }),
    owner: personRef.nullable(),
    rule: z.enum(proposalRules),
    /** `trade`: the customer is to be marked as 交易客户, and the grade follows. */
    act: z.enum(['grade', 'trade']),
    to: z.enum(grades),
    reason: z.string(),
    clause: z.string(),
  })
  .meta({ id: 'GradeProposal' })
export type GradeProposal = z.infer<typeof gradeProposal>

/** How many changes went from which grade to which. */
export const gradeMatrix = z
  .object({
    month: z.string(),
    days: z.int(),
    cells: z.array(z.object({ from: z.enum(grades), to: z.enum(grades), count: z.int() })),
    open: z.int(),
    frequent: z.int(),
  })
  .meta({ id: 'GradeMatrix' })
export type GradeMatrix = z.infer<typeof gradeMatrix>
