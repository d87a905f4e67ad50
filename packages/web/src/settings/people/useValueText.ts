import { useQuery } from '@tanstack/react-query'
import { roleLabel } from '@zhuowei/domain/organisation/roles.ts'
import { read } from '../../app/client.ts'
import type { PersonValues } from './person-values.ts'

/** The value of a field as people read it: names instead of ids. */
export function useValueText(): (key: keyof PersonValues, values: Readonly<PersonValues>) => string {
  const divisions = useQuery(read('organisation', 'divisions')).data?.items ?? []
  const regions = useQuery(read('organisation', 'regions', { query: {} })).data?.items ?? []
  const managers = useQuery(read('organisation', 'people', { query: { role: ['gm', 'dm'], limit: 200 } }))
  const nameIn = (list: readonly { id: string; name: string }[], id: string | null) =>
    list.find((one) => one.id === id)?.name ?? ''
  return (key, values) => {
    if (key === 'role') return roleLabel[values.role]
    if (key === 'attendanceClerk') return values.attendanceClerk ? '是' : '否'
    if (key === 'divisionId') return nameIn(divisions, values.divisionId)
    if (key === 'managerId') return nameIn(managers.data?.items ?? [], values.managerId)
    if (key === 'regionIds') return values.regionIds.map((id) => nameIn(regions, id)).join('、')
    return values[key]
  }
}
