import { useNavigate } from '@tanstack/react-router'
import { Segments } from '../ui/Segments.tsx'

const tabs = [
  { value: '/complaints', label: '投诉' },
  { value: '/complaints/suggestions', label: '建议' },
] as const

/** The two pages of 投诉与建议. */
export function ComplaintTabs({ current }: { current: (typeof tabs)[number]['value'] }) {
  const navigate = useNavigate()
  return (
    <Segments label="投诉与建议" options={tabs} value={current} onChange={(to) => void navigate({ to })} />
  )
}
