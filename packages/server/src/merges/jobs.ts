import type { Job } from '../platform/jobs/job.ts'
import { findPairs } from './find-pairs.ts'

export const mergeJobs: readonly Job[] = [
  { name: 'find-duplicate-customers', cron: '*/10 * * * *', run: ({ db }, now) => findPairs(db, now) },
]
