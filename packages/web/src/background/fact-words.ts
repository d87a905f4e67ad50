import type { BackgroundFact } from '@zhuowei/contract/background.ts'
import { makerLabel } from '@zhuowei/domain/background/fact.ts'

/** What a fact is called in one line. */
export function titleOf({ kind, name, brand, model }: BackgroundFact): string {
  return kind === 'it' ? [brand, model].filter(Boolean).join(' ') : (name ?? '')
}

/** The rest of it, in the order in which a colleague would say it. */
export function detailsOf(fact: BackgroundFact): string {
  const { kind, maker, brand, model, quantity, year, period, budgetFen, keyItems, replacement, note } = fact
  return [
    maker && (maker === 'own' || !brand) && makerLabel[maker],
    kind === 'product' && [brand, model].filter(Boolean).join(' '),
    quantity && `数量 ${quantity.toLocaleString('zh-CN')}`,
    year && `${year} 年投运`,
    period,
    budgetFen !== null && `预算 ${inWan(budgetFen)} 万元`,
    keyItems,
    replacement && `打算：${replacement}`,
    note,
  ]
    .filter(Boolean)
    .join('，')
}

const inWan = (fen: number) => (fen / 1_000_000).toLocaleString('zh-CN', { maximumFractionDigits: 2 })
