import type { Job } from '../platform/jobs/job.ts'
import { sweepDeliveries } from './log.ts'

/** What is due is sent by the postman, outside the queue; see there. */
export const channelJobs: readonly Job[] = [
  { name: 'sweep-deliveries', cron: '40 19 * * *', run: sweepDeliveries },
]
