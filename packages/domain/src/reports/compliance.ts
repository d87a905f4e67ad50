import type { PlainDate } from '../calendar/dates.ts'
import { shanghaiDate, shanghaiTimeWithSeconds } from '../calendar/dates.ts'
import { lastMomentOf } from '../calendar/deadline.ts'
import { deadlineText, shortDate } from '../calendar/wording.ts'
import type { ClauseId } from '../clauses/regulation-text.ts'
import type { Duty } from './daily.ts'
import type { ObligationKind } from './kinds.ts'
import { deadlineClause } from './kinds.ts'
import type { Submission } from './timeliness.ts'
import { reportState, stateLabel } from './timeliness.ts'

export type StoryStep = { title: string; text: string; clause: ClauseId | null }

/** The story behind one cell of the heat map: owed why → due → grace → what came when → conclusion. */
export function cellStory(kind: ObligationKind, duty: Duty, submission: Submission, now: Date): StoryStep[] {
  const today = shanghaiDate(now)
  const [owed] = duty.reasons
  const first = {
    title: duty.owed ? '应填' : '不必填',
    text: duty.reasons.map(({ text }) => text).join(''),
    clause: owed?.clause ?? null,
  }
  if (!duty.owed) return [first]
  const { due, grace } = submission
  const { state, reasons, clause } = reportState(submission, now, kind)
  return [
    first,
    { title: '正常截止', text: deadlineText(due, today), clause: deadlineClause[kind].due },
    {
      title: '宽限截止',
      text: `${deadlineText(grace, today)}（含这一分钟）`,
      clause: deadlineClause[kind].grace,
    },
    { title: '首次完整提交', text: whatCame(submission, today), clause: null },
    { title: stateLabel[state], text: reasons.map(({ text }) => text).join(''), clause },
  ]
}

function whatCame({ firstCompleteAt: filedAt, due, grace }: Submission, today: PlainDate): string {
  if (!filedAt) return '没有提交。'
  const when = `${shortDate(shanghaiDate(filedAt), today)} ${shanghaiTimeWithSeconds(filedAt)}`
  if (filedAt <= lastMomentOf(due)) return `${when}，按时。`
  const late = filedAt.getTime() - lastMomentOf(grace).getTime()
  return late <= 0 ? `${when}，在宽限期内。` : `${when}，晚 ${durationText(late)}。`
}

function durationText(ms: number): string {
  const seconds = Math.ceil(ms / 1000)
  if (seconds < 60) return `${seconds} 秒`
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return `${minutes} 分`
  const hours = Math.floor(minutes / 60)
  return hours < 24 ? `${hours} 时` : `${Math.floor(hours / 24)} 天`
}
