import { atShanghai } from '@zhuowei/domain/calendar/dates.ts'
import { createCompetitor } from '../../../competitors/commands.ts'
import type { Quarter } from '../quarter.ts'
import { competitorCards } from '../sentences/competitors.ts'
import { type Act, as } from '../stage/stage.ts'

/** 六.3.1)⑦ what the division knows of its competitors before the quarter; what customers say comes with the forms. */
export function competitorActs({ first }: Quarter): Act[] {
  const at = atShanghai(first, '08:20')
  return competitorCards.map((card) => ({
    at,
    key: `competitor|${card.name}`,
    play: (stage) => as(stage, 'anpeizhi', at, (work) => createCompetitor(work, card)),
  }))
}
