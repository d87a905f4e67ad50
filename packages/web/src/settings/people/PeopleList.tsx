import type { Person } from '@zhuowei/contract/person-shapes.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { TwoLineList } from '../../ui/TwoLineList.tsx'
import { usePhone } from '../../ui/useMedia.ts'
import type { ListSource } from '../../ui/usePages.ts'
import { PersonHead, PersonLines, PersonRow, personColumns } from './PersonRow.tsx'

interface PeopleListProps {
  source: ListSource<Person>
  isFiltered: boolean
  selected: string | null
  onSelect: (id: string | null) => void
  onOpen: (person: Person) => void
}

export function PeopleList({ source, isFiltered, selected, onSelect, onOpen }: PeopleListProps) {
  const phone = usePhone()
  const withRecord = source.items?.some(({ record }) => record !== null) ?? false
  const narrow = selected !== null
  return (
    <TwoLineList
      label="人员"
      source={source}
      keyOf={(person) => person.id}
      columns={phone ? 'minmax(0, 1fr)' : personColumns(withRecord, narrow)}
      head={<PersonHead withRecord={withRecord} narrow={narrow} />}
      row={(person) =>
        phone ? (
          <PersonLines person={person} />
        ) : (
          <PersonRow person={person} withRecord={withRecord} narrow={narrow} />
        )
      }
      selected={selected}
      onSelect={onSelect}
      onOpen={onOpen}
      empty={
        isFiltered ? (
          <EmptyState title="没有符合条件的人" note="换一个条件，或看“全部”。" />
        ) : (
          <EmptyState title="还没有人员" note="先建立事业部经理，再建立其他人，上司会自动对上。" />
        )
      }
      foot={(shown, hasMore) => <span>{hasMore ? `已显示 ${shown} 人` : `${shown} 人`}</span>}
    />
  )
}
