/**
 * The two-character pieces under which a record is indexed. Chinese has no word boundaries, so a substring of two
 * characters is the smallest useful query; pinyin and initials are passed in as further texts.
 */
export function searchGrams(texts: readonly string[]): string[] {
  return [...new Set(texts.flatMap(bigrams))]
}

/** The pieces a record must all contain. Empty for a single character: the caller then searches by prefix. */
export function queryGrams(query: string): string[] {
  return searchGrams([query])
}

// Han and letter/digit runs are cut separately, so that a query typed with or without a space finds the same record.
const runs = /\p{Script=Han}+|[[\p{L}\p{N}]--\p{Script=Han}]+/gv

function bigrams(text: string): string[] {
  const words = text.normalize('NFKC').toLowerCase().match(runs) ?? []
  return words.flatMap((word) => {
    const characters = [...word]
    return characters.slice(1).map((character, index) => `${characters[index]}${character}`)
  })
}
