import type { Job } from '../platform/jobs/job.ts'
import { freezeLastMonth } from './snapshots.ts'

export const feedbackJobs: readonly Job[] = [
  { name: 'freeze-feedback', cron: '*/10 * * * *', run: ({ db }, now) => freezeLastMonth(db, now) },
]
