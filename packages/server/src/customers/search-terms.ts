import { queryGrams } from '@zhuowei/domain/customers/search.ts'
import { digitTriples } from './search-row.ts'
import { syllabifications } from './syllables.ts'

/** One way in which a word of the query can be found: the pieces that lead to it, and the text that decides. */
export interface Way {
  grams: string[]
  contains: string
  /** Not looked for among the contacts. */
  ofCustomer?: true
}

/** The words of a query; a record must match every word in one of its ways. Wildcards have no meaning. */
export function searchTerms(query: string): Way[][] {
  const plain = query.normalize('NFKC').toLowerCase()
  const words = plain.match(wordPattern)
  return words ? words.map(waysOf) : [[{ grams: [], contains: plain }]]
}

const wordPattern = /\p{Script=Han}+|[a-z0-9]+/gu

/** The whole of a query that is a customer number (§4D, KH-YL-36 as well as KH-YL-0036), otherwise null. */
export function asNumber(query: string): string | null {
  const number = query.normalize('NFKC').toUpperCase().replaceAll(' ', '')
  const parts = /^(KH-[A-Z0-9]+-)(\d{1,9})$/.exec(number)
  return parts ? `${parts[1]}${String(Number(parts[2])).padStart(4, '0')}` : null
}

function waysOf(word: string): Way[] {
  if (/\p{Script=Han}/u.test(word)) return [written(word)]
  if (/^\d+$/.test(word)) return [written(word), sequence(word)]
  if (word.length === 1) return [{ grams: [`^${word}`], contains: `\n${word.toUpperCase()}` }]
  if (/\d/.test(word)) return [written(word)]
  return [initials(word), ...syllabifications(word).map(sounds)]
}

function written(word: string): Way {
  const triples = digitTriples(word)
  if ([...word].length === 1) return { grams: [word], contains: word }
  return { grams: triples.length > 0 ? triples : queryGrams(word), contains: word }
}

function sequence(word: string): Way {
  const number = String(Number(word))
  return { grams: [`#${number}`], contains: `-${number.padStart(4, '0')}\n`, ofCustomer: true }
}

/** Latin letters of a name stand among its initials as they are: ABB电力 is ABBDL. */
function initials(word: string): Way {
  return { grams: queryGrams(word).map((gram) => `=${gram}`), contains: word.toUpperCase() }
}

/** Pinyin starts at a syllable and may end inside one: `tingt` finds 听涛, `an` finds 安 and not 电. */
function sounds(syllables: readonly string[]): Way {
  const indexed = syllables.filter((syllable) => syllable.length > 1 || /[aeo]/.test(syllable))
  return { grams: indexed.map((syllable) => `~${syllable}`), contains: `·${syllables.join('·')}` }
}
