/** Chance that always falls the same way: one independent stream per row, so that adding a row never shifts another. */
export interface Dice {
  /** 0 ≤ x < 1. */
  next(): number
  /** Both ends included. */
  whole(from: number, to: number): number
  chance(probability: number): boolean
  pick<T>(list: readonly T[]): T
  /** Bell-shaped around `mean`; portable because it only adds. */
  around(mean: number, spread: number): number
}

export type Draw = (entity: string, naturalKey: string) => Dice

export const drawFrom =
  (seed: string): Draw =>
  (entity, naturalKey) =>
    dice(`${seed}|${entity}|${naturalKey}`)

function dice(key: string): Dice {
  const next = sfc32(fnv1a(key), fnv1a(`${key}#b`), fnv1a(`${key}#c`), fnv1a(`${key}#d`))
  const whole = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  return {
    next,
    whole,
    chance: (probability) => next() < probability,
    pick: (list) => {
      const item = list[whole(0, list.length - 1)]
      if (item === undefined) throw new Error('nothing to pick from')
      return item
    },
    around: (mean, spread) => {
      let sum = 0
      for (let throws = 0; throws < 12; throws++) sum += next()
      return mean + (sum - 6) * spread
    },
  }
}

function fnv1a(text: string): number {
  let hash = 0x811c9dc5
  for (const byte of Buffer.from(text)) hash = Math.imul(hash ^ byte, 0x01000193)
  return hash >>> 0
}

function sfc32(one: number, two: number, three: number, four: number): () => number {
  let [a, b, c, d] = [one, two, three, four]
  const next = () => {
    const sum = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return (sum >>> 0) / 2 ** 32
  }
  for (let warmUp = 0; warmUp < 12; warmUp++) next()
  return next
}
