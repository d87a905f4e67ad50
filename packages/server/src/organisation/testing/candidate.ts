import type { World } from '../../testing/world.ts'

let nth = 0

/** A new colleague in the region 澜海; no two have a name or a number in common. */
export const candidate = (world: World, more: object = {}) => {
  nth += 1
  return {
    name: '高思',
    username: `gaosi${nth}`,
    employeeNo: `ZW-1${nth}`,
    role: 'pm' as const,
    divisionId: world.divisionId,
    regionIds: [world.regions.lanhai],
    entryDate: '2026-11-23',
    ...more,
  }
}
