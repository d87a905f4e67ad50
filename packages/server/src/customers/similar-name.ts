import { normaliseName } from '@zhuowei/domain/customers/name.ts'

/** From here on two names are shown to the person as perhaps the same customer. */
const alike = 0.6

/** Whether two different names may mean one customer: 国网听涛县供电公司, 听涛供电公司 and 听涛县供电局, but not 听涛县水电站. */
export function isSimilarName(one: string, other: string): boolean {
  const [first, second] = [comparable(one), comparable(other)]
  if (digitsOf(first) !== digitsOf(second)) return false // 1号机组 and 2号机组 are two customers
  return likeness(first, second) >= alike
}

/** The pieces by which candidates are looked up: what is left of the name without the words that half of the customers share. */
export function distinctivePieces(name: string): string[] {
  const core = normaliseName(name).replace(commonWords, '')
  return pairsOf(core.length >= 2 ? core : normaliseName(name)).slice(0, 4)
}

const commonWords =
  /国家电网|国网|南网|南方电网|中国|电力|供电|发电|水电|风电|光伏|电厂|电站|电网|公司|集团|分公司|[省市县区局所院厂站（）()]/g

const comparable = (name: string) => normaliseName(name).replace(/国家电网|国网|[省市县区局]/g, '')
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
