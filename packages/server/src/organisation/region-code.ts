import { pinyin } from 'pinyin-pro'

/** 云岭片区 → YL; a code in use gets the next number. */
export function regionCodeFor(name: string, taken: readonly string[]): string {
  const short = name.replace(/(片区|大区|区域|区)$/, '') || name
  const initials = pinyin(short, { pattern: 'first', toneType: 'none', type: 'array' })
    .join('')
    .replace(/[^A-Za-z0-9]/g, '')
    .toUpperCase()
    .slice(0, 6)
  const code = initials || 'Q'
  let candidate = code
  for (let next = 2; taken.includes(candidate); next += 1) candidate = `${code}${next}`
  return candidate
}
