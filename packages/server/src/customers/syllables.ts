const most = 6

/**
 * The ways to cut typed letters into pinyin syllables, of which the last may be unfinished: xian is 先 or 西安. The grammar lets a few
 * syllables through that no character has; they find nothing. Letters without a vowel are initials, not pinyin.
 */
export function syllabifications(letters: string): string[][] {
  const found: string[][] = []
  const cut = (rest: string, before: string[]) => {
    if (found.length >= most) return
    if (unfinished.test(rest) && (before.length > 0 || vowel.test(rest))) found.push([...before, rest])
    for (let length = Math.min(rest.length - 1, longest); length >= 1; length -= 1) {
      const syllable = rest.slice(0, length)
      if (finished.test(syllable)) cut(rest.slice(length), [...before, syllable])
    }
  }
  cut(letters, [])
  return found
}

const longest = 6
const vowel = /[aeiouv]/
const initial = '(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?'
const finals = [
  ...['a', 'ai', 'an', 'ang', 'ao', 'e', 'ei', 'en', 'eng', 'er', 'o', 'ong', 'ou'],
  ...['i', 'ia', 'ian', 'iang', 'iao', 'ie', 'in', 'ing', 'iong', 'iu'],
  ...['u', 'ua', 'uai', 'uan', 'uang', 'ue', 'ui', 'un', 'uo', 'v', 've'],
]
const finished = new RegExp(`^${initial}(?:${finals.join('|')})$`)
/** Every beginning of a final is itself a final, but for these two. */
const unfinished = new RegExp(`^${initial}(?:${[...finals, 'on', 'io', 'ion'].join('|')})?$`)
