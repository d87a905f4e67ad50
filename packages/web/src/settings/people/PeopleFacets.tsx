import { useQuery } from '@tanstack/react-query'
import { standsOutside } from '@zhuowei/domain/organisation/position.ts'
import { type Role, roleLabel, roles } from '@zhuowei/domain/organisation/roles.ts'
import { read } from '../../app/client.ts'
import { useSession } from '../../app/session.ts'
import { type Facet, Facets } from '../../ui/Facets.tsx'
import type { PeopleSearch } from './search.ts'

interface PeopleFacetsProps {
  /** How many of each role there are under the other conditions. */
  numbers: readonly { role: Role; people: number }[]
  search: PeopleSearch
  change: (next: Partial<PeopleSearch>) => void
}

export function PeopleFacets({ search, change, numbers }: PeopleFacetsProps) {
  const numberOf = new Map(numbers.map(({ role, people }) => [role, people]))
  const divisions = useQuery(read('organisation', 'divisions')).data?.items ?? []
  const regions = useQuery(read('organisation', 'regions', { query: {} })).data?.items ?? []
  const inside = useSession().division !== null
  const listed = roles.filter((role) => !(inside && standsOutside(role)))
  const facets: Facet[] = [
    {
      key: 'role',
      title: '岗位',
      options: listed.map((role) => ({
        value: role,
        label: roleLabel[role],
        count: numberOf.get(role) ?? 0,
      })),
    },
    {
      key: 'regionId',
      title: '片区',
      options: regions.map(({ id, name, members }) => ({ value: id, label: name, count: members.length })),
    },
  ]
  if (divisions.length > 1) {
    facets.push({
      key: 'divisionId',
      title: '事业部',
      options: divisions.map(({ id, name, peopleCount }) => ({ value: id, label: name, count: peopleCount })),
    })
  }
  const { role = [], regionId = [], divisionId = [] } = search
  return (
    <Facets
      facets={facets.filter(({ options }) => options.length > 0)}
      chosen={{ role, regionId, divisionId }}
      onChange={(key, values) => {
        const chosen = values.length > 0 ? values : undefined
        if (key === 'role')
          change({ role: chosen as Role[] | undefined }) // the options above are roles
        else change({ [key]: chosen })
      }}
      onClear={() => change({ role: undefined, regionId: undefined, divisionId: undefined })}
    />
  )
}
