import { administrationRows } from './rows/administration.ts'
import { approvalRows } from './rows/approvals.ts'
import { attachmentRows } from './rows/attachments.ts'
import { backgroundRows } from './rows/background.ts'
import { calendarRows } from './rows/calendar.ts'
import { channelRows } from './rows/channels.ts'
import { complaintRows } from './rows/complaints.ts'
import { customerRows } from './rows/customers.ts'
import { decisionChainRows } from './rows/decision-chain.ts'
import { dueVisitRows } from './rows/due-visits.ts'
import { exportRows } from './rows/exports.ts'
import { feedbackRows } from './rows/feedback.ts'
import { importRows } from './rows/imports.ts'
import type { Rows } from './rows/kinds.ts'
import { meetingRows } from './rows/meetings.ts'
import { mergeRows } from './rows/merges.ts'
import { profileRows } from './rows/profiles.ts'
import { projectRows } from './rows/projects.ts'
import { suggestionRows } from './rows/suggestions.ts'
import { taskRows } from './rows/tasks.ts'
import { verbalReportRows } from './rows/verbal-reports.ts'
import { workRows } from './rows/work.ts'

/** Every endpoint of the contract has its row, in the file of its module; the test fails for one without. */
export const attempts: Rows = {
  ...workRows,
  ...customerRows,
  ...backgroundRows,
  ...approvalRows,
  ...projectRows,
  ...complaintRows,
  ...suggestionRows,
  ...taskRows,
  ...verbalReportRows,
  ...profileRows,
  ...attachmentRows,
  ...decisionChainRows,
  ...feedbackRows,
  ...importRows,
  ...exportRows,
  ...mergeRows,
  ...meetingRows,
  ...dueVisitRows,
  ...channelRows,
  ...calendarRows,
  ...administrationRows,
}
