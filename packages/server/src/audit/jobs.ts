import { sealAudit } from '../platform/audit/seal.ts'
import type { Job } from '../platform/jobs/job.ts'

export const auditJobs: readonly Job[] = [
  {
    name: 'seal-audit',
    cron: '* * * * *',
    run: async ({ db }, now) => {
      await sealAudit(db, now)
    },
  },
]
