import { demoAbsences } from './absences.ts'
import { activityActs } from './acts/activities.ts'
import { assignedWorkActs } from './acts/assigned-work.ts'
import { attachmentActs } from './acts/attachments.ts'
import { absenceActs } from './acts/attendance.ts'
import { backgroundActs } from './acts/background.ts'
import { channelActs } from './acts/channels.ts'
import { clockworkActs, tidyingActs } from './acts/clockwork.ts'
import { competitorActs } from './acts/competitors.ts'
import { complaintActs } from './acts/complaints.ts'
import { customerActs } from './acts/customers.ts'
import { decisionChainActs } from './acts/decision-chain.ts'
import { duplicateActs } from './acts/duplicates.ts'
import { exportActs } from './acts/exports.ts'
import { feedbackActs } from './acts/feedback.ts'
import { meetingActs } from './acts/meetings.ts'
import { organisationActs } from './acts/organisation.ts'
import { periodReportActs } from './acts/period-reports.ts'
import { plantedActs } from './acts/planted.ts'
import { profileActs } from './acts/profiles.ts'
import { reportActs } from './acts/reports.ts'
import { tagActs } from './acts/tags.ts'
import { demoCustomers } from './customers.ts'
import { demoReports } from './daily-reports.ts'
import { drawFrom } from './dice.ts'
import { demoVisits } from './field-work.ts'
import { demoGradeChanges } from './grade-changes.ts'
import { quarterBefore } from './quarter.ts'
import { demoReadings } from './reading.ts'
import type { Act } from './stage/stage.ts'

/** Everything that happened in the division before `now`, one command after another. */
export function demoScript(seed: string, now: Date): Act[] {
  const draw = drawFrom(seed)
  const quarter = quarterBefore(now)
  const absences = demoAbsences(quarter)
  const customers = demoCustomers(draw, quarter, absences)
  const visits = demoVisits(customers, { draw, quarter, absences })
  const gradeChanges = demoGradeChanges(customers, visits, { draw, quarter })
  const reports = demoReports({ draw, quarter, absences, customers, visits })
  const readings = demoReadings({ draw, quarter, absences, reports, visits })
  return [
    ...organisationActs(quarter),
    ...customerActs({ draw, quarter, customers, visits, gradeChanges }),
    ...absenceActs(absences),
    ...activityActs({ visits, draw, quarter }),
    ...decisionChainActs(quarter, customers),
    ...competitorActs(quarter),
    ...feedbackActs({ draw, quarter, customers, visits }),
    ...backgroundActs({ draw, quarter, customers, visits }),
    ...attachmentActs(quarter, customers),
    ...exportActs(quarter),
    ...reportActs(quarter, reports, readings),
    ...periodReportActs({ draw, quarter, absences, visits }),
    ...plantedActs(quarter, customers),
    ...tagActs(quarter, customers),
    ...complaintActs(quarter, customers),
    ...assignedWorkActs(quarter),
    ...profileActs(quarter, customers),
    ...duplicateActs(quarter, customers),
    ...channelActs(quarter),
    ...meetingActs({ quarter, absences, customers }),
    ...clockworkActs(quarter),
    ...tidyingActs(quarter),
  ]
    .filter((act) => act.at <= now)
    .sort((one, other) => one.at.getTime() - other.at.getTime() || (one.key < other.key ? -1 : 1))
}
