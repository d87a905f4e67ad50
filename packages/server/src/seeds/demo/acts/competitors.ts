import { atShanghai } from '@zhuowei/domain/calendar/dates.ts'
import { updateCompetitor } from '../../../competitors/commands.ts'
import type { Quarter } from '../quarter.ts'
import { competitorCards } from '../sentences/competitors.ts'
import { type Act, as } from '../stage/stage.ts'

/** 六.3.1)⑦ on a Friday of November the manager completes what the forms have named. */
export function competitorActs(quarter: Quarter): Act[] {
  const day = quarter.workingDays.findLast((date) => date < '2026-11-14') ?? quarter.first
  return competitorCards.map((card, index) => {
    const at = atShanghai(day, `17:${20 + index * 6}`)
    return {
      at,
      key: `competitor|${card.name}`,
      play: (stage) =>
        as(stage, 'anpeizhi', at, async (work) => {
          const met = await work.db
            .selectFrom('competitors')
            .select(['id', 'version'])
            .where('name', '=', card.name)
            .executeTakeFirstOrThrow()
          await updateCompetitor(work, met.id, { ...card, version: met.version })
        }),
    }
  })
}
