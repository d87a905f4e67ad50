import type { Job } from '../platform/jobs/job.ts'
import { resumeImports } from './job.ts'

export const importJobs: readonly Job[] = [
  { name: 'imports-resume', cron: '* * * * *', run: (services) => resumeImports(services) },
]
