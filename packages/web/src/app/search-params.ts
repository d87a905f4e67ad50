type Search = Record<string, unknown>

/** `?grade=A&grade=B` as people and the API write it: repeated names are lists, everything else is text for Zod to read. */
export function parseSearch(text: string): Search {
  const search: Record<string, string | string[]> = {}
  for (const [name, value] of new URLSearchParams(text)) {
    const before = search[name]
    search[name] = before === undefined ? value : Array.isArray(before) ? [...before, value] : [before, value]
  }
  return search
}

/** The shortest address of a view: absent, empty and default values leave no trace. */
export function stringifySearch(search: Search): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(search)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== '') params.append(name, String(one))
    }
  }
  const text = params.toString()
  return text ? `?${text}` : ''
}
