import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { MeetingRecord } from '@zhuowei/contract/meeting-shapes.ts'
import { Button } from 'antd'
import { useState } from 'react'
import { client, read } from '../app/client.ts'
import { useCommand } from '../app/useCommand.ts'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { useUndo } from '../ui/UndoBar.tsx'
import { usePhone } from '../ui/useMedia.ts'
import { CancelMeeting, MoveMeeting, ReopenMinutes } from './ChangeMeeting.tsx'
import { changedByMeeting } from './changed.ts'
import { DecideProposal } from './DecideProposal.tsx'
import { EndMeeting } from './EndMeeting.tsx'
import { lineAnchor } from './MinutesLineEditor.tsx'
import styles from './meetings.module.css'

/** The verbs of a meeting that this person has now; the one that comes next is primary. */
export function MeetingVerbs({ meeting }: { meeting: MeetingRecord }) {
  const [dialog, setDialog] = useState<'move' | 'cancel' | 'reopen' | null>(null)
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const say = useUndo()
  const phone = usePhone()
  const { id, can, state, version, startsAt } = meeting
  const params = { id }
  const body = { version }
  const changes = changedByMeeting
  const goLive = () => void navigate({ to: '/meetings/$meetingId/live', params: { meetingId: id } })
  const start = useCommand(() => client.meetings.start({ params, body }), { changes, onDone: goLive })
  const publish = useCommand(() => client.minutes.publish({ params, body }), {
    changes,
    onDone: () => say({ text: '纪要已发布，没有到会的人会收到确认' }),
  })
  const resume = useCommand(() => client.meetings.resume({ params, body }), { changes, onDone: goLive })
  const minutes = useQuery({ ...read('minutes', 'get', { params }), enabled: can.publish })
  const conflict = minutes.data?.lines.find(({ conflictOf }) => conflictOf !== null)
  const own = useCommand(
    (what: 'signIn' | 'clauses' | 'minutes') =>
      what === 'signIn'
        ? client.meetings.signIn({ params, body: {} })
        : what === 'clauses'
          ? client.meetings.confirmClauses({ params })
          : client.minutes.confirm({ params }),
    { changes, onDone: (_, what) => say({ text: what === 'signIn' ? '已签到' : '已确认' }) },
  )
  const close = () => setDialog(null)
  const error = start.error ?? resume.error ?? publish.error ?? own.error
  const stale = () => void queryClient.invalidateQueries({ queryKey: ['meetings'] })
  return (
    <div className={styles.head}>
      {can.decide && <DecideProposal meeting={meeting} />}
      {can.signIn && (
        <Button
          type={can.start || state === 'running' ? 'default' : 'primary'}
          loading={own.isPending}
          onClick={() => own.mutate('signIn')}
        >
          签到
        </Button>
      )}
      {can.confirmClauses && (
        <Button type="primary" loading={own.isPending} onClick={() => own.mutate('clauses')}>
          我已学习，确认条款
        </Button>
      )}
      {can.confirmMinutes && (
        <Button type="primary" loading={own.isPending} onClick={() => own.mutate('minutes')}>
          我已看过纪要
        </Button>
      )}
      {can.start && (
        <Button type="primary" loading={start.isPending} onClick={() => start.mutate()}>
          开会
        </Button>
      )}
      {state === 'running' && !phone && (
        <Button type="primary" onClick={goLive}>
          进入会议
        </Button>
      )}
      {can.end && phone && <EndMeeting meeting={meeting} type="primary" />}
      {conflict && (
        <Button
          type="link"
          onClick={() =>
            document.getElementById(lineAnchor(conflict.id))?.scrollIntoView({ block: 'center' })
          }
        >
          还有一处同时写下的两行
        </Button>
      )}
      {can.publish && (
        <Button
          type="primary"
          disabled={conflict !== undefined}
          loading={publish.isPending}
          onClick={() => publish.mutate()}
        >
          发布纪要
        </Button>
      )}
      {can.resume && (
        <Button loading={resume.isPending} onClick={() => resume.mutate()}>
          继续开会
        </Button>
      )}
      {(state === 'ended' || state === 'published') && can.readMinutes && (
        <Button
          onClick={() => void navigate({ to: '/meetings/$meetingId/print', params: { meetingId: id } })}
        >
          打印纪要
        </Button>
      )}
      {can.change && <Button onClick={() => setDialog('move')}>改期</Button>}
      {can.change && <Button onClick={() => setDialog('cancel')}>取消会议</Button>}
      {can.reopen && <Button onClick={() => setDialog('reopen')}>收回再改</Button>}
      {dialog === 'move' && <MoveMeeting meeting={meeting} key={startsAt} onClose={close} />}
      {dialog === 'cancel' && <CancelMeeting meeting={meeting} onClose={close} />}
      {dialog === 'reopen' && <ReopenMinutes meeting={meeting} onClose={close} />}
      {error && (
        <RefusalBox
          error={error}
          ways={
            <Button type="link" size="small" onClick={stale}>
              看最新的
            </Button>
          }
        />
      )}
    </div>
  )
}
