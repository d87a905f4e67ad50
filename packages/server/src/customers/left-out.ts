import { indexKeys } from './search-row.ts'
import type { SqlValues } from './sql-values.ts'

/**
 * The names in which the characters of the query stand in this order, others between them: people say 云澈电厂 for 云澈热电厂. Three characters at
 * least, because two stand in this order nearly everywhere; null where the query has fewer, or anything else than characters.
 */
export function leftOutCondition(query: string, values: SqlValues): string | null {
  const characters = [...query.normalize('NFKC').replace(/\s/g, '')]
  if (characters.length < 3 || characters.length > 20) return null
  if (!characters.every((character) => /\p{Script=Han}/u.test(character))) return null
  const pieces = values.add(indexKeys(characters))
  return `c.search_grams @> ${pieces}::int4[] and c.name like ${values.add(`%${characters.join('%')}%`)}`
}
