import type { Job } from '../platform/jobs/job.ts'
import { escalateOverdue } from './escalate.ts'

export const complaintJobs: readonly Job[] = [
  { name: 'escalate-complaints', cron: '* * * * *', run: ({ db }, now) => escalateOverdue(db, now) },
]
