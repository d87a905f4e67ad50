import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Approval,
  addSigner,
  begin,
  type Decision,
  decide,
  decisions,
  type Moved,
  mayResubmit,
  mayUrge,
  openStep,
  passOn,
  places,
  recall,
} from './approval.ts'
import type { StepMode } from './definition.ts'

const step = (id: string, people: readonly string[], mode: StepMode = 'any', skipsApproved = false) => ({
  id,
  name: id,
  mode,
  skipsApproved,
  reason: '',
  people: people.map((one) => ({ id: one, reason: '' })),
})
const done = (moved: Moved): Approval => {
  if ('refused' in moved) throw new Error(moved.why)
  return moved.approval
}
const says = (approval: Approval, personId: string, decision: Decision, by = personId) =>
  decide(approval, { personId, by, decision })
const shape = ({ state, steps }: Approval) =>
  `${state}: ${steps.map((one) => `${one.name} ${one.state}`).join(', ')}`

describe('one step after another', () => {
  const two = begin('pm', [step('dm', ['dm']), step('gm', ['gm'])])
  test('the second opens when the first has agreed, the last makes it final', () => {
    expect(shape(two)).toBe('waiting: dm open, gm coming')
    const first = done(says(two, 'dm', 'approve'))
    expect(shape(first)).toBe('waiting: dm done, gm open')
    expect(shape(done(says(first, 'gm', 'approve')))).toBe('approved: dm done, gm done')
  })

  test.each([
    ['refuse', 'refused: dm stopped, gm stopped'],
    ['send_back', 'sent_back: dm stopped, gm stopped'],
  ] as const)('%s ends it: %s', (decision, end) => {
    expect(shape(done(says(two, 'dm', decision)))).toBe(end)
  })

  test('who is not asked yet cannot decide, nor twice, nor the applicant, not even as a deputy', () => {
    expect(says(two, 'gm', 'approve')).toMatchObject({ refused: 'who' })
    expect(says(two, 'dm', 'approve', 'pm')).toMatchObject({ refused: 'who', why: '不能审批自己的申请' })
    const end = done(says(two, 'dm', 'refuse'))
    expect(says(end, 'dm', 'approve')).toMatchObject({ refused: 'state', why: '这一件现在是“已驳回”' })
  })

  test('a deputy decides, and stands in it', () => {
    const decided = done(says(two, 'dm', 'approve', 'spm'))
    expect(decided.steps[0]?.signers[0]).toMatchObject({ personId: 'dm', decidedBy: 'spm' })
  })
})

describe('together', () => {
  test('会签 waits for all', () => {
    const all = begin('pm', [step('both', ['oa1', 'oa2'], 'all')])
    const half = done(says(all, 'oa1', 'approve'))
    expect(half.state).toBe('waiting')
    expect(says(half, 'oa1', 'approve')).toMatchObject({ refused: 'state', why: '这一步已经处理过' })
    expect(done(says(half, 'oa2', 'approve')).state).toBe('approved')
  })

  test('或签 takes the first, and the other is spared', () => {
    const decided = done(says(begin('pm', [step('one', ['oa1', 'oa2'])]), 'oa2', 'approve'))
    expect(decided.steps[0]?.signers.map(({ state }) => state)).toEqual(['spared', 'approved'])
    expect(says(decided, 'oa1', 'refuse')).toMatchObject({ refused: 'state' })
  })

  test('who agreed before is skipped only where the definition says so', () => {
    const skipping = begin('dm', [step('one', ['gm']), step('two', ['gm'], 'any', true)])
    expect(shape(done(says(skipping, 'gm', 'approve')))).toBe('approved: one done, two done')
    const twice = begin('dm', [step('one', ['gm']), step('two', ['gm'])])
    expect(shape(done(says(twice, 'gm', 'approve')))).toBe('waiting: one done, two open')
  })
})

describe('加签', () => {
  const two = begin('pm', [step('dm', ['dm']), step('gm', ['gm'])])
  const add = (place: 'before' | 'after', added = 'oa1', personId = 'dm', by = personId) =>
    addSigner(two, { personId, by, added, place, id: 'new' })
  test('before: the one who was asked waits for the other and decides after him', () => {
    const added = done(add('before'))
    expect(shape(added)).toBe('waiting: 加签 open, dm coming, gm coming')
    expect(says(added, 'dm', 'approve')).toMatchObject({ refused: 'who' })
    expect(shape(done(says(added, 'oa1', 'approve')))).toBe('waiting: 加签 done, dm open, gm coming')
  })

  test('after: the other comes before the next step', () => {
    expect(shape(done(says(done(add('after')), 'dm', 'approve')))).toBe(
      'waiting: dm done, 加签 open, gm coming',
    )
  })

  test('not the applicant, not somebody who is asked already, not by somebody who is not asked', () => {
    expect(add('after', 'pm')).toMatchObject({ why: '不能加签申请人' })
    expect(add('after', 'dm')).toMatchObject({ why: '他已经在这一步里' })
    expect(add('after', 'oa1', 'gm')).toMatchObject({ refused: 'who' })
    expect(add('after', 'oa1', 'dm', 'pm')).toMatchObject({ refused: 'who', why: '不能给自己的申请加签' })
  })
})

