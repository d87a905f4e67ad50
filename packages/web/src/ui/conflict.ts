export type Side = 'original' | 'mine' | 'theirs'

export interface ConflictField {
  key: string
  label: string
  original: string
  mine: string
  theirs: string
}

/** What both people did to a field: nothing to decide unless both changed it to different things. */
export function decisionOf(field: ConflictField): Side | 'same' | 'conflict' {
  const iChanged = field.mine !== field.original
  const theyChanged = field.theirs !== field.original
  if (!iChanged && !theyChanged) return 'same'
  if (iChanged && theyChanged) return field.mine === field.theirs ? 'same' : 'conflict'
  return iChanged ? 'mine' : 'theirs'
}

/** The side kept for each changed field, once every conflict has been chosen; null while one is open. */
export function mergedSides(
  fields: readonly ConflictField[],
  chosen: Readonly<Record<string, Side>>,
): Record<string, Side> | null {
  const sides: Record<string, Side> = {}
  for (const field of fields) {
    const decision = decisionOf(field)
    if (decision === 'same') continue
    const side = decision === 'conflict' ? chosen[field.key] : decision
    if (!side) return null
    sides[field.key] = side
  }
  return sides
}
