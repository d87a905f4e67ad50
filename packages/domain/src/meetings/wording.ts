/** 第48周周例会, from 2026-W48. */
export const weekHeading = (week: string): string => `第${Number(week.slice(6))}周周例会`

/** 1 小时 30 分 · 45 分. */
export function durationText(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  return [hours > 0 && `${hours} 小时`, rest > 0 && `${rest} 分`].filter(Boolean).join(' ') || '0 分'
}
