const fenPerWan = 1_000_000

/** Integer fen as 万元: 128000000 → 128.00. */
export function wan(fen: number): string {
  return (fen / fenPerWan).toLocaleString('zh-CN', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
}

/** Integer fen as ￥ for tooltips: 128000000 → ￥1,280,000.00. */
export function yuan(fen: number): string {
  return `￥${(fen / 100).toLocaleString('zh-CN', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`
}
