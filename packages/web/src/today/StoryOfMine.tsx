import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { Drawer } from 'antd'
import { useSession } from '../app/session.ts'
import { CellStory } from '../reports/CellStory.tsx'
import { usePhone } from '../ui/useMedia.ts'

const route = getRouteApi('/shell/')

/** Why one of the own reports counts as it does: due, grace, what came when, conclusion. Opened by its address. */
export function StoryOfMine() {
  const { story } = route.useSearch()
  const { person } = useSession()
  const navigate = useNavigate()
  const phone = usePhone()
  return (
    <Drawer
      open={story !== undefined}
      placement={phone ? 'bottom' : 'right'}
      {...(phone ? { size: 'auto' as const } : { size: 460 })}
      title="我的这一天"
      onClose={() => void navigate({ to: '/', replace: true })}
    >
      {story && <CellStory personId={person.id} date={story} />}
    </Drawer>
  )
}