test('撤回 is the applicant’s while it is undecided, and he may submit again', () => {
  const two = begin('pm', [step('dm', ['dm']), step('gm', ['gm'])])
  const half = done(says(two, 'dm', 'approve'))
  expect(recall(half, 'dm')).toMatchObject({ refused: 'who' })
  const back = done(recall(half, 'pm'))
  expect(shape(back)).toBe('recalled: dm done, gm stopped')
  expect(recall(back, 'pm')).toMatchObject({ refused: 'state' })
  expect(
    ['waiting', 'approved', 'refused', 'sent_back', 'recalled'].filter((state) =>
      mayResubmit(state as Approval['state']),
    ),
  ).toEqual(['sent_back', 'recalled'])
})

test('what a leaver was asked passes to his superior, also in steps to come', () => {
  const two = begin('pm', [step('oa', ['oa1', 'oa2'], 'all'), step('dm', ['oa1'])])
  const passed = passOn(two, 'oa1', 'dm')
  expect(passed.steps.map(({ signers }) => signers.map((one) => `${one.personId} ${one.state}`))).toEqual([
    ['oa1 passed_on', 'oa2 waiting', 'dm waiting'],
    ['oa1 passed_on', 'dm waiting'],
  ])
  const half = done(says(two, 'oa2', 'approve'))
  expect(shape(passOn(half, 'oa1', 'oa2'))).toBe('waiting: oa done, dm open')
})

test.each([
  [null, true],
  ['2026-11-23T04:00:00+08:00', true],
  ['2026-11-23T04:00:01+08:00', false],
])('催办 after four hours: %s %s', (urgedAt, may) => {
  expect(mayUrge(urgedAt ? new Date(urgedAt) : null, new Date('2026-11-23T08:00:00+08:00'), 4)).toBe(may)
})

describe('whatever anybody does in whatever order (§4B)', () => {
  const people = ['pm', 'dm', 'gm', 'oa1', 'oa2', 'spm'] as const
  const anybody = fc.constantFrom(...people)
  const somebodyElse = fc.constantFrom(...people.slice(1))
  const steps = fc
    .array(
      fc.record({
        people: fc.uniqueArray(somebodyElse, { minLength: 1, maxLength: 3 }),
        mode: fc.constantFrom<StepMode>('all', 'any'),
        skips: fc.boolean(),
      }),
      { minLength: 1, maxLength: 4 },
    )
    .map((given) => given.map((one, index) => step(`s${index}`, one.people, one.mode, one.skips)))
  const act = fc.oneof(
    fc.record({
      act: fc.constant('decide' as const),
      personId: anybody,
      by: anybody,
      decision: fc.constantFrom<Decision>('approve', 'approve', 'approve', ...decisions),
    }),
    fc.record({
      act: fc.constant('add' as const),
      personId: anybody,
      by: anybody,
      added: anybody,
      place: fc.constantFrom(...places),
    }),
    fc.record({ act: fc.constant('recall' as const), by: anybody }),
    fc.record({ act: fc.constant('leave' as const), leaver: somebodyElse, superior: somebodyElse }),
  )

  test('nobody decides his own case, decided is final, no step opens before the one before is done', () => {
    fc.assert(
      fc.property(steps, fc.array(act, { maxLength: 40 }), (given, acts) => {
        let approval = begin('pm', given)
        for (const [index, one] of acts.entries()) {
          const before = approval
          const moved: Moved =
            one.act === 'decide'
              ? decide(approval, one)
              : one.act === 'add'
                ? addSigner(approval, { ...one, id: `a${index}` })
                : one.act === 'recall'
                  ? recall(approval, one.by)
                  : {
                      approval:
                        one.leaver === one.superior ? approval : passOn(approval, one.leaver, one.superior),
                    }
          if ('refused' in moved) continue
          if (one.act === 'add') expect(one.by).not.toBe('pm')
          approval = moved.approval
          if (before.state !== 'waiting') expect(approval).toBe(before)
          holds(approval)
        }
      }),
      { numRuns: 2000 },
    )
  })

  function holds(approval: Approval) {
    const signers = approval.steps.flatMap((one) => one.signers)
    expect(signers.some((one) => one.personId === 'pm' || one.decidedBy === 'pm')).toBe(false)
    const states = approval.steps.map(({ state }) => state).join(' ')
    if (approval.state === 'waiting') {
      expect(states).toMatch(/^(done )*open( coming)*$/)
      expect(openStep(approval)?.signers.some(({ state }) => state === 'waiting')).toBe(true)
    } else if (approval.state === 'approved') expect(states).toMatch(/^done( done)*$/)
    else expect(states).toMatch(/^(done )*stopped( stopped)*$/)
    if (approval.state !== 'waiting') expect(signers.some(({ state }) => state === 'waiting')).toBe(false)
    for (const one of approval.steps.filter(({ state }) => state === 'done'))
      expect(one.signers.some(({ state }) => state === 'approved' || state === 'carried')).toBe(true)
  }
})
