import { ProblemError } from '@zhuowei/contract/client.ts'
import type { ProblemCode } from '@zhuowei/contract/problems.ts'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { isUnreached, type KeptVisit, keepVisit, readKept, sendKept } from './outbox.ts'
import { blankDraft } from './visit-draft.ts'

beforeEach(() => {
  const kept = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => kept.set(key, text),
  })
})

const visit = (key: string, more: Partial<KeptVisit> = {}): KeptVisit => ({
  key,
  personId: 'jiaoer',
  customerName: '岚汀市供电公司',
  keptAt: '2026-11-23T06:52:00.000Z',
  draft: blankDraft({ kind: 'visit', visitorId: 'jiaoer', customerName: '岚汀市供电公司' }),
  body: {
    customerId: 'lanting',
    happenedAt: '2026-11-23T06:52:00.000Z',
    visitorIds: ['jiaoer'],
    content: '',
    result: '',
    problem: '',
  },
  refusal: null,
  ...more,
})

const problem = (code: ProblemCode | 'network', status: number, message?: string) =>
  new ProblemError({
    type: 'about:blank',
    title: '不行',
    status,
    code,
    requestId: '',
    errors: message ? [{ path: 'contactIds', message }] : undefined,
  })

const keys = () => readKept().map(({ key }) => key)

describe('visits that were saved without a network', () => {
  test('are sent in the order in which they were made, and then forgotten', async () => {
    keepVisit(visit('first'))
    keepVisit(visit('second'))
    const sent: string[] = []
    await sendKept('jiaoer', async ({ key }) => sent.push(key))
    expect(sent).toEqual(['first', 'second'])
    expect(keys()).toEqual([])
  })

  test('all stay when the network is gone again', async () => {
    keepVisit(visit('first'))
    keepVisit(visit('second'))
    expect(await sendKept('jiaoer', () => Promise.reject(new TypeError('Failed to fetch')))).toEqual([])
    expect(keys()).toEqual(['first', 'second'])
  })

  test('all stay until the person has signed in again', async () => {
    keepVisit(visit('first'))
    await sendKept('jiaoer', () => Promise.reject(problem('not_signed_in', 401)))
    expect(readKept()).toMatchObject([{ key: 'first', refusal: null }])
  })

  test('wait with the sentence of the server when it refuses one, and the others go on', async () => {
    keepVisit(visit('refused'))
    keepVisit(visit('fine'))
    const send = ({ key }: KeptVisit) =>
      key === 'fine'
        ? Promise.resolve()
        : Promise.reject(problem('invalid_input', 422, '拜访对象须是这家客户的联系人'))
    expect(await sendKept('jiaoer', send)).toMatchObject([{ key: 'fine' }])
    expect(readKept()).toMatchObject([{ key: 'refused', refusal: '拜访对象须是这家客户的联系人' }])
  })

  test('that were refused are not sent again by themselves', async () => {
    keepVisit(visit('refused', { refusal: '不行' }))
    const send = vi.fn()
    await sendKept('jiaoer', send)
    expect(send).not.toHaveBeenCalled()
  })

  test('of one person are never sent in the name of another', async () => {
    keepVisit(visit('of jiaoer'))
    const send = vi.fn()
    await sendKept('walan', send)
    expect(send).not.toHaveBeenCalled()
    expect(keys()).toEqual(['of jiaoer'])
  })

  test('stay for the next round when the server itself fails', async () => {
    keepVisit(visit('first'))
    await sendKept('jiaoer', () => Promise.reject(problem('internal', 500)))
    expect(readKept()).toMatchObject([{ key: 'first', refusal: null }])
  })
})

test.each([
  ['no connection', new TypeError('Failed to fetch'), true],
  ['no answer in time', new DOMException('signal timed out', 'TimeoutError'), true],
  ['an answer that is not ours', problem('network', 502), true],
  ['a server that is starting', problem('not_ready', 503), true],
  ['a server that has too much to do', problem('busy', 503), true],
  ['a refusal', problem('invalid_input', 422), false],
  ['an expired session', problem('not_signed_in', 401), false],
  ['a failure of the server', problem('internal', 500), false],
])('%s: kept for later %#', (_, error, kept) => {
  expect(isUnreached(error)).toBe(kept)
})
