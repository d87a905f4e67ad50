const names = new Map<string, string>()

/** More shapes than anybody uses; beyond it a statement is parsed each time instead of being kept on every connection. */
const kept = 300

/** A name for each text, so that PostgreSQL parses and plans a shape of query once per connection. */
export function prepared(prefix: string, text: string): string | undefined {
  const known = names.get(text)
  if (known || names.size >= kept) return known
  const name = `${prefix}-${names.size + 1}`
  names.set(text, name)
  return name
}
