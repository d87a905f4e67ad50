import { PlusOutlined, SearchOutlined } from '@ant-design/icons'
import { useNavigate } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { Segments } from '../../ui/Segments.tsx'
import styles from './PeopleBar.module.css'
import type { PeopleSearch } from './search.ts'

interface PartProps {
  search: PeopleSearch
  change: (next: Partial<PeopleSearch>) => void
}

export function PeopleBar({ mayOnboard, ...part }: PartProps & { mayOnboard: boolean }) {
  return (
    <div className={styles.bar}>
      <PeopleStates {...part} />
      <PeopleFind {...part} />
      {mayOnboard && <NewPersonButton />}
    </div>
  )
}

export function NewPersonButton() {
  const navigate = useNavigate()
  return (
    <Button
      type="primary"
      className={styles.new}
      icon={<PlusOutlined />}
      onClick={() => void navigate({ to: '/settings/people/new' })}
    >
      新员工
    </Button>
  )
}

export function PeopleStates({ search, change }: PartProps) {
  return (
    <Segments
      label="在职或离职"
      value={search.state ?? 'current'}
      onChange={(state) => change({ state: state === 'current' ? undefined : state })}
      options={[
        { value: 'current', label: '在职' },
        { value: 'left', label: '已离职' },
        { value: 'all', label: '全部' },
      ]}
    />
  )
}

/** Half-typed pinyin is not looked for. */
export function PeopleFind({ search, change }: PartProps) {
  const find = (typed: string) => change({ search: typed.trim() || undefined })
  return (
    <Input
      className={styles.find}
      allowClear
      prefix={<SearchOutlined />}
      placeholder="姓名、用户名"
      aria-label="按姓名或用户名找人"
      defaultValue={search.search}
      onChange={({ target, nativeEvent }) => {
        if (!(nativeEvent instanceof InputEvent && nativeEvent.isComposing)) find(target.value)
      }}
      onCompositionEnd={({ currentTarget }) => find(currentTarget.value)}
    />
  )
}
