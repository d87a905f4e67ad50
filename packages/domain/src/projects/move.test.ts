import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { GateItem } from './gates.ts'
import { type Gatekeeping, type Move, move, projectStatuses, type Standing } from './move.ts'
import { stages } from './stage.ts'

const lacking: GateItem = { code: 'budget', words: '预算', place: 'factors', isMet: false, why: null }
const open: Gatekeeping = { missing: [], isHard: true }
const shut: Gatekeeping = { missing: [lacking], isHard: true }
const soft: Gatekeeping = { missing: [lacking], isHard: false }
const forward: Move = { kind: 'forward', override: false }
const at = (stage: Standing['stage'], status: Standing['status'] = 'open'): Standing => ({ stage, status })

describe('七.2 one stage after another', () => {
  test.each<[string, Standing, Move, Gatekeeping, object]>([
    ['forward through its gate', at('information'), forward, open, { to: at('initiation') }],
    ['not with something missing', at('information'), forward, shut, { refused: 'gate' }],
    ['a soft gate lets pass', at('information'), forward, soft, { to: at('initiation') }],
    [
      'the manager lets pass',
      at('information'),
      { kind: 'forward', override: true },
      shut,
      { to: at('initiation') },
    ],
    ['a signed contract has won it', at('negotiation'), forward, open, { to: at('execution', 'won') }],
    ['there is nothing behind the last', at('execution', 'won'), forward, open, { refused: 'last_stage' }],
    ['back', at('bidding'), { kind: 'back', to: 'information' }, shut, { to: at('information') }],
    [
      'back from a contract that was dissolved',
      at('execution', 'won'),
      { kind: 'back', to: 'negotiation' },
      open,
      { to: at('negotiation') },
    ],
    [
      'back is not where it stands',
      at('bidding'),
      { kind: 'back', to: 'bidding' },
      open,
      { refused: 'not_back' },
    ],
    ['back is not ahead', at('bidding'), { kind: 'back', to: 'execution' }, open, { refused: 'not_back' }],
    [
      'lost from anywhere, the gate does not ask',
      at('information'),
      { kind: 'lose' },
      shut,
      { to: at('information', 'lost') },
    ],
    ['搁置 keeps the stage', at('proposal'), { kind: 'shelve' }, shut, { to: at('proposal', 'shelved') }],
    ['on again where it stood', at('proposal', 'shelved'), { kind: 'resume' }, shut, { to: at('proposal') }],
    [
      'a lost one does not go on',
      at('proposal', 'lost'),
      { kind: 'resume' },
      open,
      { refused: 'not_shelved' },
    ],
    ['what is lost does not move', at('proposal', 'lost'), forward, open, { refused: 'closed' }],
    ['nor what is shelved', at('proposal', 'shelved'), forward, open, { refused: 'closed' }],
  ])('%s', (_, from, step, gate, expected) => expect(move(from, step, gate)).toEqual(expected))
})

test('§4B no walk leads where a project cannot be: past a shut gate, two stages at once, out of its end', () => {
  const step = fc.oneof(
    fc.record({ kind: fc.constant('forward' as const), override: fc.boolean() }),
    fc.record({ kind: fc.constant('back' as const), to: fc.constantFrom(...stages) }),
    fc.record({
      kind: fc.constantFrom('lose' as const, 'shelve' as const, 'cancel' as const, 'resume' as const),
    }),
  )
  const walk = fc.array(fc.tuple(step, fc.constantFrom(open, shut, soft)), { maxLength: 60 })
  fc.assert(
    fc.property(walk, (steps) => {
      let now = at('information')
      for (const [given, gate] of steps) {
        const result = move(now, given, gate)
        if ('refused' in result) continue
        const { to } = result
        const by = stages.indexOf(to.stage) - stages.indexOf(now.stage)
        expect(by).toBeLessThanOrEqual(1)
        if (by === 1)
          expect(
            gate.missing.length === 0 || !gate.isHard || (given.kind === 'forward' && given.override),
          ).toBe(true)
        expect(now.status === 'lost' || now.status === 'cancelled').toBe(false)
        if (now.status === 'shelved') expect(given.kind).toBe('resume')
        expect(projectStatuses).toContain(to.status)
        if (to.status === 'won') expect(to.stage).toBe('execution')
        if (to.stage === 'execution') expect(to.status).not.toBe('open')
        now = to
      }
    }),
  )
})
