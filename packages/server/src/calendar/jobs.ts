import type { Job } from '../platform/jobs/job.ts'
import { warnOfMissingYear } from './missing-year.ts'

/** Every hour, so that a server that sleeps at night still warns on the day. */
export const calendarJobs: readonly Job[] = [
  { name: 'warn-of-missing-year', cron: '7 * * * *', run: ({ db }, now) => warnOfMissingYear(db, now) },
]
