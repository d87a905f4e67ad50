import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { read } from '../app/client.ts'
import { useSession } from '../app/session.ts'

export interface Colleague {
  id: string
  name: string
}

interface Wanted {
  regionId?: string | undefined
  search?: string | undefined
  limit: number
}

/** People of one's own division, with the region or the position that tells namesakes apart. */
export function useColleagues({ regionId, search, limit }: Wanted): (Colleague & { place: string })[] {
  const { division } = useSession()
  const { data } = useQuery({
    ...read('organisation', 'people', { query: { divisionId: division?.id, regionId, search, limit } }),
    staleTime: 10 * 60_000,
    placeholderData: keepPreviousData,
  })
  return (data?.items ?? []).map(({ id, name, roleLabel, regions }) => ({
    id,
    name,
    place: regions[0]?.name ?? roleLabel,
  }))
}
