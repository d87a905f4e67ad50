import { expect, it } from 'vitest'
import { found, piecesAround } from './found.ts'

const clause = (id: string, text: string, title: string | null = null) => ({
  id,
  path: [],
  title,
  text,
  mark: null,
  rules: [],
  parameterCount: 0,
})
const clauses = [
  clause('五', '', '工作汇报制度'),
  clause('五.1.3)②', '如有特殊原因，则须在第二天上午9点以前填写，否则以没填计；'),
  clause('六.2.3)①', '电话开发或初次拜访的新客户必须填入CRM'),
]

it.each([
  ['', 3],
  ['以没填计', 1],
  ['工作汇报', 1],
  ['五', 2],
  ['crm', 1],
  ['９点', 1],
  ['原因,则须', 1],
  ['没有的字', 0],
])('“%s” is found in %i clauses', (word, count) => {
  expect(found(clauses, word)).toHaveLength(count)
})

it('a text is cut around the word so that nothing of it is lost', () => {
  expect(piecesAround('日报与日报', '日报')).toEqual(['', '日报', '与', '日报', ''])
  expect(piecesAround('没有', '日报')).toEqual(['没有'])
  expect(piecesAround('甲，乙', ',')).toEqual(['甲', '，', '乙'])
  expect(piecesAround('甲', '')).toEqual(['甲'])
})
