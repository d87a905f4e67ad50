import { addDays, atShanghai } from '@zhuowei/domain/calendar/dates.ts'
import { markAllRead } from '../../../notifications/commands.ts'
import { keepHorizons } from '../../../obligations/horizon.ts'
import { closeDue } from '../../../reports/close-due.ts'
import { reporters } from '../cast.ts'
import type { Quarter } from '../quarter.ts'
import { type Act, as } from '../stage/stage.ts'

/** What runs by itself: the ledger is written ahead at night, periods are closed at night and at nine. */
export function clockworkActs(quarter: Quarter): Act[] {
  const days = Array.from({ length: 84 }, (_, index) => addDays(quarter.first, index))
  return days.flatMap((date) => {
    const midnight = new Date(atShanghai(date, '00:00').getTime() + 30_000)
    const nine = atShanghai(date, '09:01')
    return [
      {
        at: midnight,
        key: `night|${date}`,
        play: ({ db }) => keepHorizons(db, midnight).then(() => closeDue(db, midnight)),
      },
      { at: nine, key: `nine|${date}`, play: ({ db }) => closeDue(db, nine) },
    ] satisfies Act[]
  })
}

/** Fridays at noon everybody has gone through the notifications. */
export function tidyingActs(quarter: Quarter): Act[] {
  const fridays = Array.from({ length: 12 }, (_, index) => addDays(quarter.day('2026-09-04'), index * 7))
  return fridays.flatMap((friday) => {
    const at = atShanghai(friday, '12:10')
    const present = reporters.filter((who) => !(who === 'fale' && friday < quarter.day('2026-09-14')))
    return present.map(
      (who): Act => ({
        at,
        key: `notifications|${who}|${friday}`,
        play: (stage) => as(stage, who, at, (work) => markAllRead(work, at)),
      }),
    )
  })
}
