import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { type Parameters, resolveParameters } from '@zhuowei/domain/clauses/parameters.ts'
import { loadRules } from '../obligations/rules.ts'
import type { Reading } from '../platform/http/implement.ts'

/** The parameters of today; 总经理 stands outside the divisions and sees by the defaults. */
export async function parametersFor({ db, actor, now }: Reading): Promise<Parameters> {
  const today = shanghaiDate(now)
  if (!actor.divisionId) return resolveParameters([], today)
  return (await loadRules(db, actor.divisionId, today)).parameters
}
