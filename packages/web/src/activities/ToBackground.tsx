import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Activity } from '@zhuowei/contract/activities.ts'
import { read } from '../app/client.ts'

/** G22: what this visit said and 背景资料 does not have yet is entered there. */
export function ToBackground({ activity: { id, customer } }: { activity: Activity }) {
  const { data } = useQuery(read('background', 'get', { params: { id: customer.id } }))
  const left = data?.offers.filter(({ activityId }) => activityId === id).length ?? 0
  if (left === 0) return null
  return (
    <>
      ；
      <Link to="/customers/$customerId" params={{ customerId: customer.id }} search={{ tab: 'background' }}>
        {left} 条可记入背景资料
      </Link>
    </>
  )
}
