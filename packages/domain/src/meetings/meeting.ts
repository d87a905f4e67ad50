import { occasionalMeetingForms } from '../clauses/prescribed.ts'
import type { ClauseId } from '../clauses/regulation-text.ts'
import { codesOf } from '../codes.ts'

/** 四: 会议制度分为二类. */
export const meetingKindLabel = { regular: '例会', occasional: '临时会议' } as const
export type MeetingKind = keyof typeof meetingKindLabel
export const meetingKinds = codesOf(meetingKindLabel)

export type MeetingForm = keyof typeof occasionalMeetingForms
export const meetingForms = codesOf(occasionalMeetingForms)

export const meetingStateLabel = {
  proposed: '提议',
  planned: '未开始',
  running: '进行中',
  ended: '待发纪要',
  published: '纪要已发',
  cancelled: '已取消',
} as const
export type MeetingState = keyof typeof meetingStateLabel
export const meetingStates = codesOf(meetingStateLabel)

/** Under which clause a meeting stands. */
export function meetingClause(kind: MeetingKind, form: MeetingForm | null): ClauseId {
  if (kind === 'regular' || !form) return '四.1'
  return ({ policy: '四.2-第一', project: '四.2-第二', training: '四.2-第三' } as const)[form]
}

export const presenceLabel = {
  present: '到场',
  remote: '远程',
  leave: '请假',
  absent: '缺席',
  invited: '未签到',
} as const
export type Presence = keyof typeof presenceLabel
export const presences = codesOf(presenceLabel)

/** From which state each step may be taken. */
const steps = {
  decide: ['proposed'],
  change: ['planned'],
  start: ['planned'],
  /** After 散会 the sheet is put right until the minutes are out. */
  signIn: ['planned', 'running', 'ended'],
  addTopic: ['planned', 'running'],
  writeMinutes: ['planned', 'running', 'ended'],
  end: ['running'],
  resume: ['ended'],
  publish: ['ended'],
  setTraining: ['ended', 'published'],
  reopen: ['published'],
} as const satisfies Record<string, readonly MeetingState[]>
export type MeetingStep = keyof typeof steps

export function mayTake(step: MeetingStep, state: MeetingState): boolean {
  const from: readonly MeetingState[] = steps[step]
  return from.includes(state)
}

export type Away = 'leave' | 'trip' | null

/** 三.1: until it is published a draft of the minutes is read by those who write it. */
export const isDraft = (state: MeetingState): boolean => state !== 'published'

/** What the sign-in sheet says of a person when the meeting ends: who did not sign in was on leave, or is missing. */
export function presenceAtEnd(signed: Presence, away: Away): Presence {
  if (signed !== 'invited') return signed
  return away === 'leave' ? 'leave' : 'absent'
}

/** 签到: whoever is on a registered trip takes part from afar (四.1). */
export const presenceOnSignIn = (away: Away): Presence => (away === 'trip' ? 'remote' : 'present')

export const attended = (presence: Presence): boolean => presence === 'present' || presence === 'remote'
