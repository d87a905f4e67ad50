/** One line of the table: what the product did, what the bare tools did in the same run, and what was asked. */
export interface Figure {
  row: string
  what: string
  measured: string
  floor: string
  ratio: string
  budget: string
  /** Null where the budget speaks of something else. */
  met: boolean | null
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

export const ms = (value: number) => `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`
export const perSecond = (value: number) => `${Math.round(value).toLocaleString('en')}/s`
export const seconds = (value: number) => `${(value / 1000).toFixed(1)} s`
export const megabytes = (bytes: number) => `${Math.round(bytes / 1_000_000)} MB`
export const percent = (share: number) => `${Math.round(share * 100)} %`
export const times = (ratio: number) => `× ${ratio.toFixed(2)}`

/** Columns padded for a terminal, where a Chinese character is two cells wide. */
export function asTable(figures: readonly Figure[]): string {
  const lines = [
    ['项目', '实测', '底线（同一次运行）', '比', '预算', '结果'],
    ...figures.map(({ what, measured, floor, ratio, budget, met }) => {
      return [what, measured, floor, ratio, budget, met === null ? '' : met ? '达到' : '没有达到']
    }),
  ]
  const widths = (lines[0] ?? []).map((_, column) =>
    Math.max(...lines.map((line) => cells(line[column] ?? ''))),
  )
  return lines
    .map((line) =>
      line.map((text, column) => text + ' '.repeat((widths[column] ?? 0) - cells(text))).join('  '),
    )
    .join('\n')
}

const cells = (text: string) =>
  [...text].reduce((sum, character) => sum + (/[⺀-￠]/.test(character) ? 2 : 1), 0)
