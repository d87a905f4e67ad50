import { useNavigate } from '@tanstack/react-router'
import { Segments } from '../ui/Segments.tsx'

const tabs = [
  { value: '/verbal-reports', label: '口头汇报' },
  { value: '/verbal-reports/incidents', label: '问题事件' },
] as const

/** What was said, and what happened. */
export function Tabs({ current }: { current: (typeof tabs)[number]['value'] }) {
  const navigate = useNavigate()
  return <Segments label="看什么" options={tabs} value={current} onChange={(to) => void navigate({ to })} />
}
