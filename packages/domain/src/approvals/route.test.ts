import { describe, expect, test } from 'vitest'
import type { ApprovalFacts } from './condition.ts'
import {
  type ApprovalDefinition,
  type ApprovalKind,
  definitionOn,
  type StepDefinition,
  usualDefinitions,
} from './definition.ts'
import type { Delegation } from './delegation.ts'
import { type Colleague, route } from './route.ts'

const person = (
  id: string,
  role: Colleague['role'],
  managerId: string | null,
  divisionId: string | null = 'd',
): Colleague => ({
  id,
  name: id,
  role,
  divisionId,
  managerId,
})
const staff = [
  person('gm', 'gm', null, null),
  person('dm', 'dm', 'gm'),
  person('spm', 'spm', 'dm'),
  person('pm', 'pm', 'dm'),
  person('oa1', 'oa', 'dm'),
  person('oa2', 'oa', 'dm'),
  person('dm-other', 'dm', 'gm', 'other'),
]
const today = '2026-11-23'
const way = (
  definition: ApprovalDefinition,
  facts: ApprovalFacts,
  applicantId = 'pm',
  people: readonly Colleague[] = staff,
  delegations: readonly Delegation[] = [],
) => route(definition, facts, { divisionId: 'd', applicantId, people }, delegations, today)
const asked = (
  kind: ApprovalKind,
  facts: ApprovalFacts,
  applicantId?: string,
  people?: readonly Colleague[],
) =>
  way(usualDefinitions[kind], facts, applicantId, people)
    .steps.filter((step) => step.asked)
    .map((step) => step.people.map(({ id }) => id).join('+'))

const wan = (amount: number) => Math.round(amount * 1_000_000)
const plain = { strategic: false, nonStandard: false } as const

describe('§4E who approves what (G28)', () => {
  test.each<[ApprovalKind, string, ApprovalFacts, string[]]>([
    ['initiation', 'a small one', { ...plain, projectClass: 'small', amountFen: wan(49.99) }, ['dm']],
    ['initiation', 'a middle one', { ...plain, projectClass: 'medium', amountFen: wan(200) }, ['dm']],
    ['initiation', 'a large one', { ...plain, projectClass: 'large', amountFen: wan(200.01) }, ['dm', 'gm']],
    ['initiation', 'a small 战略项目', { ...plain, projectClass: 'small', strategic: true }, ['dm', 'gm']],
    ['quotation', '10 %', { ...plain, projectClass: 'small', marginBasisPoints: 1000 }, ['dm']],
    ['quotation', '9.99 %', { ...plain, projectClass: 'small', marginBasisPoints: 999 }, ['dm', 'gm']],
    [
      'quotation',
      'a large one with 30 %',
      { ...plain, projectClass: 'large', marginBasisPoints: 3000 },
      ['dm', 'gm'],
    ],
    ['contract', '49.99 万', { ...plain, amountFen: wan(49.99) }, ['dm', 'oa1+oa2']],
    ['contract', '50 万', { ...plain, amountFen: wan(50) }, ['dm', 'oa1+oa2']],
    ['contract', '50.01 万', { ...plain, amountFen: wan(50.01) }, ['dm', 'oa1+oa2', 'gm']],
    [
      'contract',
      'a small 战略项目',
      { ...plain, amountFen: wan(10), strategic: true },
      ['dm', 'oa1+oa2', 'gm'],
    ],
    [
      'contract',
      '非标付款条款',
      { ...plain, amountFen: wan(10), nonStandard: true },
      ['dm', 'oa1+oa2', 'gm'],
    ],
    ['leave', 'two days', { days: 2 }, ['dm']],
    ['leave', 'two and a half', { days: 2.5 }, ['dm', 'gm']],
    ['leave', 'three days', { days: 3 }, ['dm', 'gm']],
  ])('%s, %s: %j → %j', (kind, _, facts, people) => {
    expect(asked(kind, facts)).toEqual(people)
  })
})

