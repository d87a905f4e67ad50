import type { Job } from '../platform/jobs/job.ts'
import { remindOfOverdue } from './overdue.ts'

export const suggestionJobs: readonly Job[] = [
  {
    name: 'remind-of-overdue-suggestions',
    cron: '* * * * *',
    run: ({ db }, now) => remindOfOverdue(db, now),
  },
]
