import { describe, expect, test } from 'vitest'
import { resolveParameters } from '../clauses/parameters.ts'
import { probabilityOf, stages, stageText, weightedFen } from './stage.ts'

const defaults = resolveParameters([], '2026-11-23')

describe('七.2 six stages, each with its key point', () => {
  test.each([
    ['information', '项目信息开发阶段', '准确的信息', '七.2.1)', false],
    ['initiation', '立项阶段', '售前立项', '七.2.2)', false],
    ['proposal', '提案阶段', '有效的客户关系推进', '七.2.3)', false],
    ['bidding', '招投标阶段', '投标或议标', '七.2.4)', false],
    ['negotiation', '商务谈判阶段', '合同审批', '七.2.5)', false],
    ['execution', '合同执行阶段', '货款回收', '七.2.6)', true],
  ] as const)('%s: %s, %s', (stage, name, keyPoint, clause, isCutOff) => {
    expect(stageText(stage, defaults)).toEqual({ name, keyPoint, clause, isCutOff })
  })
})

describe('§6.1 weighted amounts', () => {
  test('10/25/40/60/90/100 by stage', () => {
    expect(stages.map((stage) => probabilityOf({ stage, override: null }, defaults))).toEqual([
      10, 25, 40, 60, 90, 100,
    ])
  })

  test('the manager’s own judgement of a project comes first, also where it is none', () => {
    expect(probabilityOf({ stage: 'bidding', override: 0 }, defaults)).toBe(0)
  })

  test.each([
    [100, 10, 10],
    [5, 10, 1],
    [4, 10, 0],
    [9_007_199_254, 100, 9_007_199_254],
  ])('%d fen at %d %% are %d', (amount, percent, weighted) => {
    expect(weightedFen(amount, percent)).toBe(weighted)
  })
})
