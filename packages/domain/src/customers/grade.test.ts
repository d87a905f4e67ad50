import { describe, expect, it } from 'vitest'
import { clauseById } from '../clauses/regulation-text.ts'
import { allowedGrades, changeGrade, gradeAfterFirstDeal, gradeDefinition, grades } from './grade.ts'

describe('customer grades', () => {
  it('a traded customer is A or B, an untraded one also C (六.1.1)②③)', () => {
    expect(allowedGrades('traded')).toEqual(['A', 'B'])
    expect(allowedGrades('untraded')).toEqual(['A', 'B', 'C'])
  })

  it.each([
    ['B', 'A', 'traded', '公司有同厂合作资源', []],
    ['A', 'C', 'untraded', '不在重点区域', []],
    ['B', 'C', 'traded', '不在重点区域', ['六.1.1)②']],
    ['B', 'A', 'untraded', '  ', ['六.1.2)②']],
    ['A', 'A', 'untraded', '再确认', ['六.1.2)①']],
    ['C', 'C', 'traded', '', ['六.1.2)①', '六.1.1)②', '六.1.2)②']],
  ] as const)('%s → %s for %s customers, because “%s”: objections %o', (from, to, trade, reason, clauses) => {
    const verdict = changeGrade({ from, to, trade, reason, resources: '同厂合作' })
    expect(verdict.ok ? [] : verdict.reasons.map(({ clause }) => clause)).toEqual(clauses)
  })

  it.each([
    ['A', '  ', ['六.1.1)④']],
    ['A', '老同学在信息中心', []],
    ['C', '', []],
  ] as const)('to %s with the resources “%s”: objections %o', (to, resources, clauses) => {
    const verdict = changeGrade({ from: 'B', to, trade: 'untraded', reason: '盘点', resources })
    expect(verdict.ok ? [] : verdict.reasons.map(({ clause }) => clause)).toEqual(clauses)
  })

  it('the first deal lifts C to B and leaves A and B, always to an allowed grade', () => {
    expect(grades.map(gradeAfterFirstDeal)).toEqual(['A', 'B', 'B'])
  })

  it('definitions are the words of the regulation (六.1.1)④⑤⑥)', () => {
    for (const grade of grades) {
      const { text, clause } = gradeDefinition[grade]
      expect(clauseById(clause).text).toContain(text)
    }
  })
})
