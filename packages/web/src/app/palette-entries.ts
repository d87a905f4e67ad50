export interface PaletteEntry {
  key: string
  group: string
  label: string
  note?: string
  href: string
}

interface Page {
  path: string
  label: string
  pinyin?: string
}

/** Pages and forms whose name, pinyin or initials hold what was typed; everything while nothing is typed. */
export function matchingPages(group: string, pages: readonly Page[], typed: string): PaletteEntry[] {
  const wanted = typed.trim().toLowerCase()
  return pages
    .filter(
      ({ label, pinyin = '' }) =>
        label.includes(wanted) || pinyin.split(' ').some((one) => one.startsWith(wanted)),
    )
    .map(({ path, label }) => ({ key: `${group} ${path}`, group, label, href: path }))
}
