import type { Job } from '../platform/jobs/job.ts'
import { makeExports } from './make.ts'

export const exportJobs: readonly Job[] = [
  { name: 'make-exports', cron: '* * * * *', run: (services) => makeExports(services) },
]
