import { useState } from 'react'
import { useSession } from '../app/session.ts'
import { type ColumnKey, columnKeys, isColumn, usualColumns } from './columns.tsx'

/** Which columns this person wants on this device; a saved view brings its own. */
export function useShownColumns(): [readonly ColumnKey[], (shown: readonly string[]) => void] {
  const { person } = useSession()
  const key = `zhuowei.columns.customers.${person.id}`
  const [shown, setShown] = useState(() => kept(key) ?? usualColumns)
  const choose = (wanted: readonly string[]) => {
    const chosen = columnKeys.filter((column) => wanted.includes(column))
    localStorage.setItem(key, chosen.join(' '))
    setShown(chosen)
  }
  return [shown, choose]
}

function kept(key: string): ColumnKey[] | null {
  const text = localStorage.getItem(key)
  return text === null ? null : text.split(' ').filter(isColumn)
}
