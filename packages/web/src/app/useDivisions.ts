import { useQuery } from '@tanstack/react-query'
import { read } from './client.ts'
import { useSession } from './session.ts'

/** To choose between: those of 总经理, where there are several; nobody else has more than his own. */
export function useDivisions(): readonly { id: string; name: string }[] {
  const { division, person } = useSession()
  const wanted = division === null && person.role === 'gm'
  const { data } = useQuery({ ...read('organisation', 'divisions'), enabled: wanted })
  const items = data?.items ?? []
  return wanted && items.length > 1 ? items : []
}
