import type { Job } from '../platform/jobs/job.ts'
import { announceOverdue } from './overdue.ts'

export const taskJobs: readonly Job[] = [
  { name: 'announce-overdue-tasks', cron: '* * * * *', run: ({ db }, now) => announceOverdue(db, now) },
]
