/** Compares ids and keys by their code units, for an order that no query and no locale decides. */
export const inOrder = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)
