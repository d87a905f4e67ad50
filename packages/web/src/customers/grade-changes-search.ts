import { grades } from '@zhuowei/domain/customers/grade.ts'
import * as z from 'zod'

/** What of 等级变化 is looked at: the month and the cell of its table, or what is still to be done. */
export const gradeChangesSearch = z.object({
  /** For 总经理, who sees every division. */
  divisionId: z.uuid().optional().catch(undefined),
  owner: z.uuid().optional().catch(undefined),
  view: z.enum(['open', 'frequent', 'proposals']).optional().catch(undefined),
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .optional()
    .catch(undefined),
  from: z.enum(grades).optional().catch(undefined),
  to: z.enum(grades).optional().catch(undefined),
})
