import type {
  ActionItem,
  Meeting,
  MeetingAttendee,
  SupportRequest,
} from '@zhuowei/contract/meeting-shapes.ts'
import { occasionalMeetingForms } from '@zhuowei/domain/clauses/prescribed.ts'
import { actionItemStateLabel, isOpen } from '@zhuowei/domain/meetings/action-item.ts'
import { meetingStateLabel, presenceLabel } from '@zhuowei/domain/meetings/meeting.ts'
import { supportStateLabel } from '@zhuowei/domain/support-requests/support-request.ts'
import { StateTag, type Tone } from '../ui/StateTag.tsx'

const stateTone: Record<Meeting['state'], Tone> = {
  proposed: 'amber',
  planned: 'outlined',
  running: 'brand',
  ended: 'amber',
  published: 'green',
  cancelled: 'grey',
}

export function MeetingState({ state }: Pick<Meeting, 'state'>) {
  return <StateTag tone={stateTone[state]}>{meetingStateLabel[state]}</StateTag>
}

/** 周例会, or the form in the regulation's own words. */
export const formText = ({ form }: Pick<Meeting, 'form'>) => (form ? occasionalMeetingForms[form] : '周例会')

const presenceTone: Record<MeetingAttendee['state'], Tone> = {
  invited: 'outlined',
  present: 'green',
  remote: 'green',
  leave: 'grey',
  absent: 'red',
}

/** What the sheet says of a person: before the meeting what is known of him, afterwards what was. */
export function Presence({ attendee }: { attendee: MeetingAttendee }) {
  const { state, away, awayPart } = attendee
  if (state === 'invited' && away) {
    const half = awayPart === 'am' ? '上午' : awayPart === 'pm' ? '下午' : ''
    return (
      <StateTag tone={away === 'leave' ? 'grey' : 'outlined'}>
        {half}
        {away === 'leave' ? '请假' : '出差，远程'}
      </StateTag>
    )
  }
  return <StateTag tone={presenceTone[state]}>{presenceLabel[state]}</StateTag>
}

export function ActionItemTag({ item }: { item: Pick<ActionItem, 'state' | 'carryCount'> }) {
  if (isOpen(item.state) && item.carryCount > 0)
    return <StateTag tone={item.carryCount > 1 ? 'red' : 'amber'}>结转 {item.carryCount} 次</StateTag>
  const tone: Tone = item.state === 'done' ? 'green' : item.state === 'cancelled' ? 'grey' : 'outlined'
  return <StateTag tone={tone}>{actionItemStateLabel[item.state]}</StateTag>
}

const supportTone: Record<SupportRequest['state'], Tone> = {
  open: 'amber',
  granted: 'green',
  refused: 'red',
  withdrawn: 'grey',
}

export function SupportState({ state }: Pick<SupportRequest, 'state'>) {
  return <StateTag tone={supportTone[state]}>{supportStateLabel[state]}</StateTag>
}

/** 第48周, of a plan's week. */
export const weekText = (week: string) => `第${Number(week.slice(6))}周计划`
