import { type FactKind, type ItCategory, itCategories, itCategoryLabel } from '../background/fact.ts'
import type { PlainDate } from '../calendar/dates.ts'
import { type WordItem, wordItems } from './form.ts'

/** What the wording of a fact needs of it. */
interface Fact {
  kind: string
  category: ItCategory | null
  name: string | null
  brand: string | null
  model: string | null
  quantity: number | null
  year: number | null
  maintenanceEndsOn: PlainDate | null
  replacement: string | null
  period: string | null
  budgetFen: number | null
  keyItems: string | null
  confirmedOn: PlainDate
  stale: boolean
}

export interface KnownWords {
  item: WordItem
  /** Ready to stand in the form; what has aged says so itself. */
  text: string
  /** Something in it was not confirmed for so long that it has to be asked again. */
  stale: boolean
}

/** G22: the row of the 附表 to which a heading of 六.3.1)② belongs; 其他 belongs to none. */
const rowOf: Record<ItCategory, WordItem | null> = {
  server: 'server',
  storage: 'storage',
  database: 'database',
  network_security: 'security',
  network_planning: 'network',
  network_engineering: 'network',
  video_conference: 'surveillance',
  surveillance: 'surveillance',
  other: null,
}

/** The headings that share a row of the 附表. */
export const headingsOf = (item: WordItem): ItCategory[] =>
  itCategories.filter((category) => rowOf[category] === item)

/** The kind of fact that an item of the form speaks of; of 客户采购流程 there is none. */
export function kindOf(item: WordItem): FactKind | null {
  if (item === 'departmentPolitics') return 'department'
  if (item === 'projectPlans') return 'plan'
  return headingsOf(item).length > 0 ? 'it' : null
}

/** Half of what a box of the form holds, so that what was typed has room beside it. */
const longest = 1000

/** G22, 六.3.1)②⑤: what 背景资料 knows about the items of the 反馈表, in the order of the 附表. */
export function knownFromBackground(facts: readonly Fact[]): KnownWords[] {
  return wordItems.flatMap((item) => {
    const about = facts.filter((fact) => itemOf(fact) === item)
    if (about.length === 0) return []
    return [{ item, text: shortened(about.map(wordsOf).join('；')), stale: about.some(({ stale }) => stale) }]
  })
}

function itemOf({ kind, category }: Fact): WordItem | null {
  if (kind === 'plan') return 'projectPlans'
  return kind === 'it' && category ? rowOf[category] : null
}

function wordsOf(fact: Fact): string {
  const { category, name, brand, model, quantity, year, maintenanceEndsOn, replacement } = fact
  const { period, budgetFen, keyItems, confirmedOn, stale } = fact
  const said = [
    category ? `${headingOf(category)}${[brand, model].filter(Boolean).join(' ')}` : name,
    quantity !== null && `数量 ${quantity.toLocaleString('zh-CN')}`,
    year !== null && `${year} 年投运`,
    maintenanceEndsOn && `维保到 ${maintenanceEndsOn}`,
    replacement && `打算：${replacement}`,
    period,
    budgetFen !== null && `预算 ${inWan(budgetFen)} 万元`,
    keyItems,
  ]
  return `${said.filter(Boolean).join('，')}${stale ? `（${confirmedOn} 的情况，待核实）` : ''}`
}

/** A row that gathers two headings says which of them it is. */
function headingOf(category: ItCategory): string {
  const row = rowOf[category]
  return row !== null && headingsOf(row).length > 1 ? `${itCategoryLabel[category]}：` : ''
}

const inWan = (fen: number) => (fen / 1_000_000).toLocaleString('zh-CN', { maximumFractionDigits: 2 })
const shortened = (text: string) => (text.length > longest ? `${text.slice(0, longest - 1)}…` : text)
