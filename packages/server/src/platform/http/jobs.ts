import type { Job } from '../jobs/job.ts'
import { forgetOldAnswers } from './idempotency.ts'

export const requestJobs: readonly Job[] = [
  { name: 'forget-old-answers', cron: '20 19 * * *', run: ({ db }) => forgetOldAnswers(db) },
]
