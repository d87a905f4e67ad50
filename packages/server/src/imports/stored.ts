import type { ImportField } from '@zhuowei/contract/import-shapes.ts'
import { displayName } from '@zhuowei/domain/customers/name.ts'
import { normalisePhone } from '@zhuowei/domain/customers/phone.ts'
import { type Columns, textShape } from './draft.ts'
import { readPhone } from './phone-cell.ts'
import { type DictionaryField, dictionaries, saysNothing } from './words.ts'

/**
 * What would be kept of each cell, so that a person sees what the check makes of 全角 digits and other words; null where the cell is
 * kept as it stands, is not taken, or names another record. An empty text: the cell says nothing.
 */
export function storedTexts(cells: readonly string[], { mapping }: Columns): (string | null)[] {
  return cells.map((cell, column) => {
    const field = mapping[column] ?? null
    const written = cell.trim()
    if (field === null || written === '') return null
    const stored = storedAs(field, written)
    return stored === written ? null : stored
  })
}

function storedAs(field: ImportField, cell: string): string | null {
  if (field === 'region' || field === 'owner' || field === 'parent') return null
  if (saysNothing(cell) && field !== 'tradeStatus') return ''
  if (isWord(field)) return dictionaries[field].meaningOf(cell)
  if (field === 'contactPhone') {
    const { phone, fault } = readPhone(cell)
    return fault ? null : normalisePhone(phone)
  }
  const read = textShape.shape[field].safeParse(cell)
  if (!read.success) return null
  const text = read.data ?? ''
  return field === 'name' || field === 'contactName' ? displayName(text) : text
}

const isWord = (field: ImportField): field is DictionaryField => Object.hasOwn(dictionaries, field)
