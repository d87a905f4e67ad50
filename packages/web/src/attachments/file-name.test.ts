import { expect, test } from 'vitest'
import { middleShortened } from './file-name.ts'

test.each([
  ['合同.pdf', '合同.pdf'],
  ['', ''],
  ['二十二个汉字正好放得下所以一个字也不少的名字', '二十二个汉字正好放得下所以一个字也不少的名字'],
  ['云澈热电厂二期改造技术协议补充条款会签稿最终版.pdf', '云澈热电厂二期改造技术协…会签稿最终版.pdf'],
])('%s stands on a phone as %s', (name, shown) => {
  expect(middleShortened(name)).toBe(shown)
})

test('a name without any Chinese keeps its ending, and an emoji is not cut in two', () => {
  expect(middleShortened(`${'a'.repeat(100)}.docx`)).toMatch(/^a+…a+\.docx$/)
  expect(middleShortened('🙂'.repeat(60))).toMatch(/^(🙂)+…(🙂)+$/u)
})
