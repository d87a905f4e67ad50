import type { RegulationParameter } from '@zhuowei/contract/regulation.ts'
import { parameterDefinitions } from '@zhuowei/domain/clauses/parameters.ts'
import { expect, it } from 'vitest'
import { groupsOf } from './parameter-groups.ts'

it('every parameter of the regulation stands under exactly one heading', () => {
  // Only the key decides about the group.
  const parameters = parameterDefinitions.map(({ key }) => ({ key })) as unknown as RegulationParameter[]
  const grouped = groupsOf(parameters, 'all').flatMap((group) => group.parameters.map(({ key }) => key))
  expect(grouped.toSorted()).toEqual(parameterDefinitions.map(({ key }) => key as string).toSorted())
})
