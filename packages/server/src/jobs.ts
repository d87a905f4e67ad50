import { approvalJobs } from './approvals/jobs.ts'
import { auditJobs } from './audit/jobs.ts'
import { calendarJobs } from './calendar/jobs.ts'
import { channelJobs } from './channels/jobs.ts'
import { complaintJobs } from './complaints/jobs.ts'
import { exportJobs } from './exports/jobs.ts'
import { feedbackJobs } from './feedback/jobs.ts'
import { feedbackPapersJobs } from './feedback-papers/jobs.ts'
import { importJobs } from './imports/jobs.ts'
import { meetingJobs } from './meetings/jobs.ts'
import { mergeJobs } from './merges/jobs.ts'
import { personalRequestJobs } from './personal-requests/jobs.ts'
import type { Connection } from './platform/db/connect.ts'
import { fileJobs } from './platform/files/jobs.ts'
import { requestJobs } from './platform/http/jobs.ts'
import type { Job } from './platform/jobs/job.ts'
import { runAll, startWorker, type Worker } from './platform/jobs/worker.ts'
import type { Services } from './platform/services.ts'
import { profileJobs } from './profiles/jobs.ts'
import { reportJobs } from './reports/jobs.ts'
import { suggestionJobs } from './suggestions/jobs.ts'
import { taskJobs } from './tasks/jobs.ts'
import { verbalReportJobs } from './verbal-reports/jobs.ts'

/** The table of contents of the background work: every module's jobs. */
const jobs: readonly Job[] = [
  ...reportJobs,
  ...calendarJobs,
  ...auditJobs,
  ...importJobs,
  ...mergeJobs,
  ...meetingJobs,
  ...feedbackJobs,
  ...feedbackPapersJobs,
  ...complaintJobs,
  ...approvalJobs,
  ...taskJobs,
  ...suggestionJobs,
  ...verbalReportJobs,
  ...exportJobs,
  ...profileJobs,
  ...personalRequestJobs,
  ...channelJobs,
  ...fileJobs,
  ...requestJobs,
]

/** Starts the background work of this process; `connection` has the rights of the owner. */
export const startJobs = (services: Services, connection: Connection): Promise<Worker> =>
  startWorker(services, connection, jobs)

/** Does what is due now, without a queue: for seeds and tests. */
export const runDue = (services: Services): Promise<void> => runAll(services, jobs)
