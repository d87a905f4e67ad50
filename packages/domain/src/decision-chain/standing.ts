import type { Parameters } from '../clauses/parameters.ts'
import { isFamiliar } from '../customers/contact.ts'
import type { ChainPerson } from './person.ts'

export interface RelationshipStanding {
  built: boolean
  /** People of 中层 and above, and how many of them are at 熟识 or closer. */
  middleAndAbove: number
  familiar: number
  formCompleteness: number
  neededCompleteness: number
}

/** 六.4.2) 建立: 与客户中层熟识并获一定信息量. */
export function relationshipStanding(
  people: readonly Pick<ChainPerson, 'level' | 'relationship'>[],
  formCompleteness: number,
  parameters: Parameters,
): RelationshipStanding {
  const above = people.filter(({ level }) => level === 'middle' || level === 'senior')
  const familiar = above.filter(({ relationship }) => isFamiliar(relationship)).length
  const neededCompleteness = parameters['relation.builtFormPercent']
  return {
    built: familiar > 0 && formCompleteness >= neededCompleteness,
    middleAndAbove: above.length,
    familiar,
    formCompleteness,
    neededCompleteness,
  }
}
