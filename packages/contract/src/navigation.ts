import * as z from 'zod'
import { endpoint } from './kernel.ts'

const counts = z
  .object({
    /** Beside 日常工作. `unread`: handed to this person and not read yet, counted to `countedTo`; `owed`: his own that are due now. */
    reports: z.object({
      unread: z.int(),
      owed: z.int(),
      /** Of these, the ones past their normal deadline: after the grace period they count as not filed (五.1.3)②). */
      inGrace: z.int(),
    }),
    /** Beside 审批: what waits for this person’s decision. */
    approvals: z.object({ waiting: z.int() }),
  })
  .meta({ id: 'NavigationCounts' })

export const navigationApi = {
  counts: endpoint({
    method: 'GET',
    path: '/navigation/counts',
    summary: '导航旁的数字：未读的汇报，自己要写的汇报，待我审批',
    access: 'member',
    reply: counts,
  }),
}
