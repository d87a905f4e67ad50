import { useNavigate } from '@tanstack/react-router'
import { useSession } from '../app/session.ts'
import { Segments } from '../ui/Segments.tsx'

const tabs = [
  { value: '/reports', label: '我的', right: 'reports.write' },
  { value: '/reports/team', label: '团队', right: 'reports.team' },
  { value: '/reports/compliance', label: '合规', right: 'compliance.read' },
] as const
type Tab = (typeof tabs)[number]['value']

/** The pages of 日常工作 that this person has. */
export function ReportsTabs({ current }: { current: Tab }) {
  const { rights } = useSession()
  const navigate = useNavigate()
  const mine = tabs.filter(({ right }) => rights.includes(right))
  if (mine.length < 2) return null
  return <Segments label="日常工作" options={mine} value={current} onChange={(to) => void navigate({ to })} />
}
