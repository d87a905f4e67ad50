import { describe, expect, test } from 'vitest'
import {
  contradicted,
  countOfConditions,
  type Line,
  type LineGroup,
  linesOf,
  newGroup,
  newLine,
  textOf,
  unusedField,
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

  test('another line asks for the first field that the group does not ask for yet', () => {
    const lines = [newLine('grade')]
    lines.push(newLine(unusedField(lines)))
    expect(unusedField(lines)).toBe('status')
    expect(lines[1]?.field).toBe('tradeStatus')
  })

  test.each<[string, LineGroup['join'], Partial<Line>, Partial<Line>, string | undefined]>([
    ['grade A and grade B fit nobody', 'and', { value: ['A'] }, { value: ['B'] }, 'grade'],
    ['A or B, and B, fit those of B', 'and', { value: ['A', 'B'] }, { value: ['B'] }, undefined],
    ['grade A or grade B fit some', 'or', { value: ['A'] }, { value: ['B'] }, undefined],
    ['A and not B fit some', 'and', { value: ['A'] }, { op: 'notIn', value: ['B'] }, undefined],
    ['a line that is still blank says nothing', 'and', { value: ['A'] }, { value: [] }, undefined],
    [
      'two labels can be on one customer',
      'and',
      { field: 'tagId', value: ['1'] },
      { field: 'tagId', value: ['2'] },
      undefined,
    ],
  ])('%s', (_, join, one, other, field) => {
    const lines = [one, other].map((line) => ({ ...newLine('grade'), ...line }))
    expect(contradicted({ ...group(...lines), join })).toBe(field)
  })
})
