import { expect, test } from 'vitest'
import { type StepDefinition, usualDefinitions } from './definition.ts'
import { validate } from './validate.ts'

const known = { personIds: new Set(['oa1']), regionIds: new Set(['yl']), today: '2026-11-23' }
const first: StepDefinition = {
  name: '经理',
  who: { by: 'superior' },
  mode: 'any',
  when: null,
  skipsApproved: false,
}
const messages = (steps: readonly StepDefinition[], effectiveFrom = '2026-11-23') =>
  validate({ steps, effectiveFrom, copies: [] }, known).map(({ path, message }) => `${path} ${message}`)
const second = (more: Partial<StepDefinition>) => [first, { ...first, name: '其次', ...more }]

test('the usual ways are valid', () => {
  for (const definition of Object.values(usualDefinitions))
    expect(validate({ ...definition, effectiveFrom: known.today }, known)).toEqual([])
})

test.each<[string, readonly StepDefinition[], string]>([
  ['no step at all', [], 'steps 至少要有一步'],
  [
    'only steps with conditions',
    [{ ...first, when: { flag: 'strategic' } }],
    'steps 每一步都有条件，都不满足时就没有人审批；请让至少一步总是需要',
  ],
  ['a name twice', second({ name: '经理' }), 'steps.1.name 第 2 步：与前面的步骤同名'],
  ['nobody named', second({ who: { by: 'people', ids: [] } }), 'steps.1.who 第 2 步：请选择审批人'],
  [
    'somebody who left',
    second({ who: { by: 'people', ids: ['oa1', 'gone'] } }),
    'steps.1.who 第 2 步：指定的人里有已离职或不在本事业部的',
  ],
  [
    'an empty condition',
    second({ when: { any: [] } }),
    'steps.1.when 第 2 步：条件是空的，请填写或改为总是需要',
  ],
  [
    'no class inside one',
    second({ when: { all: [{ classes: [] }] } }),
    'steps.1.when.all.0 第 2 步：请选择项目类别',
  ],
  [
    'a region of another division',
    second({ when: { regionIds: ['gd'] } }),
    'steps.1.when 第 2 步：条件里的片区不在本事业部',
  ],
  [
    'less than nothing',
    second({ when: { measure: 'days', is: 'above', value: -1 } }),
    'steps.1.when 第 2 步：金额和天数不能是负数',
  ],
])('%s', (_, steps, message) => {
  expect(messages(steps)).toEqual([message])
})

test('the past keeps its way', () => {
  expect(messages([first], '2026-11-22')).toEqual([
    'effectiveFrom 生效日期不能早于今天，过去的审批按当时的流程',
  ])
})
