import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { type ReactNode, useState } from 'react'
import { read } from '../app/client.ts'
import { useSettled } from '../app/useSettled.ts'
import type { FieldControl } from '../ui/useProblemForm.ts'
import type { CustomerFields } from './customer-inputs.ts'

type Parent = CustomerFields['parent']

interface ParentSelectProps {
  control: FieldControl<Parent>
  exceptId?: string
  onChange: (parent: Parent) => void
}

/** Another customer, found by a few characters, pinyin or initials. */
export function ParentSelect({ control, exceptId, onChange }: ParentSelectProps) {
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
      value={value ?? undefined}
      placeholder="输入名称或拼音首字母"
      showSearch={{ filterOption: false, onSearch: setTyped }}
      notFoundContent={q === '' ? '输入几个字来找' : found.isFetching ? '正在找' : '没有找到'}
      options={items.filter(({ id }) => id !== exceptId).map(({ id, name }) => ({ value: id, label: name }))}
      onChange={(chosen?: { value: string; label?: ReactNode }) =>
        onChange(chosen ? { value: chosen.value, label: String(chosen.label) } : null)
      }
    />
  )
}
