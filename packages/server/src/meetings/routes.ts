import { actionItemsApi } from '@zhuowei/contract/action-items.ts'
import { meetingsApi } from '@zhuowei/contract/meetings.ts'
import { minutesApi } from '@zhuowei/contract/minutes.ts'
import { implement } from '../platform/http/implement.ts'
import {
  addActionItem,
  changeActionItem,
  closeActionItem,
  listActionItems,
  reopenActionItem,
} from './action-items.ts'
import { cancelMeeting, rescheduleMeeting } from './change-time.ts'
import { confirmClauses, confirmMinutes } from './confirm.ts'
import { conveneMeeting, decideProposal, proposeMeeting } from './convene.ts'
import { getMeeting } from './get-meeting.ts'
import { availabilityAt, listMeetings, trainingHours } from './list-meetings.ts'
import { getMinutes, lineVersions, recordPrint } from './minutes.ts'
import { publishMinutes, reopenMinutes } from './publish-minutes.ts'
import { endMeeting, resumeMeeting, setTraining, startMeeting } from './run.ts'
import { signIn } from './sign-in.ts'
import { addTopic, removeTopic } from './topics.ts'
import { addLine, removeLine, settleConflict, writeLine } from './write-minutes.ts'

const meetingRoutes = implement(meetingsApi, {
  list: (call) => listMeetings(call, call.query),
  availability: (call) => availabilityAt(call, new Date(call.query.at)),
  trainingHours: (call) => trainingHours(call, call.query.year),
  get: (call) => getMeeting(call, call.params.id),
  convene: async (call) => getMeeting(call, await conveneMeeting(call, call.body)),
  propose: async (call) => getMeeting(call, await proposeMeeting(call, call.body)),
  decideProposal: async (call) => {
    await decideProposal(call, call.params.id, call.body)
    return getMeeting(call, call.params.id)
  },
  reschedule: async (call) => {
    await rescheduleMeeting(call, call.params.id, call.body)
    return getMeeting(call, call.params.id)
  },
  cancel: async (call) => {
    await cancelMeeting(call, call.params.id, call.body)
    return getMeeting(call, call.params.id)
  },
  start: async (call) => {
    await startMeeting(call, call.params.id, call.body.version)
    return getMeeting(call, call.params.id)
  },
  end: async (call) => {
    await endMeeting(call, call.params.id, call.body.version)
    return getMeeting(call, call.params.id)
  },
  resume: async (call) => {
    await resumeMeeting(call, call.params.id, call.body.version)
    return getMeeting(call, call.params.id)
  },
  signIn: async (call) => {
    await signIn(call, call.params.id, call.body)
    return getMeeting(call, call.params.id)
  },
  addTopic: async (call) => {
    await addTopic(call, call.params.id, call.body.body)
    return getMeeting(call, call.params.id)
  },
  removeTopic: async (call) => {
    await removeTopic(call, call.params.id, call.params.topicId)
    return getMeeting(call, call.params.id)
  },
  confirmClauses: async (call) => {
    await confirmClauses(call, call.params.id)
    return getMeeting(call, call.params.id)
  },
  setTraining: async (call) => {
    await setTraining(call, call.params.id, call.body)
    return getMeeting(call, call.params.id)
  },
})

const minutesRoutes = implement(minutesApi, {
  get: (call) => getMinutes(call, call.params.id),
  addLine: (call) => addLine(call, call.params.id, call.body),
  writeLine: (call) => writeLine(call, call.params.id, call.params.lineId, call.body),
  removeLine: (call) => removeLine(call, call.params.id, call.params.lineId, call.query.version),
  settleConflict: (call) => settleConflict(call, call.params.id, call.params.lineId),
  lineVersions: (call) => lineVersions(call, call.params.id, call.params.lineId),
  publish: async (call) => {
    await publishMinutes(call, call.params.id, call.body.version)
    return getMeeting(call, call.params.id)
  },
  reopen: async (call) => {
    await reopenMinutes(call, call.params.id, call.body)
    return getMeeting(call, call.params.id)
  },
  confirm: async (call) => {
    await confirmMinutes(call, call.params.id)
    return getMeeting(call, call.params.id)
  },
  print: (call) => recordPrint(call, call.params.id),
})

const actionItemRoutes = implement(actionItemsApi, {
  list: (call) => listActionItems(call, call.query),
  add: (call) => addActionItem(call, call.body),
  change: (call) => changeActionItem(call, call.params.id, call.body),
  close: (call) => closeActionItem(call, call.params.id, call.body),
  reopen: (call) => reopenActionItem(call, call.params.id, call.body),
})

export const meetingsRoutes = [...meetingRoutes, ...minutesRoutes, ...actionItemRoutes]
