import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { resolveParameters } from '../clauses/parameters.ts'
import type { Classed } from './class.ts'
import { gateOf, missingIn, type StageFacts } from './gates.ts'
import { type Stage, stages } from './stage.ts'

const today = '2026-11-23'
const defaults = resolveParameters([], today)
const small: Classed = { class: 'small', isStrategic: false }
const fresh = { confirmedOn: '2026-11-20' }

const complete: StageFacts = {
  information: {
    ...{ plan: fresh, mainProblem: fresh, budget: fresh, purchaseTime: fresh },
    ...{ decisionMakers: 1, competitors: 1, withoutCompetitor: false },
  },
  initiation: 'approved',
  proposal: { versions: 2, presentations: 1, isRelationAdvanced: true },
  bid: { kind: 'tender', isDecided: true, isSubmitted: true, result: 'won', openingRows: 3 },
  negotiation: { records: 1, managerTookPart: true, contract: 'approved', hasSignedScan: true },
  execution: { isFinallyAccepted: true, contractFen: 100, receivedFen: 95, retentionFen: 5 },
}

const missing = (stage: Stage, facts: Partial<StageFacts>, project: Classed = small) =>
  missingIn(gateOf(stage, project, { ...complete, ...facts }, defaults, today)).map(({ code, why }) =>
    why ? `${code}：${why}` : code,
  )

test.each(stages)('%s with everything on record lacks nothing', (stage) => {
  expect(missing(stage, {}, { class: 'large', isStrategic: true })).toEqual([])
})

describe('七.2.1) 准确的信息', () => {
  const information = (change: Partial<StageFacts['information']>) =>
    missing('information', { information: { ...complete.information, ...change } })

  test.each([
    ['2026-10-24', []],
    ['2026-10-23', ['budget：30 天内没有核实过']],
  ])('a budget confirmed on %s', (confirmedOn, expected) => {
    expect(information({ budget: { confirmedOn } })).toEqual(expected)
  })

  test.each(['plan', 'mainProblem', 'budget', 'purchaseTime'] as const)('without %s', (code) => {
    expect(information({ [code]: null })).toEqual([code])
  })

  test('without a 决策人', () => expect(information({ decisionMakers: 0 })).toEqual(['decisionMaker']))
  test('no competitor, and nobody has said that there is none', () =>
    expect(information({ competitors: 0 })).toEqual(['competitor']))
  test('no competitor, said so', () =>
    expect(information({ competitors: 0, withoutCompetitor: true })).toEqual([]))
})

test.each([
  ['七.2.2) an application that waits', 'waiting', ['initiation：正在审批']],
  ['七.2.2) none', null, ['initiation']],
] as const)('%s', (_, initiation, expected) => {
  expect(missing('initiation', { initiation })).toEqual(expected)
})

test.each([
  ['no file', { versions: 0 }, ['proposal']],
  ['nobody was told of it', { presentations: 0 }, ['presentation']],
  ['nobody has come closer', { isRelationAdvanced: false }, ['relation']],
])('七.2.3) 有效的客户关系推进: %s', (_, change, expected) => {
  expect(missing('proposal', { proposal: { ...complete.proposal, ...change } })).toEqual(expected)
})

describe('七.2.4) 投标或议标', () => {
  const tender = {
    kind: 'tender',
    isDecided: true,
    isSubmitted: true,
    result: 'won',
    openingRows: 3,
  } as const
  test.each<[string, StageFacts['bid'], string[]]>([
    ['nothing', null, ['kind', 'decision', 'submission', 'result', 'opening']],
    ['won without a record of the opening', { ...tender, openingRows: 0 }, ['opening']],
    ['lost', { ...tender, result: 'lost' }, ['result：未中标']],
    ['void', { ...tender, result: 'void' }, ['result：流标']],
    ['议标 needs no opening', { ...tender, kind: 'negotiated', result: 'agreed', openingRows: 0 }, []],
  ])('%s', (_, bid, expected) => expect(missing('bidding', { bid })).toEqual(expected))
})

describe('七.2.5) 合同审批', () => {
  const without = { ...complete.negotiation, managerTookPart: false }
  test.each<[string, Classed, string[]]>([
    ['二.2.1)(9) 大项目', { class: 'large', isStrategic: false }, ['manager']],
    ['二.2.1)(9) a small 战略项目', { class: 'small', isStrategic: true }, ['manager']],
    ['中型项目', { class: 'medium', isStrategic: false }, []],
  ])('%s without the manager at the table', (_, project, expected) => {
    expect(missing('negotiation', { negotiation: without }, project)).toEqual(expected)
  })

  test('a contract that waits, and nothing signed', () => {
    const negotiation = { ...complete.negotiation, contract: 'waiting', hasSignedScan: false } as const
    expect(missing('negotiation', { negotiation })).toEqual(['contract：正在审批', 'scan'])
  })
})

test.each([
  [95, 5, []],
  [94, 5, ['receipts']],
  [100, 0, []],
])('七.2.6) 货款回收: %d of 100 received, %d retained', (receivedFen, retentionFen, expected) => {
  expect(missing('execution', { execution: { ...complete.execution, receivedFen, retentionFen } })).toEqual(
    expected,
  )
})

test('a gate names each thing once, and what is met says nothing against itself', () => {
  const known = fc.option(fc.record({ confirmedOn: fc.constantFrom('2026-01-01', '2026-11-20') }))
  const facts = fc.record({
    information: fc.record({
      ...{ plan: known, mainProblem: known, budget: known, purchaseTime: known },
      ...{ decisionMakers: fc.nat(2), competitors: fc.nat(2), withoutCompetitor: fc.boolean() },
    }),
    initiation: fc.constantFrom('approved' as const, 'waiting' as const, null),
    proposal: fc.record({ versions: fc.nat(2), presentations: fc.nat(2), isRelationAdvanced: fc.boolean() }),
    bid: fc.option(
      fc.record({
        kind: fc.constantFrom('tender' as const, 'negotiated' as const, null),
        ...{ isDecided: fc.boolean(), isSubmitted: fc.boolean(), openingRows: fc.nat(2) },
        result: fc.constantFrom('won' as const, 'agreed' as const, 'lost' as const, 'void' as const, null),
      }),
    ),
    negotiation: fc.record({
      ...{ records: fc.nat(2), managerTookPart: fc.boolean(), hasSignedScan: fc.boolean() },
      contract: fc.constantFrom('approved' as const, 'waiting' as const, null),
    }),
    execution: fc.record({
      ...{
        isFinallyAccepted: fc.boolean(),
        contractFen: fc.nat(9),
        receivedFen: fc.nat(9),
        retentionFen: fc.nat(9),
      },
    }),
  })
  fc.assert(
    fc.property(facts, fc.constantFrom(...stages), (given, stage) => {
      const gate = gateOf(stage, small, given, defaults, today)
      expect(new Set(gate.map(({ code }) => code)).size).toBe(gate.length)
      expect(gate.filter(({ isMet, why }) => isMet && why !== null)).toEqual([])
    }),
  )
})
