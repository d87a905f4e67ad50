import type { Job } from '../platform/jobs/job.ts'
import { remindApprovers } from './remind.ts'

export const approvalJobs: readonly Job[] = [
  { name: 'remind-approvers', cron: '*/10 * * * *', run: ({ db }, now) => remindApprovers(db, now) },
]
