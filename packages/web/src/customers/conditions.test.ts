import { describe, expect, test } from 'vitest'
import {
  countOfConditions,
  type LineGroup,
  linesOf,
  newGroup,
  newLine,
  textOf,
  whereOf,
} from './conditions.ts'

const group = (...lines: LineGroup['lines']): LineGroup => ({ ...newGroup(), lines })

describe('conditions in the address', () => {
  test('what was built is read back as it was', () => {
    const text = textOf('or', [
      group({ ...newLine('grade'), value: ['A'] }, { ...newLine('silentDays'), value: 30 }),
      group({ ...newLine('city'), value: '岚汀' }),
    ])
    const where = whereOf(text ?? undefined)
    expect(where?.join).toBe('or')
    expect(linesOf(where ?? { join: 'and', groups: [] })[1]?.lines).toMatchObject([
      { field: 'city', op: 'contains', value: '岚汀' },
    ])
    expect(countOfConditions(text ?? undefined)).toBe(3)
  })

  test('a blank line is not ready, and a damaged address has no conditions', () => {
    expect(textOf('and', [newGroup()])).toBeNull()
    expect(textOf('and', [group({ ...newLine('contactCount'), value: null })])).toBeNull()
    for (const text of ['', '{', '{"join":"and"}']) expect(whereOf(text)).toBeUndefined()
  })
})
