import type { NavigationItem } from './navigation.tsx'

export interface PaletteEntry {
  key: string
  group: string
  label: string
  note?: string
  href: string
}

/** Pages and forms whose name, pinyin or initials hold what was typed; everything while nothing is typed. */
export function matchingPages(
  group: string,
  items: readonly NavigationItem[],
  typed: string,
): PaletteEntry[] {
  const wanted = typed.trim().toLowerCase()
  return items
    .filter(
      ({ label, pinyin }) =>
        label.includes(wanted) || pinyin.split(' ').some((one) => one.startsWith(wanted)),
    )
    .map(({ path, label }) => ({ key: `${group} ${path}`, group, label, href: path }))
}
