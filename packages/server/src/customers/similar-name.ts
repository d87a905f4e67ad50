import { normaliseName } from '@zhuowei/domain/customers/name.ts'

/** From here on two names are shown to the person as perhaps the same customer. */
const alike = 0.6

/**
 * Whether two different names may mean one customer: 国网听涛县供电公司, 听涛供电公司 and 听涛县供电局, but not 听涛县水电站. What one of them
 * says in brackets may be missing in the other: 听涛风电（本部）.
 */
export function isSimilarName(one: string, other: string): boolean {
  const [first, second] = [spellings(one), spellings(other)]
  if (digitsOf(first.whole) !== digitsOf(second.whole)) return false // 1号机组 and 2号机组 are two customers
  const pairs = [
    [first.whole, second.whole],
    [first.bare, second.whole],
    [first.whole, second.bare],
  ] as const
  return pairs.some(([left, right]) => likeness(left, right) >= alike)
}

/**
 * The pieces by which candidates are looked up: what is left of the name without the words that half of the customers share. The second set,
 * if there is one, leaves out what stands in brackets.
 */
export function distinctivePieces(name: string): string[][] {
  const whole = piecesOf(shortened(name))
  const bare = piecesOf(shortened(withoutBrackets(name)))
  return [whole, bare].filter(
    (pieces, index, all) => pieces.length > 0 && (index === 0 || pieces.join() !== all[0]?.join()),
  )
}

const commonWords =
  /国家电网|国网|南网|南方电网|中国|电力|供电|发电|水电|风电|光伏|电厂|电站|电网|有限|责任|股份|分?公司|集团|[省市县区局所院厂站（）()]/g

/** No piece reaches over a word that was left out: the other spelling may have it. */
function piecesOf(key: string): string[] {
  const pieces = key.replace(commonWords, ' ').split(' ').flatMap(pairsOf)
  return [...new Set(pieces.length > 0 ? pieces : pairsOf(key.replace(/[()]/g, '')))].slice(0, 4)
}

function spellings(name: string): { whole: string; bare: string } {
  const comparable = (text: string) => shortened(text).replace(/国家电网|国网|[省市县区局()]/g, '')
  return { whole: comparable(name), bare: comparable(withoutBrackets(name)) }
}

/** 听涛风力发电有限公司 is 听涛风电 in speech. */
function shortened(name: string): string {
  return normaliseName(name)
    .replace(/([风水火])力发电/g, '$1电')
    .replace(/光伏发电|太阳能发电/g, '光伏')
}

const withoutBrackets = (name: string) =>
  name.normalize('NFKC').replace(/[([【〔{][^)\]】〕}]*[)\]】〕}]/g, '')
const digitsOf = (name: string) => name.replace(/\D/g, '')

/** Dice: twice the shared pairs of characters over all pairs. */
function likeness(one: string, other: string): number {
  if (one === other) return 1
  const [first, second] = [pairsOf(one), pairsOf(other)]
  if (first.length === 0 || second.length === 0) return 0
  const shared = first.filter((pair) => second.includes(pair)).length
  return (2 * shared) / (first.length + second.length)
}

function pairsOf(text: string): string[] {
  const characters = [...text]
  return [...new Set(characters.slice(1).map((character, index) => `${characters[index]}${character}`))]
}
