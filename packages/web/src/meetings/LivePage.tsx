import { CloseOutlined, FullscreenOutlined } from '@ant-design/icons'
import { getRouteApi, Navigate, useNavigate } from '@tanstack/react-router'
import { ProblemError } from '@zhuowei/contract/client.ts'
import type { MeetingRecord } from '@zhuowei/contract/meeting-shapes.ts'
import { shanghaiTime } from '@zhuowei/domain/calendar/dates.ts'
import { weeklyMeetingAgenda } from '@zhuowei/domain/clauses/prescribed.ts'
import { Button } from 'antd'
import { useState } from 'react'
import { client } from '../app/client.ts'
import { useCommand } from '../app/useCommand.ts'
import { useNow } from '../ui/clock.ts'
import { Kbd } from '../ui/Kbd.tsx'
import { PageSkeleton } from '../ui/PageSkeleton.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { useDocumentTitle } from '../ui/useDocumentTitle.ts'
import { usePhone } from '../ui/useMedia.ts'
import { useShortcuts } from '../ui/useShortcuts.ts'
import { ActionItemRows } from './ActionItemRows.tsx'
import { countIn, SectionRows } from './Agenda.tsx'
import { changedByMeeting } from './changed.ts'
import { EndMeeting } from './EndMeeting.tsx'
import styles from './live.module.css'
import { MeetingById, NotThere, useMeeting } from './MeetingPage.tsx'
import { MinutesEditor } from './MinutesEditor.tsx'
import { cameText, SignInSheet } from './SignInSheet.tsx'

const route = getRouteApi('/shell/meetings/$meetingId/live')

/** 开会: one part at a time in large type for everybody in the room, the minutes beside it. On the phone the ordinary page does it. */
export function LivePage() {
  const { meetingId } = route.useParams()
  const phone = usePhone()
  const { data, error, refetch } = useMeeting(meetingId)
  if (phone) return <MeetingById id={meetingId} />
  if (data && isOver(data)) return <Navigate to="/meetings/$meetingId" params={{ meetingId }} replace />
  if (data) return <Room meeting={data} />
  if (error instanceof ProblemError && error.problem.code === 'not_found') return <NotThere />
  return error ? <RefusalBox error={error} onRetry={() => void refetch()} /> : <PageSkeleton />
}

const isOver = ({ state }: MeetingRecord) =>
  state === 'ended' || state === 'published' || state === 'cancelled'

interface Part {
  key: string
  label: string
  count: string
  section: number | null
}

function partsOf(meeting: MeetingRecord): Part[] {
  const topics = meeting.agenda.filter(({ section }) => section === 0).length
  return [
    { key: 'sign-in', label: '签到', count: cameText(meeting), section: null },
    ...(meeting.kind === 'regular'
      ? weeklyMeetingAgenda.map((label, index) => ({
          ...{ key: label, label, section: index + 1 },
          count: countIn(meeting, index + 1),
        }))
      : []),
    ...(meeting.kind === 'occasional' || topics > 0
      ? [{ key: 'topics', label: '议题', count: topics > 0 ? `${topics} 项` : '', section: 0 }]
      : []),
  ]
}

function Room({ meeting }: { meeting: MeetingRecord }) {
  useDocumentTitle(`开会：${meeting.title}`)
  const navigate = useNavigate()
  const [at, setAt] = useState(0)
  const { id, can, state, version, title, startedAt } = meeting
  const parts = partsOf(meeting)
  const part = parts[Math.min(at, parts.length - 1)]
  const leave = () => void navigate({ to: '/meetings/$meetingId', params: { meetingId: id } })
  const changes = changedByMeeting
  const call = { params: { id }, body: { version } }
  const start = useCommand(() => client.meetings.start(call), { changes, onDone: () => setAt(1) })
  const go = (by: number) => setAt((before) => Math.max(0, Math.min(parts.length - 1, before + by)))
  useShortcuts({
    ArrowRight: () => go(1),
    PageDown: () => go(1),
    ArrowLeft: () => go(-1),
    PageUp: () => go(-1),
    ...Object.fromEntries(parts.map((_, index) => [String(index + 1), () => setAt(index)])),
    N: () => document.getElementById('new-minutes-line')?.focus(),
    F: () => void toggleFullscreen(),
    Escape: leave,
  })
  return (
    <div className={styles.room}>
      <header className={styles.bar}>
        <h1>{title}</h1>
        <span>{startedAt ? <Elapsed since={startedAt} /> : '还没有开始'}</span>
        <nav className={styles.parts} aria-label="议程">
          {parts.map((one, index) => (
            <button
              key={one.key}
              type="button"
              aria-current={one.key === part?.key}
              onClick={() => setAt(index)}
            >
              {one.label}
            </button>
          ))}
        </nav>
        {can.start && (
          <Button type="primary" size="large" loading={start.isPending} onClick={() => start.mutate()}>
            开会
          </Button>
        )}
        {can.end && <EndMeeting meeting={meeting} size="large" onDone={leave} />}
        <Button
          type="text"
          icon={<FullscreenOutlined />}
          aria-label="全屏"
          onClick={() => void toggleFullscreen()}
        />
        <Button type="text" icon={<CloseOutlined />} aria-label="离开会议画面" onClick={leave} />
      </header>
      {start.error && <RefusalBox error={start.error} />}
      <div className={styles.panes}>
        <section className={styles.stage} aria-label={part?.label}>
          <h2>
            {part?.label} <small>{part?.count}</small>
          </h2>
          {part?.section === null ? (
            <div className={styles.sheet}>
              <SignInSheet meeting={meeting} />
            </div>
          ) : (
            <SectionRows meeting={meeting} section={part?.section ?? 0} />
          )}
        </section>
        {state !== 'planned' && can.readMinutes && (
          <aside className={styles.notes} aria-label="纪要和遗留问题">
            <h2>纪要</h2>
            <MinutesEditor meeting={meeting} agendaItemId={firstOf(meeting, part)} />
            <h2>遗留问题</h2>
            <div className={styles.items}>
              <ActionItemRows meeting={meeting} />
            </div>
          </aside>
        )}
      </div>
      <footer className={styles.keys}>
        <Kbd keys="←" /> <Kbd keys="→" /> <span>上一段、下一段</span>
        <Kbd keys="N" /> <span>记纪要</span>
        <Kbd keys="F" /> <span>全屏</span>
        <Kbd keys="Esc" /> <span>离开</span>
      </footer>
    </div>
  )
}

/** A line belongs to one thing on the agenda only where the part holds no other. */
function firstOf({ agenda }: MeetingRecord, part: Part | undefined): string | null {
  const items = agenda.filter(({ section }) => section === part?.section)
  return items.length === 1 ? (items[0]?.id ?? null) : null
}

function Elapsed({ since }: { since: string }) {
  const now = useNow()
  const minutes = Math.max(0, Math.floor((now.getTime() - Date.parse(since)) / 60_000))
  return (
    <>
      {shanghaiTime(now)}，已开 {minutes} 分
    </>
  )
}

/** Where the browser cannot, the page fills the window anyway. */
async function toggleFullscreen(): Promise<void> {
  if (document.fullscreenElement) await document.exitFullscreen()
  else await document.documentElement.requestFullscreen?.()
}
