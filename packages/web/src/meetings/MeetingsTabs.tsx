import { useNavigate } from '@tanstack/react-router'
import { useSession } from '../app/session.ts'
import { Segments } from '../ui/Segments.tsx'

const tabs = [
  { value: '/meetings', label: '会议', right: 'meetings.read' },
  { value: '/meetings/action-items', label: '遗留问题', right: 'minutes.read' },
  { value: '/support-requests', label: '支持需求', right: 'support_requests.read' },
  { value: '/meetings/training-hours', label: '培训学时', right: 'meetings.read' },
] as const
type Tab = (typeof tabs)[number]['value']

/** The pages of 会议与遗留问题. */
export function MeetingsTabs({ current }: { current: Tab }) {
  const { rights } = useSession()
  const navigate = useNavigate()
  const mine = tabs.filter(({ right }) => rights.includes(right))
  return (
    <Segments
      label="会议与遗留问题"
      options={mine}
      value={current}
      onChange={(to) => void navigate({ to })}
    />
  )
}
