import type { Job } from '../platform/jobs/job.ts'
import { keepAgendas } from './keep-agendas.ts'
import { planSeries } from './plan-series.ts'
import { remindOwners } from './remind.ts'
import { endForgotten } from './run.ts'

export const meetingJobs: readonly Job[] = [
  { name: 'plan-meetings', cron: '*/5 * * * *', run: ({ db }, now) => planSeries(db, now) },
  {
    name: 'keep-agendas',
    cron: '* * * * *',
    run: async ({ db }, now) => {
      await keepAgendas(db, now)
      await remindOwners(db, now)
      await endForgotten(db, now)
    },
  },
]
