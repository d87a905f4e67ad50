import type { Job } from '../platform/jobs/job.ts'
import { endKeeping } from './end-keeping.ts'

export const personalRequestJobs: readonly Job[] = [
  { name: 'end-keeping-of-contacts', cron: '20 * * * *', run: (services, now) => endKeeping(services, now) },
]
