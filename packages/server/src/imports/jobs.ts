import type { Job } from '../platform/jobs/job.ts'
import { resumeImports } from './job.ts'
import { forgetOldRows } from './retention.ts'

export const importJobs: readonly Job[] = [
  { name: 'resume-imports', cron: '* * * * *', run: (services) => resumeImports(services) },
  { name: 'forget-import-rows', cron: '40 19 * * *', run: (services) => forgetOldRows(services) },
]
