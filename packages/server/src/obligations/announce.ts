import { type Role, reportsTo } from '@zhuowei/domain/organisation/roles.ts'
import type { Database, Trx } from '../platform/db/connect.ts'
import { publishAll } from '../platform/live/live.ts'

const topics = ['reports', 'compliance', 'today'] as const

/** Tells the open pages of those concerned, and of their superiors, that what a report counts as has changed. */
export async function announceReports(
  db: Database | Trx,
  divisionId: string,
  personIds: readonly string[] = [],
): Promise<void> {
  const superiors = await db
    .selectFrom('people')
    .select('id')
    .where('role', 'in', superiorRoles)
    .where((row) => row.or([row('divisionId', 'is', null), row('divisionId', '=', divisionId)]))
    .execute()
  const concerned = new Set([...personIds, ...superiors.map(({ id }) => id)])
  await publishAll(
    db,
    [...concerned].flatMap((personId) =>
      topics.map((topic) => ({ kind: 'changed' as const, topic, personId })),
    ),
  )
}

const superiorRoles: Role[] = [...new Set(Object.values(reportsTo))].filter((role) => role !== null)
