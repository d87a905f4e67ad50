import { expect, test } from 'vitest'
import { groupKinds, kindOf } from './kinds.ts'
import { outwardMessage, threeLines } from './message.ts'

const secret = { title: '一份受限画像到期隐藏：江予安', body: '第二行\n第三行', link: '/contacts/1/profile' }

test('§3B.3 of restricted data, exports and audits only what it is about leaves the house', () => {
  for (const kind of ['profile', 'personal_request', 'audit', 'export', 'nobody_judged_it', 'constructor']) {
    const said = JSON.stringify(outwardMessage({ kind, ...secret }))
    expect(said, kind).not.toMatch(/江予安|第二行/)
  }
})

test('a comment says that there is one, and not what it says', () => {
  expect(outwardMessage({ kind: 'comment', ...secret }).body).toBeNull()
})

test('a group reads neither names nor the address of a record', () => {
  expect(groupKinds).toEqual(['reminder', 'meeting'])
  expect(kindOf('missed_list').group).toBeUndefined()
  const reminder = {
    kind: 'reminder',
    title: '星期一工作日报还没提交',
    body: '正常截止 24:00',
    link: '/reports/daily/1',
  }
  expect(outwardMessage(reminder, true)).toEqual({ title: '星期一工作日报还没提交', body: null, link: '/' })
})

test('a message never has more than three lines', () => {
  const message = outwardMessage({ kind: 'reminder', ...secret, title: '长\n'.repeat(300) })
  const lines = threeLines(message, 'https://zhuowei.example').join('\n').split('\n')
  expect(lines).toHaveLength(3)
  expect([...(lines[0] ?? '')]).toHaveLength(120)
  expect(lines[2]).toBe('https://zhuowei.example/contacts/1/profile')
  expect(threeLines({ title: '甲', body: null, link: '/' }, null)).toEqual(['甲'])
})
