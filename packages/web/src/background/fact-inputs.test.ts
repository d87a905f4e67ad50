import { describe, expect, it } from 'vitest'
import { conflictFields, factOf, inputsFrom, inputsOf, mergedInputs } from './fact-inputs.ts'

const given = { source: '客户告知', learnedOn: '2026-11-23' }

describe('what is sent from the form of a fact', () => {
  it('the budget is typed in 万元 and sent in fen', () => {
    const inputs = { ...inputsOf('plan', null, given), name: '配网规划', budgetFen: '1,200.5' }
    expect(factOf('plan', inputs)).toMatchObject({ kind: 'plan', budgetFen: 1_200_500_000, ...given })
  })

  it('what is no number goes as it was typed, to be refused beside its field', () => {
    expect(factOf('it', { ...given, quantity: '四台', year: '' })).toMatchObject({
      quantity: '四台',
      year: null,
    })
  })

  it('a choice that nobody made is left out', () => {
    expect(factOf('department', inputsOf('department', null, given))).toEqual({
      ...given,
      kind: 'department',
      name: '',
      departmentKind: undefined,
      note: '',
    })
  })
})

describe('two people change one fact', () => {
  const original = { ...given, category: 'server', brand: '浪潮', quantity: '4' }
  const versions = {
    original,
    mine: { ...original, quantity: '6' },
    theirs: { ...original, category: 'storage' },
  }

  it('the fields are shown in words', () => {
    expect(conflictFields('it', versions)).toContainEqual({
      key: 'category',
      label: '类别',
      original: '服务器',
      mine: '服务器',
      theirs: '存储',
    })
  })

  it('what each of them changed alone is merged', () => {
    expect(mergedInputs({ quantity: 'mine', category: 'theirs' }, versions)).toEqual({
      ...original,
      quantity: '6',
      category: 'storage',
    })
  })
})

describe('what the form starts from when a visit has said it', () => {
  const offer = {
    ...{
      label: '',
      text: '两台磁带库',
      learnedOn: '2026-11-20',
      activityId: 'visit',
      category: null,
      brand: null,
    },
  }
  const visited = { source: '拜访', learnedOn: '2026-11-20' }

  it.each([
    [{ ...offer, kind: 'it', category: 'storage' } as const, { category: 'storage', note: '两台磁带库' }],
    [
      { ...offer, kind: 'product', brand: '远岫智能' } as const,
      { brand: '远岫智能', maker: 'other', note: '两台磁带库' },
    ],
    [{ ...offer, kind: 'department' } as const, { note: '两台磁带库' }],
    [{ ...offer, kind: 'plan' } as const, { keyItems: '两台磁带库' }],
  ])('%o', (said, expected) => {
    expect(inputsFrom(said)).toEqual({ ...visited, ...expected })
  })
})
