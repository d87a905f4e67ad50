import { expect, test } from 'vitest'
import { type DraftStore, draftKey, draftsOf, dropDraftsOf, keepDraft, readDraft } from './draft.ts'

const initial = { content: '', result: '' }
const key = draftKey('jiaoer', 'visit-new')

function store(): DraftStore & { kept: Map<string, string> } {
  const kept = new Map<string, string>()
  return {
    kept,
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, text) => void kept.set(name, text),
    removeItem: (name) => void kept.delete(name),
  }
}

test('what was typed comes back after a reload, with the time when it was kept', () => {
  const device = store()
  keepDraft(device, key, { content: '确认方案', result: '' }, 1000)
  expect(readDraft(device, key, initial)).toEqual({
    value: { content: '确认方案', result: '' },
    savedAt: 1000,
  })
})

test('two people on one computer never see each other’s drafts', () => {
  const device = store()
  keepDraft(device, key, { content: '甲写的', result: '' }, 1000)
  expect(readDraft(device, draftKey('gaosi', 'visit-new'), initial)).toBeNull()
})

test('a field that the form has gained since starts empty, one that it has lost is dropped', () => {
  const device = store()
  keepDraft(device, key, { content: '确认方案', gone: '旧字段' }, 1000)
  expect(readDraft(device, key, initial)?.value).toEqual({ content: '确认方案', result: '' })
})

test.each(['', 'not json', 'null', '[]', '{"value":1}', '{"value":{},"savedAt":"soon"}'])(
  'an unreadable draft %j is no draft',
  (text) => {
    const device = store()
    device.kept.set(key, text)
    expect(readDraft(device, key, initial)).toBeNull()
  },
)

test('a device that refuses to keep drafts is told apart, so that the form can say so', () => {
  const full: DraftStore = {
    ...store(),
    setItem: () => {
      throw new DOMException('full', 'QuotaExceededError')
    },
  }
  expect(keepDraft(full, key, initial, 1000)).toBe(false)
})

test('whoever leaves the device may leave nothing of his own on it, and touches nobody else’s', () => {
  const device = store()
  const listed = {
    ...device,
    get length() {
      return device.kept.size
    },
    key: (index: number) => [...device.kept.keys()][index] ?? null,
  }
  keepDraft(device, key, initial, 1000)
  keepDraft(device, draftKey('jiaoer', 'new-customer'), initial, 1000)
  keepDraft(device, draftKey('gaosi', 'visit-new'), initial, 1000)
  expect(draftsOf(listed, 'jiaoer')).toHaveLength(2)
  dropDraftsOf(listed, 'jiaoer')
  expect([...device.kept.keys()]).toEqual([draftKey('gaosi', 'visit-new')])
})
