import type { Job } from '../platform/jobs/job.ts'
import { pinForms } from './pin.ts'

export const feedbackPapersJobs: readonly Job[] = [
  { name: 'pin-feedback', cron: '* * * * *', run: (services) => pinForms(services) },
]
