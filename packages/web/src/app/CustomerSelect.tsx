import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { type ReactNode, useState } from 'react'
import type { FieldControl } from '../ui/useProblemForm.ts'
import { read } from './client.ts'
import { useSettled } from './useSettled.ts'

interface CustomerSelectProps {
  control: FieldControl<string | null>
  /** Of the customer that is chosen. */
  name: string
  onChange: (customer: { id: string; name: string } | null) => void
}

/** A customer, found by a few characters, pinyin or initials. */
export function CustomerSelect({ control, name, onChange }: CustomerSelectProps) {
  const { value, ...rest } = control
  const [typed, setTyped] = useState('')
  const q = useSettled(typed.trim(), 200)
  const found = useQuery({
    ...read('customers', 'list', { query: { q, limit: 12 } }),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  })
  const items = q === '' ? [] : (found.data?.items ?? [])
  return (
    <Select
      {...rest}
      allowClear={{ label: '清除' }}
      labelInValue
      value={value ? { value, label: name } : undefined}
      placeholder="输入名称或拼音首字母"
      showSearch={{ filterOption: false, onSearch: setTyped }}
      notFoundContent={q === '' ? '输入几个字来找' : found.isFetching ? '正在找' : '没有找到'}
      options={items.map((customer) => ({ value: customer.id, label: customer.name }))}
      onChange={(chosen?: { value: string; label?: ReactNode }) =>
        onChange(chosen ? { id: chosen.value, name: String(chosen.label) } : null)
      }
    />
  )
}
