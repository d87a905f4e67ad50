import { expect, test } from 'vitest'
import { recallSession, rememberSession } from './remembered-session.ts'
import type { Session } from './session.ts'

const hour = 60 * 60_000
const at = Date.parse('2026-11-20T15:00:00+08:00')
// Only what the test looks at.
const session = { person: { name: '焦尔' }, now: '2026-11-20T07:00:00.000Z', today: '2026-11-20' } as Session

test.each([
  ['at once', 0, '2026-11-20', '2026-11-20T07:00:00.000Z'],
  ['after midnight', 10 * hour, '2026-11-21', '2026-11-20T17:00:00.000Z'],
  ['after three days to the hour', 72 * hour, '2026-11-23', '2026-11-23T07:00:00.000Z'],
])('%s the person is known, and the server’s clock has gone on', (_, passed, today, now) => {
  const storage = store()
  rememberSession(session, storage, at)
  expect(recallSession(storage, at + passed)).toMatchObject({ person: { name: '焦尔' }, today, now })
})

test.each([
  ['longer ago than three days', 72 * hour + 1],
  ['from the future, because the clock of the device was set back', -1],
])('what is %s is not believed', (_, passed) => {
  const storage = store()
  rememberSession(session, storage, at)
  expect(recallSession(storage, at + passed)).toBeNull()
})

test('a device that has seen nobody knows nobody', () => {
  expect(recallSession(store(), at)).toBeNull()
})

function store(): Pick<Storage, 'getItem' | 'setItem'> {
  const kept = new Map<string, string>()
  return { getItem: (key) => kept.get(key) ?? null, setItem: (key, text) => void kept.set(key, text) }
}
