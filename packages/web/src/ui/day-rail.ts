import { shanghaiTime } from '@zhuowei/domain/calendar/dates.ts'

/** Hour of the day → place on the rail in percent: 08–10 h takes a third of the width, the evening little. */
const stops: readonly (readonly [hour: number, percent: number])[] = [
  [8, 0],
  [10, 33],
  [12, 48],
  [18, 82],
  [24, 97],
]

export function placeOf(instant: Date, endsDay = false): number {
  const [hours = 0, minutes = 0] = shanghaiTime(instant).split(':').map(Number)
  const hour = endsDay ? 24 : hours + minutes / 60
  const after = stops.findIndex(([stop]) => stop >= hour)
  if (after === 0) return 0
  const [toHour, toPercent] = stops[after] ?? [24, 97]
  const [fromHour, fromPercent] = stops[after - 1] ?? [8, 0]
  return fromPercent + ((hour - fromHour) / (toHour - fromHour)) * (toPercent - fromPercent)
}

export type LabelSide = 'centre' | 'after' | 'none'

const dotRoom = 0.6

/**
 * Where labels fit, from left to right: above its dot; too close to the one before it, from the dot on; otherwise it is left to the
 * tooltip. `room` is the percentage that a label of that length needs on each side of its dot.
 */
export function labelSides(places: readonly { at: number; room: number }[]): LabelSide[] {
  let end = Number.NEGATIVE_INFINITY
  return places.map(({ at, room }) => {
    if (at - room >= end) {
      end = at + room
      return 'centre'
    }
    if (at - dotRoom < end || at + 2 * room > 100) return 'none'
    end = at + 2 * room
    return 'after'
  })
}
