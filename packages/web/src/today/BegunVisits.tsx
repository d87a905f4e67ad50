import { useNavigate } from '@tanstack/react-router'
import { Unfinished } from '../activities/Unfinished.tsx'

/** Visits that were begun on this device and not saved. */
export function BegunVisits() {
  const navigate = useNavigate()
  return (
    <Unfinished
      onChoose={(customerId) =>
        void navigate({ to: '/activities/new', search: { customerId, kind: 'visit' } })
      }
    />
  )
}
