/** The codes of a label table in their written order, in the shape that a schema's enum needs. */
export function codesOf<T extends Record<string, string>>(labels: T) {
  // Object.keys forgets the key type; a label table is a literal and never empty.
  return Object.keys(labels) as [keyof T & string, ...(keyof T & string)[]]
}
