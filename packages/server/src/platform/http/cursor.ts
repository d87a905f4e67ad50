import { invalid } from '../refusal.ts'

/** Where a page of a keyset-paged list ended: the sort keys of its last row, opaque to the client. */
export function cursorOf(...keys: readonly string[]): string {
  return Buffer.from(JSON.stringify(keys)).toString('base64url')
}

type Keys = { 1: [string]; 2: [string, string]; 3: [string, string, string] }

/** The sort keys of a cursor. One with another number of keys is refused here, one with wrong keys by the database. */
export function readCursor<Count extends keyof Keys>(cursor: string, count: Count): Keys[Count] {
  const keys = jsonIn(cursor)
  const fits = Array.isArray(keys) && keys.length === count && keys.every((key) => typeof key === 'string')
  if (!fits) throw invalid('cursor', '翻页位置无效，请从第一页重新开始')
  return keys as Keys[Count] // counted and typed just above
}

function jsonIn(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString())
  } catch {
    return undefined
  }
}
