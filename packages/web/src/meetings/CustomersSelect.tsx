import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { read } from '../app/client.ts'
import { useSettled } from '../app/useSettled.ts'
import type { FieldControl } from '../ui/useProblemForm.ts'

export interface ChosenCustomer {
  value: string
  label: string
}

interface CustomersSelectProps {
  control: FieldControl<readonly ChosenCustomer[]>
  onChange: (customers: readonly ChosenCustomer[]) => void
}

/** The customers that are talked about, found by a few characters, pinyin or initials. */
export function CustomersSelect({ control, onChange }: CustomersSelectProps) {
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
      mode="multiple"
      labelInValue
      value={[...value]}
      placeholder="输入名称或拼音首字母"
      showSearch={{ filterOption: false, onSearch: setTyped }}
      notFoundContent={q === '' ? '输入几个字来找' : found.isFetching ? '正在找' : '没有找到'}
      options={items.map((customer) => ({ value: customer.id, label: customer.name }))}
      onChange={(chosen: ChosenCustomer[]) =>
        onChange(chosen.map((one) => ({ value: one.value, label: String(one.label) })))
      }
    />
  )
}
