import type { OnServer, Returned } from '@zhuowei/contract/kernel.ts'
import type { Clause, regulationApi } from '@zhuowei/contract/regulation.ts'
import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { parameterDefinitions } from '@zhuowei/domain/clauses/parameters.ts'
import {
  clauseById,
  clauses,
  isClauseId,
  type Clause as OriginalClause,
} from '@zhuowei/domain/clauses/regulation-text.ts'
import type { Database, Trx } from '../platform/db/connect.ts'
import type { Reading } from '../platform/http/implement.ts'
import { notFound } from '../platform/refusal.ts'
import { mayReadRulesOf } from './access.ts'
import { rulesOf } from './enforcement.ts'
import { presentParameters } from './present.ts'

const markLabel = { missing: '原文缺号', truncated: '原文截断' } as const

export async function listClauses(): Promise<Returned<typeof regulationApi.clauses>> {
  return { clauses: clauses.map(presentClause) }
}

/** One clause with what it means today in a division. */
export async function getClause(
  reading: Reading,
  id: string,
  divisionId: string | undefined,
): Promise<Returned<typeof regulationApi.clause>> {
  if (!isClauseId(id)) throw notFound()
  const { division, parameters } = await listParameters(reading, divisionId)
  const citing = parameters.filter((parameter) => parameter.clause === id)
  return {
    ...presentClause(clauseById(id)),
    division,
    parameters: citing.map(({ decisions, ...parameter }) => ({
      ...parameter,
      upcoming: decisions.findLast((decision) => decision.state === 'upcoming') ?? null,
    })),
  }
}

export async function listParameters(
  { db, actor, now }: Reading,
  divisionId: string | undefined,
): Promise<Returned<typeof regulationApi.parameters>> {
  const division = await findDivision({ db, actor, now }, divisionId)
  const today = shanghaiDate(now)
  const rows = division ? await loadHistory(db, division.id) : []
  return { division, today, parameters: presentParameters(actor, rows, today) }
}

export type DecisionRow = Awaited<ReturnType<typeof loadHistory>>[number]

/** Newest first, with who decided. */
export function loadHistory(db: Database | Trx, divisionId: string) {
  return db
    .selectFrom('regulationParameters as decision')
    .leftJoin('people as setter', 'setter.id', 'decision.setBy')
    .select(['decision.key', 'decision.effectiveFrom', 'decision.value', 'decision.reason', 'decision.setAt'])
    .select(['setter.id as setById', 'setter.name as setByName'])
    .where('decision.divisionId', '=', divisionId)
    .orderBy('decision.effectiveFrom', 'desc')
    .execute()
}

/** The asked one, the own one, or, for people outside the divisions, the oldest; null before there is any. */
async function findDivision(
  { db, actor }: Reading,
  asked: string | undefined,
): Promise<{ id: string; name: string } | null> {
  const wanted = asked ?? actor.divisionId
  if (wanted && !mayReadRulesOf(actor, wanted)) throw notFound()
  const divisions = db.selectFrom('divisions').select(['id', 'name']).orderBy('createdAt').orderBy('id')
  if (!wanted) return (await divisions.executeTakeFirst()) ?? null
  const found = await divisions.where('id', '=', wanted).executeTakeFirst()
  if (!found) throw notFound()
  return found
}

/** 五 is above 五.1, which is above 五.1.3)②; 六 also above 六(原则)①. */
const isAbove = (above: string, id: string) => above !== id && id.startsWith(above)

function presentClause({ id, title, text, mark }: OriginalClause): OnServer<Clause> {
  return {
    id,
    path: clauses.flatMap((above) => (above.title && isAbove(above.id, id) ? [above.title] : [])),
    title: title ?? null,
    text,
    mark: mark ? markLabel[mark] : null,
    rules: rulesOf(id),
    parameterCount: parameterDefinitions.filter((parameter) => parameter.clause === id).length,
  }
}
