/** Tidies a name for storage and display: no stray spaces, half-width digits and letters, punctuation as typed. */
export function displayName(raw: string): string {
  return raw
    .replace(/[０-９Ａ-Ｚａ-ｚ]/g, (character) => character.normalize('NFKC'))
    .replace(/\s+/g, ' ')
    .trim()
}

/**
 * The key by which two spellings of one customer are recognised as the same. Legal forms are dropped
 * (供电公司 = 供电有限公司 = 供电有限责任公司), but a group stays apart from a company of the same name.
 */
export function normaliseName(raw: string): string {
  const plain = raw
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s·・.。,、'"“”‘’_-]/g, '')
    .replace(/[[{〔【〈《「『]/g, '(')
    .replace(/[\]}〕】〉》」』]/g, ')')
    .replaceAll('(集团)', '集团')
    .replace(/\(((?:股份)?(?:有限责任公司|有限公司|公司))\)$/, '$1')
  const withoutLegalForm = plain.replace(/(?:股份)?(?:有限责任公司|有限公司|公司)$/, '')
  return withoutLegalForm || plain
}

/** A name has at least one letter or character; 😀😀 and —— are none. */
export function isName(raw: string): boolean {
  return /\p{L}/u.test(raw)
}
