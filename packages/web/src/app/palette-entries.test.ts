import { expect, test } from 'vitest'
import { matchingPages } from './palette-entries.ts'

const pages = [
  { path: '/', label: '今天', pinyin: 'jintian jt' },
  { path: '/activities', label: '拜访与日程', pinyin: 'baifangyuricheng bfyrc' },
  { path: '/settings/people', label: '人员' },
]
const found = (typed: string) => matchingPages('页面', pages, typed).map(({ label }) => label)

test.each([
  ['', ['今天', '拜访与日程', '人员']],
  ['拜访', ['拜访与日程']],
  ['日程', ['拜访与日程']],
  ['bf', ['拜访与日程']],
  ['BAIFANG', ['拜访与日程']],
  [' jt ', ['今天']],
  ['人', ['人员']],
  ['xx', []],
])('“%s” finds %j', (typed, labels) => {
  expect(found(typed)).toEqual(labels)
})
