import { queryGrams } from '@zhuowei/domain/customers/search.ts'

/** One way in which a word of the query can be found: pieces that must all be there, and what must still be checked on the text. */
export interface Alternative {
  grams: string[]
  /** Null when the pieces alone decide. */
  check: { kind: 'contains'; text: string } | { kind: 'matches'; pattern: string } | null
}

/** The words of a query; a record must match every word in one of its ways. Wildcards have no meaning. */
export function searchTerms(query: string): Alternative[][] {
  const plain = query.normalize('NFKC').toLowerCase()
  const words = plain.match(wordPattern)
  if (!words) return [[{ grams: [], check: { kind: 'contains', text: plain } }]]
  return words.map(alternatives)
}

const wordPattern = /\p{Script=Han}+|[a-z0-9]+/gu

/** The whole of a query that is a customer number, otherwise null. */
export function asNumber(query: string): string | null {
  const number = query.normalize('NFKC').toUpperCase().replaceAll(' ', '')
  return /^[A-Z]+-[A-Z0-9]+-\d+$/.test(number) ? number : null
}

function alternatives(word: string): Alternative[] {
  if (/\p{Script=Han}/u.test(word)) return [written(word)]
  if (/^\d+$/.test(word)) return [written(word), { grams: [`#${Number(word)}`], check: null }]
  if (word.length === 1) return [{ grams: [`^${word}`], check: null }]
  return [written(word), initials(word), ...(hasVowel(word) ? [sounds(word)] : [])]
}

/** Two characters are one piece, and a piece is exact; longer words may be put together from pieces of different places. */
function written(word: string): Alternative {
  const isOnePiece = [...word].length <= 2
  return {
    grams: [...word].length === 1 ? [word] : queryGrams(word),
    check: isOnePiece ? null : { kind: 'contains', text: word },
  }
}

function initials(word: string): Alternative {
  return {
    grams: queryGrams(word).map((gram) => `=${gram}`),
    check: word.length === 2 ? null : { kind: 'contains', text: word.toUpperCase() },
  }
}

/** Pinyin starts at a syllable and may end inside one: `tingt` finds 听涛, `an` finds 安 and not 电. */
function sounds(word: string): Alternative {
  return {
    grams: queryGrams(word).map((gram) => `~${gram}`),
    check: { kind: 'matches', pattern: `·${[...word].join('·?')}` },
  }
}

const hasVowel = (word: string) => /[aeiouv]/.test(word)
