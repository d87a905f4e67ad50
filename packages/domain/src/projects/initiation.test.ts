import { expect, test } from 'vitest'
import { hintsFor, type Initiation, missingIn } from './initiation.ts'

const wan = (amount: number) => Math.round(amount * 1_000_000)
const whole: Initiation = {
  amountFen: wan(120),
  marginBasisPoints: 1800,
  signDate: '2027-03-31',
  budgetFen: wan(150),
  fundSource: '2027 年技改资金',
  decisionChain: '信通处长决策，物资部采购',
  competition: '华存科技',
  resources: '方案工程师 5 人天',
  risks: '无',
}

test('七.2.2) an application is submitted whole', () => {
  expect(missingIn(whole)).toEqual([])
  expect(missingIn({ ...whole, risks: null, budgetFen: null })).toEqual([
    { path: 'budgetFen', message: '请填写客户预算' },
    { path: 'risks', message: '请填写风险' },
  ])
  expect(missingIn({ ...whole, marginBasisPoints: 0, budgetFen: 0 })).toEqual([])
})

test.each<[Partial<Initiation>, string[]]>([
  [{}, []],
  [{ amountFen: wan(120) + 1 }, ['预计合同额与项目现在的金额不同']],
  [{ budgetFen: wan(120) }, []],
  [{ budgetFen: wan(119.99) }, ['客户预算低于预计合同额']],
  [{ marginBasisPoints: 1000 }, []],
  [{ marginBasisPoints: 999 }, ['预计毛利率低于 10%']],
  [{ signDate: '2026-11-23' }, []],
  [{ signDate: '2026-11-22' }, ['预计签约日已经过了']],
])('the approver is told about %j: %j', (given, hints) => {
  expect(hintsFor({ ...whole, ...given }, { amountFen: wan(120) }, '2026-11-23')).toEqual(hints)
})
