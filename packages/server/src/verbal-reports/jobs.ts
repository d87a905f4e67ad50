import type { Job } from '../platform/jobs/job.ts'
import { letUnansweredStand } from './stand.ts'

export const verbalReportJobs: readonly Job[] = [
  { name: 'let-verbal-reports-stand', cron: '* * * * *', run: ({ db }, now) => letUnansweredStand(db, now) },
]