describe('approver ≠ applicant', () => {
  const small: ApprovalFacts = { ...plain, projectClass: 'small' }
  test('a manager’s own request goes up to 总经理, and says why', () => {
    const { steps, problem } = way(usualDefinitions.initiation, small, 'dm')
    expect(steps[0]?.people).toEqual([
      { id: 'gm', name: 'gm', reason: '本人申请，由上级审批', deputyId: null },
    ])
    expect(problem).toBeNull()
  })

  test('of two who may sign, the other one decides', () => {
    expect(asked('contract', { ...plain, amountFen: wan(10) }, 'oa1')).toEqual(['dm', 'oa2'])
  })

  test('in 会签 the superior signs for the applicant', () => {
    const both: StepDefinition = {
      name: '复核',
      who: { by: 'role', role: 'oa' },
      mode: 'all',
      when: null,
      skipsApproved: false,
    }
    const definition = { ...usualDefinitions.contract, steps: [both] }
    expect(way(definition, {}, 'oa1').steps[0]?.people.map(({ id }) => id)).toEqual(['oa2', 'dm'])
  })

  test('总经理 has nobody above, so that it cannot be submitted', () => {
    expect(way(usualDefinitions.initiation, { ...small, strategic: true }, 'gm').problem).toBe(
      '“总经理”没有可以审批的人，请联系管理员',
    )
  })
})

describe('nobody there', () => {
  const without = (...ids: string[]) => staff.filter(({ id }) => !ids.includes(id))
  test('a role without anybody passes to the superior of the applicant', () => {
    const found = way(usualDefinitions.contract, { ...plain, amountFen: wan(1) }, 'pm', without('oa1', 'oa2'))
    expect(found.steps[1]?.people).toMatchObject([{ id: 'dm', reason: '没有综合管理，由上级审批' }])
  })

  test('without a manager 总经理 decides, never the manager of another division', () => {
    expect(asked('initiation', { ...plain, projectClass: 'small' }, 'pm', without('dm'))).toEqual(['gm'])
  })

  test('the direct superior is the one of the organisation, or whoever the position answers to', () => {
    const superior: StepDefinition = {
      name: '上级',
      who: { by: 'superior' },
      mode: 'any',
      when: null,
      skipsApproved: false,
    }
    const definition = { ...usualDefinitions.leave, steps: [superior] }
    const above = (people: readonly Colleague[]) => way(definition, {}, 'pm', people).steps[0]?.people[0]?.id
    expect(above([...staff.filter(({ id }) => id !== 'pm'), person('pm', 'pm', 'spm')])).toBe('spm')
    expect(above([...without('pm'), person('pm', 'pm', 'gone')])).toBe('dm')
    expect(above([...without('pm', 'dm'), person('pm', 'pm', 'gone')])).toBe('gm')
  })
})

describe('代理', () => {
  const given = (from: string, to: string, toId = 'spm'): Delegation => ({ fromId: 'dm', toId, from, to })
  test.each([
    ['2026-11-23', '2026-11-23', 'spm'],
    ['2026-11-22', '2026-11-24', 'spm'],
    ['2026-11-24', '2026-11-30', null],
    ['2026-11-01', '2026-11-22', null],
  ])('from %s to %s: %s', (from, to, deputyId) => {
    const facts: ApprovalFacts = { ...plain, projectClass: 'small' }
    expect(
      way(usualDefinitions.initiation, facts, 'pm', staff, [given(from, to)]).steps[0]?.people[0],
    ).toMatchObject({
      id: 'dm',
      deputyId,
    })
  })

  test('nobody decides as a deputy what he applied for himself', () => {
    const facts: ApprovalFacts = { ...plain, projectClass: 'small' }
    const { steps } = way(usualDefinitions.initiation, facts, 'spm', staff, [
      given('2026-11-01', '2026-11-30'),
    ])
    expect(steps[0]?.people[0]?.deputyId).toBeNull()
  })
})

test('the last definition that has begun is in force, the usual one before', () => {
  const from = (effectiveFrom: string): ApprovalDefinition => ({
    ...usualDefinitions.initiation,
    effectiveFrom,
  })
  const decided = [from('2026-11-23'), from('2026-12-01'), from('2026-10-01')]
  expect(definitionOn(decided, 'initiation', '2026-09-30')).toBe(usualDefinitions.initiation)
  expect(definitionOn(decided, 'initiation', '2026-11-22').effectiveFrom).toBe('2026-10-01')
  expect(definitionOn(decided, 'initiation', '2026-11-23').effectiveFrom).toBe('2026-11-23')
  expect(definitionOn(decided, 'contract', '2026-11-23')).toBe(usualDefinitions.contract)
})
