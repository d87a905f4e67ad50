import { keepHorizons } from '../obligations/horizon.ts'
import { remindOfReports } from '../obligations/remind.ts'
import type { Job } from '../platform/jobs/job.ts'
import { beatOf } from '../system/heartbeat.ts'
import { closeDue } from './close-due.ts'

const everyMinute = '* * * * *'

/** What the reports owe to the passing of time: who owes what, drafts that file themselves, closing, reminders. */
export const reportJobs: readonly Job[] = [
  { name: 'write-obligations', cron: everyMinute, run: ({ db }, now) => keepHorizons(db, now) },
  {
    name: 'close-reports',
    cron: everyMinute,
    run: async (services, now) => {
      await beatOf(services) // the database may have been away while the servers were up
      await closeDue(services.db, now)
    },
  },
  { name: 'remind-of-reports', cron: everyMinute, run: ({ db }, now) => remindOfReports(db, now) },
]
