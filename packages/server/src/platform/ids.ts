import { v5, v7 } from 'uuid'

/** Time-ordered id (UUIDv7); made here because PostgreSQL below 18 has no uuidv7(). */
export const newId = (): string => v7()

const namespace = 'b7e6c1f0-5a0e-4a55-9d43-2f6b8a1f7c11'

/** The same key always gives the same id; used by seeds so that two runs give the same division. */
export const stableId = (key: string): string => v5(key, namespace)
