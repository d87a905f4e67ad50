import { Input } from 'antd'
import { useDeferredValue, useState } from 'react'
import { Chip, Chips, ChipVerb } from '../ui/Chip.tsx'
import styles from './PeopleFields.module.css'
import { type Colleague, useColleagues } from './useColleagues.ts'

interface FindColleagueProps {
  except: readonly string[]
  onFound: (colleague: Colleague) => void
  onClose: () => void
}

export function FindColleague({ except, onFound, onClose }: FindColleagueProps) {
  const [typed, setTyped] = useState('')
  const search = useDeferredValue(typed.trim())
  const found = useColleagues({ search: search || undefined, limit: 24 }).filter(
    ({ id }) => !except.includes(id),
  )
  return (
    <div className={styles.more}>
      <Input
        autoFocus
        allowClear
        aria-label="找同事"
        placeholder="同事姓名"
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
      <Chips>
        {found.map((colleague) => (
          <Chip key={colleague.id} chosen={false} onToggle={() => onFound(colleague)} note={colleague.place}>
            {colleague.name}
          </Chip>
        ))}
        {found.length === 0 && search !== '' && <span className={styles.none}>没有这位同事</span>}
        <ChipVerb onClick={onClose}>收起</ChipVerb>
      </Chips>
    </div>
  )
}
