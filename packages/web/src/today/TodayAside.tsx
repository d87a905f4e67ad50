import { useNavigate } from '@tanstack/react-router'
import type { Today } from '@zhuowei/contract/today.ts'
import { RecentStrip } from '../reports/RecentStrip.tsx'
import { Panel } from '../ui/Panel.tsx'
import { DivisionTrends } from './DivisionTrends.tsx'
import { Mending, SystemStatus } from './NumbersPanels.tsx'
import { Guidance, ToVisit } from './OwnPanels.tsx'
import { Owing, Unread } from './TeamPanels.tsx'
import { MissedBy } from './WeekNumbers.tsx'

/** Below the list: what a position works on when nothing presses. What a role does not have is absent in the reply. */
export function TodayBelow({ today }: { today: Today }) {
  return (
    <>
      {today.counts && <Mending counts={today.counts} />}
      {today.unread && today.unread.count > 0 && <Unread unread={today.unread} />}
    </>
  )
}

/** Beside the list, the pressing panel first. */
export function TodayAside({ today }: { today: Today }) {
  const navigate = useNavigate()
  const onStory = (story: string) => void navigate({ to: '/', search: { story } })
  return (
    <>
      {today.owing && <Owing owing={today.owing} />}
      {today.missedBy && today.missedBy.length > 0 && <MissedBy people={today.missedBy} today={today.date} />}
      {today.toVisit && <ToVisit customers={today.toVisit} />}
      {today.trend && <DivisionTrends date={today.date} trend={today.trend} />}
      {today.recent && today.recent.days.length > 0 && (
        <Panel title="我的日报" note="近 20 个工作日">
          <RecentStrip recent={today.recent} own onStory={onStory} />
        </Panel>
      )}
      {today.guidance && today.guidance.length > 0 && <Guidance guidance={today.guidance} />}
      {today.system && <SystemStatus system={today.system} />}
    </>
  )
}
