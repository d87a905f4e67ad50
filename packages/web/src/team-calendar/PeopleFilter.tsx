import type { TeamCalendar } from '@zhuowei/contract/team-calendar.ts'
import { Select } from 'antd'
import styles from './TeamCalendarPage.module.css'

interface PeopleFilterProps {
  people: TeamCalendar['people']
  chosen: readonly string[]
  onChange: (ids: string[] | undefined) => void
}

/** Nobody chosen: the team day by day. Somebody chosen: his own lines. */
export function PeopleFilter({ people, chosen, onChange }: PeopleFilterProps) {
  return (
    <Select
      className={styles.people}
      mode="multiple"
      aria-label="只看这些人"
      placeholder="全部人员"
      maxTagCount="responsive"
      maxCount={20}
      allowClear={{ label: '清除' }}
      value={[...chosen]}
      onChange={(ids: string[]) => onChange(ids.length > 0 ? ids : undefined)}
      options={people.map(({ id, name }) => ({ value: id, label: name }))}
      showSearch={{ optionFilterProp: 'label' }}
    />
  )
}
