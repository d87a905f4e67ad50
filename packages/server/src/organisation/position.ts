import type { Body } from '@zhuowei/contract/kernel.ts'
import type { organisationApi } from '@zhuowei/contract/organisation.ts'
import { positionProblems } from '@zhuowei/domain/organisation/position.ts'
import { type Role, reportsTo } from '@zhuowei/domain/organisation/roles.ts'
import { sql } from 'kysely'
import type { Database, Trx } from '../platform/db/connect.ts'
import { Refusal } from '../platform/refusal.ts'

export type PositionInput = Omit<Body<typeof organisationApi.reassign>, 'version'>

/** The position with its superior filled in where only one person can be it; refuses whatever does not fit (二.1, G4–G6). */
export async function settlePosition(db: Trx, input: PositionInput, today: string): Promise<PositionInput> {
  const managerId = input.managerId ?? (await onlySuperior(db, input, today))
  const regions = await db
    .selectFrom('regions')
    .select(['id', 'divisionId'])
    .where(sql<boolean>`id = any(${input.regionIds}::uuid[])`)
    .execute()
  const problems: { path: string; message: string }[] = positionProblems({
    ...input,
    regions,
    manager: managerId ? await managerFacts(db, managerId, today) : null,
  })
  if (input.divisionId && !(await divisionExists(db, input.divisionId))) {
    problems.push({ path: 'divisionId', message: '没有这个事业部' })
  }
  if (regions.length < new Set(input.regionIds).size) {
    problems.push({ path: 'regionIds', message: '没有这个片区' })
  }
  if (problems.length > 0) throw new Refusal('invalid_input', { errors: problems })
  return { ...input, managerId, regionIds: regions.map((region) => region.id) }
}

export const divisionExists = async (db: Trx, id: string): Promise<boolean> =>
  (await db.selectFrom('divisions').select('id').where('id', '=', id).executeTakeFirst()) !== undefined

async function onlySuperior(db: Trx, { role, divisionId }: PositionInput, today: string) {
  const superior = reportsTo[role]
  if (!superior) return null
  const candidates = await employed(db, today)
    .select('id')
    .where('role', '=', superior)
    .where('divisionId', superior === 'gm' ? 'is' : '=', superior === 'gm' ? null : divisionId)
    .limit(2)
    .execute()
  return candidates.length === 1 ? (candidates[0]?.id ?? null) : null
}

async function managerFacts(db: Trx, id: string, today: string) {
  const manager = await db
    .selectFrom('people')
    .select(['role', 'divisionId', 'leavingDate'])
    .$narrowType<{ role: Role }>()
    .where('id', '=', id)
    .executeTakeFirst()
  if (!manager)
    throw new Refusal('invalid_input', { errors: [{ path: 'managerId', message: '没有这位上司' }] })
  const { role, divisionId, leavingDate } = manager
  return { role, divisionId, employed: leavingDate === null || leavingDate >= today }
}

/** Everybody whose last day has not passed. */
export const employed = (db: Database | Trx, today: string) =>
  db
    .selectFrom('people')
    .where((person) => person.or([person('leavingDate', 'is', null), person('leavingDate', '>=', today)]))
