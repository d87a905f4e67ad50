import { expect, test } from 'vitest'
import { inSession } from './in-session.ts'

const ended = () => Response.json({ code: 'not_signed_in' }, { status: 401 })
const done = () => Response.json({ done: true })

/** A server that answers in this order, and what it was asked. */
function server(...answers: (() => Response)[]) {
  const asked: { to: unknown; body: unknown; key: unknown }[] = []
  const send: typeof fetch = async (to, init) => {
    asked.push({ to, body: init?.body, key: new Headers(init?.headers).get('idempotency-key') })
    return (answers.shift() ?? done)()
  }
  return { asked, send }
}

const post = { method: 'POST', body: '{"result":"已拜访"}', headers: { 'idempotency-key': 'one' } }

test('what was sent into an ended session is sent again as it was, once the person is back', async () => {
  const { asked, send } = server(ended, done)
  const events: string[] = []
  const again = async () => {
    events.push('signed in again')
  }
  const answer = await inSession(send, { isKnown: () => true, again })('/api/reports', post)
  expect(await answer.json()).toEqual({ done: true })
  expect(events).toEqual(['signed in again'])
  expect(asked).toEqual([
    { to: '/api/reports', body: post.body, key: 'one' },
    { to: '/api/reports', body: post.body, key: 'one' },
  ])
})

test.each([
  ['a stranger is sent to the door', ended, '/api/today', false, {}],
  [
    'a wrong password is an answer',
    () => Response.json({ code: 'sign_in_failed' }, { status: 401 }),
    '/api/session',
    true,
    post,
  ],
  ['signing out of an ended session asks for nothing', ended, '/api/session', true, { method: 'DELETE' }],
] as const)('%s', async (_, answer, address, known, init) => {
  const { asked, send } = server(answer)
  const again = () => Promise.reject(new Error('asked'))
  const response = await inSession(send, { isKnown: () => known, again })(address, init)
  expect(response.status).toBe(401)
  expect(asked).toHaveLength(1)
})
