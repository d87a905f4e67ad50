import { searchGrams } from '@zhuowei/domain/customers/search.ts'
import { pinyin } from 'pinyin-pro'

export interface SearchRow {
  nameOrder: string
  searchText: string
  searchContacts: string
  searchGrams: string[]
}

/**
 * What makes a customer findable. Three spellings share one text and one index and cannot be mistaken for one another: as written
 * in lower case, initials in capitals, pinyin with a dot before each syllable; their pieces carry no mark, `=` and `~`. Pieces that come from
 * contacts begin with `@`, so that somebody who sees no contacts finds nothing through them.
 */
export function searchRow(
  customer: { name: string; number: string },
  contactNames: readonly string[],
): SearchRow {
  const names = [customer.name, shortForm(customer.name)].filter(
    (name, index, all) => all.indexOf(name) === index,
  )
  const spelled = names.map(spell)
  const contacts = contactNames.map(spell)
  return {
    nameOrder: spelled[0]?.pinyin.replaceAll('·', ' ').trim() ?? '',
    searchText: textOf([...spelled.map(inLines), customer.number.toLowerCase()]),
    searchContacts: textOf(contacts.map(inLines)),
    searchGrams: [
      ...new Set([
        ...spelled.flatMap(pieces),
        ...searchGrams([customer.number]),
        `#${sequenceOf(customer.number)}`,
        ...contacts.flatMap(pieces).map((piece) => `@${piece}`),
      ]),
    ],
  }
}

interface Spelling {
  written: string
  initials: string
  pinyin: string
}

export function spell(text: string): Spelling {
  const written = text.normalize('NFKC').toLowerCase()
  const syllables = pinyin(written, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true })
    .map((syllable) => syllable.replace(/[^a-z0-9]/g, ''))
    .filter((syllable) => syllable !== '')
  const isForeign = (syllable: string) => /\d/.test(syllable) || written.includes(syllable)
  return {
    written,
    initials: syllables
      .map((syllable) => (isForeign(syllable) ? syllable : syllable.charAt(0)))
      .join('')
      .toUpperCase(),
    pinyin: syllables.map((syllable) => `·${syllable}`).join(''),
  }
}

const inLines = ({ written, initials, pinyin: sounds }: Spelling) => [written, initials, sounds].join('\n')

/** Later spellings begin a new line, so that no match runs from one into the next. */
const textOf = (lines: readonly string[]) => lines.join('\n')

function pieces({ written, initials, pinyin: sounds }: Spelling): string[] {
  const single = [...written].filter((character) => /[\p{Script=Han}\d]/u.test(character))
  return [
    ...searchGrams([written]),
    ...single,
    ...searchGrams([initials]).map((gram) => `=${gram}`),
    `^${initials.charAt(0).toLowerCase()}`,
    ...searchGrams([sounds.replaceAll('·', '')]).map((gram) => `~${gram}`),
  ]
}

/** People leave out what kind of place it is: 听涛县供电公司 is 听涛供电公司. */
function shortForm(name: string): string {
  return name.replace(/[省市县区]/g, '')
}

/** KH-YL-0007 is found under 7, 07 and 0007. */
function sequenceOf(number: string): number {
  return Number(/(\d+)$/.exec(number)?.[1] ?? 0)
}
