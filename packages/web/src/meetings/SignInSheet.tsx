import type { MeetingAttendee, MeetingRecord } from '@zhuowei/contract/meeting-shapes.ts'
import { attended } from '@zhuowei/domain/meetings/meeting.ts'
import { durationText } from '@zhuowei/domain/meetings/wording.ts'
import { Button } from 'antd'
import { client } from '../app/client.ts'
import { useCommand } from '../app/useCommand.ts'
import { InstantText } from '../ui/DateText.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { changedByMeeting } from './changed.ts'
import styles from './meetings.module.css'
import { Presence } from './words.tsx'

export const cameText = ({ attendees }: MeetingRecord) =>
  `${attendees.filter(({ state }) => attended(state)).length} / ${attendees.length} 人签到`

/** 签到: who is there, from afar, on leave or missing; ticked in place by the manager and 综合管理. */
export function SignInSheet({ meeting }: { meeting: MeetingRecord }) {
  const sign = useCommand(
    ({ personId, state }: { personId: string; state?: MeetingAttendee['state'] }) =>
      client.meetings.signIn({ params: { id: meeting.id }, body: { personId, state } }),
    { changes: changedByMeeting },
  )
  const isHeld = meeting.startedAt !== null
  return (
    <>
      {sign.error && <RefusalBox error={sign.error} />}
      <ul className={`${styles.rows} ${styles.sheet}`}>
        {meeting.attendees.map((attendee) => {
          const { person, state } = attendee
          // After 散会 the sheet names who was missing; before it, who has not come yet.
          const isIn = meeting.state === 'ended' ? attended(state) : state !== 'invited'
          return (
            <li key={person.id}>
              <strong>{person.name}</strong>
              <Later attendee={attendee} meeting={meeting} />
              {(state !== 'invited' || attendee.away || isHeld || meeting.can.signInOthers) && (
                <Presence attendee={attendee} />
              )}
              {meeting.can.signInOthers && (
                <Button
                  size="small"
                  type={isIn ? 'text' : 'default'}
                  aria-label={isIn ? `撤销${person.name}的签到` : `替${person.name}签到`}
                  loading={sign.isPending && sign.variables.personId === person.id}
                  onClick={() =>
                    sign.mutate(isIn ? { personId: person.id, state: 'invited' } : { personId: person.id })
                  }
                >
                  {isIn ? '撤销' : '签到'}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
    </>
  )
}

/** What is still to be confirmed, or was. */
function Later({ attendee, meeting }: { attendee: MeetingAttendee; meeting: MeetingRecord }) {
  const { minutesDueAt, minutesConfirmedAt, clausesConfirmedAt, trainingMinutes } = attendee
  if (meeting.form === 'policy' && meeting.startedAt)
    return <small>{clausesConfirmedAt ? '条款已确认' : '条款未确认'}</small>
  if (meeting.form === 'training' && trainingMinutes !== null)
    return <small>{durationText(trainingMinutes)}</small>
  if (!minutesDueAt) return null
  return minutesConfirmedAt ? (
    <small>
      已看纪要 <InstantText at={minutesConfirmedAt} />
    </small>
  ) : (
    <small>纪要待确认</small>
  )
}
