import { searchGrams } from '@zhuowei/domain/customers/search.ts'
import { pinyin } from 'pinyin-pro'

export interface SearchRow {
  nameOrder: string
  searchText: string
  searchContacts: string
  searchGrams: number[]
}

/**
 * What makes a customer findable: a text that is searched and the pieces under which it is indexed. Three spellings share them and cannot
 * be mistaken for one another: as written in lower case, initials in capitals, pinyin with a dot before each syllable. Pieces that come
 * from contacts begin with `@`, so that somebody who sees no contacts finds nothing through them.
 */
export function searchRow(
  customer: { name: string; number: string },
  contactNames: readonly string[],
  merged: readonly { name: string; number: string }[] = [],
): SearchRow {
  const records = [customer, ...merged]
  const names = records
    .flatMap(({ name }) => [name, shortForm(name)])
    .filter((name, index, all) => all.indexOf(name) === index)
  const spelled = names.map(spell)
  const contacts = contactNames.map(spell)
  const contactPieces = contacts.flatMap(piecesOf).map((piece) => `@${piece}`)
  return {
    nameOrder: spelled[0]?.pinyin.replaceAll('·', ' ').trim() ?? '',
    searchText: [...spelled.map(textOf), ...records.map(({ number }) => `${number.toUpperCase()}\n`)].join(
      '\n',
    ),
    searchContacts: contacts.map(textOf).join('\n'),
    searchGrams: indexKeys([
      ...spelled.flatMap(piecesOf),
      ...records.flatMap(({ number }) => numberPieces(number)),
      ...contactPieces,
    ]),
  }
}

/**
 * The pieces as numbers (FNV-1a): a third of the space and of the time to compare. Two pieces that meet in one number cost a look at a row, since
 * the text decides.
 */
export function indexKeys(pieces: readonly string[]): number[] {
  return [...new Set(pieces.map(hash))]
}

function hash(piece: string): number {
  let value = 0x811c9dc5
  for (const byte of Buffer.from(piece, 'utf8')) value = Math.imul(value ^ byte, 0x01000193)
  return value | 0
}

/** The text in which a search looks for a name, as it stands in the database too. */
export function searchTextOf(name: string): string {
  return textOf(spell(name))
}

interface Spelling {
  written: string
  initials: string
  pinyin: string
}

function spell(text: string): Spelling {
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

const textOf = ({ written, initials, pinyin: sounds }: Spelling) => [written, initials, sounds].join('\n')

function piecesOf({ written, initials, pinyin: sounds }: Spelling): string[] {
  const single = [...written].filter((character) => /[\p{Script=Han}\d]/u.test(character))
  return [
    ...searchGrams([written]),
    ...single,
    ...digitTriples(written),
    ...searchGrams([initials]).map((gram) => `=${gram}`),
    `^${initials.charAt(0).toLowerCase()}`,
    ...sounds
      .split('·')
      .flatMap(beginningsOf)
      .map((beginning) => `~${beginning}`),
  ]
}

/** Pairs of digits stand in too many names to lead anywhere. */
export function digitTriples(text: string): string[] {
  return (text.match(/\d{3,}/g) ?? []).flatMap((run) =>
    Array.from({ length: run.length - 2 }, (_, start) => `+${run.slice(start, start + 3)}`),
  )
}

/** A syllable is found while it is still being typed: ti, tin, ting. */
function beginningsOf(syllable: string): string[] {
  if (syllable.length <= 1) return syllable ? [syllable] : []
  return Array.from({ length: syllable.length - 1 }, (_, index) => syllable.slice(0, index + 2))
}

/** People leave out what kind of place it is: 听涛县供电公司 is 听涛供电公司. */
function shortForm(name: string): string {
  return name.replace(/[省市县区]/g, '')
}

/** KH-YL-0007 is found under 7, 07 and 0007, and KH-YL narrows a search. */
function numberPieces(number: string): string[] {
  const [, head = '', sequence = '0'] = /^(.*?)(\d*)$/.exec(number) ?? []
  return [...searchGrams([head]).map((gram) => `=${gram}`), `#${Number(sequence)}`]
}
