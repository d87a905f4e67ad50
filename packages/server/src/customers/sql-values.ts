/** Collects the values of a hand-written statement: `where region_id = ${values.add(id)}`. */
export class SqlValues {
  readonly list: unknown[] = []

  add(value: unknown): string {
    this.list.push(value)
    return `$${this.list.length}`
  }

  /** One value compares by `=`, which keeps the order of an index; several by `any`. */
  among(column: string, type: 'uuid' | 'text', wanted: readonly string[]): string {
    return wanted.length === 1
      ? `${column} = ${this.add(wanted[0])}::${type}`
      : `${column} = any(${this.add(wanted)}::${type}[])`
  }
}
