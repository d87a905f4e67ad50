import type { Job } from '../platform/jobs/job.ts'
import { expireProfiles } from './expire.ts'

export const profileJobs: readonly Job[] = [
  { name: 'expire-profiles', cron: '*/30 * * * *', run: ({ db }, now) => expireProfiles(db, now) },
]
