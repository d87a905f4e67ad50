import type { AbsenceRecord } from '@zhuowei/contract/attendance.ts'
import { Facets } from '../ui/Facets.tsx'
import { Pane } from '../ui/Page.tsx'
import type { AttendanceSearch } from './attendance-search.ts'

interface PeopleFacetProps {
  absences: readonly AbsenceRecord[]
  search: AttendanceSearch
  change: (next: Partial<AttendanceSearch>) => void
}

/** Whose; only where there are several people to choose from. */
export function PeopleFacet({ absences, search, change }: PeopleFacetProps) {
  const options = countedPeople(absences.filter(({ kind }) => !search.kind || kind === search.kind))
  const { personId = [] } = search
  if (options.length < 2 && personId.length === 0) return null
  return (
    <Pane width={188} label="筛选">
      <Facets
        facets={[{ key: 'personId', title: '人员', options }]}
        chosen={{ personId }}
        onChange={(_, values) =>
          change({ personId: values.length > 0 ? values : undefined, open: undefined })
        }
        onClear={() => change({ personId: undefined, open: undefined })}
      />
    </Pane>
  )
}

function countedPeople(absences: readonly AbsenceRecord[]) {
  const people = new Map<string, { value: string; label: string; count: number }>()
  for (const { person } of absences) {
    const counted = people.get(person.id) ?? { value: person.id, label: person.name, count: 0 }
    people.set(person.id, { ...counted, count: counted.count + 1 })
  }
  return [...people.values()].toSorted(
    (one, other) => other.count - one.count || one.label.localeCompare(other.label, 'zh-CN'),
  )
}
