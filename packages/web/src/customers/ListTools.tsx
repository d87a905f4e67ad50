import { SearchOutlined } from '@ant-design/icons'
import { Checkbox, Input, Select } from 'antd'
import { useRef, useState } from 'react'
import { usePhone } from '../ui/useMedia.ts'
import { ConditionsButton } from './ConditionBuilder.tsx'
import type { CustomersSearch } from './customers-search.ts'
import styles from './ListTools.module.css'

interface ListToolsProps {
  search: CustomersSearch
  onChange: (next: Partial<CustomersSearch>) => void
}

/** Search and order above the rows; with checkboxes also the one that takes all rows that are shown. */
export function ListTools({
  search,
  onChange,
  all,
}: ListToolsProps & { all?: { some: boolean; every: boolean; onChange: (on: boolean) => void } }) {
  return (
    <div className={styles.tools}>
      {all && (
        <Checkbox
          aria-label="选择已显示的全部客户"
          checked={all.every}
          indeterminate={all.some && !all.every}
          onChange={({ target }) => all.onChange(target.checked)}
        />
      )}
      <SearchInput search={search} onChange={onChange} />
      <ConditionsButton where={search.where} onChange={(where) => onChange({ where, open: undefined })} />
      <SortSelect search={search} onChange={onChange} />
    </div>
  )
}

/** Asks when the typing pauses and nothing is being composed; the address always shows what was asked. */
export function SearchInput({ search, onChange }: ListToolsProps) {
  const phone = usePhone()
  const asked = search.q ?? ''
  const [typed, setTyped] = useState(asked)
  const [followed, setFollowed] = useState({ asked, sent: asked })
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const composing = useRef(false)
  if (asked !== followed.asked) {
    // The address changed. When not through what was sent from here, another view brings its own words.
    setFollowed({ ...followed, asked })
    if (asked !== followed.sent) setTyped(asked)
  }
  const ask = (text: string) => {
    const q = text.trim()
    setFollowed((before) => ({ ...before, sent: q }))
    onChange({ q: q || undefined, open: undefined })
  }
  return (
    <Input
      className={styles.search}
      allowClear
      value={typed}
      prefix={<SearchOutlined />}
      placeholder={phone ? '名称、首字母、电话后四位' : '名称、首字母、编号、电话后四位'}
      aria-label="在客户里找"
      onChange={({ target }) => {
        setTyped(target.value)
        clearTimeout(timer.current)
        if (!composing.current) timer.current = setTimeout(() => ask(target.value), pauseMs)
      }}
      onCompositionStart={() => {
        composing.current = true
      }}
      onCompositionEnd={({ currentTarget }) => {
        composing.current = false
        ask(currentTarget.value)
      }}
    />
  )
}

const pauseMs = 200

const orders = {
  recent: { label: '最近活动', sort: undefined, direction: undefined },
  longest: { label: '最久未联系', sort: 'lastActivity', direction: 'asc' },
  grade: { label: '等级、最近活动', sort: 'grade', direction: undefined },
  name: { label: '名称拼音', sort: 'name', direction: undefined },
  created: { label: '新建的在前', sort: 'created', direction: undefined },
  oldest: { label: '早建的在前', sort: 'created', direction: 'asc' },
} as const

function SortSelect({ search, onChange }: ListToolsProps) {
  const current = Object.entries(orders).find(
    ([, order]) => order.sort === search.sort && order.direction === search.direction,
  )
  return (
    <Select
      className={styles.sort}
      variant="borderless"
      aria-label="排序"
      value={(current?.[0] ?? 'recent') as keyof typeof orders} // a key of the table
      options={Object.entries(orders).map(([value, { label }]) => ({ value, label }))}
      onChange={(key: keyof typeof orders) =>
        onChange({ sort: orders[key].sort, direction: orders[key].direction, open: undefined })
      }
      popupMatchSelectWidth={false}
    />
  )
}
