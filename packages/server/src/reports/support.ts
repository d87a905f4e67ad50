import type { OnServer } from '@zhuowei/contract/kernel.ts'
import type { OpenedWeekly } from '@zhuowei/contract/period-reports.ts'
import { sql } from 'kysely'
import * as z from 'zod'
import type { Database, Trx } from '../platform/db/connect.ts'
import { newId } from '../platform/ids.ts'

const supportLines = z.array(z.object({ id: z.uuid(), body: z.string() }))
export type SupportLine = z.output<typeof supportLines>[number]
type Need = OnServer<OpenedWeekly['plan']['support'][number]>

/** 需要支持和资源 as they stand in a weekly record. */
export const parseSupport = (value: unknown): SupportLine[] => supportLines.parse(value)

/** A line that comes without its number is the stored one that says the same, or new. */
export function numbered(
  lines: readonly { id?: string | undefined; body: string }[],
  stored: readonly SupportLine[],
): SupportLine[] {
  const free = stored.filter((known) => !lines.some(({ id }) => id === known.id))
  return lines.map(({ id, body }) => {
    const known = stored.find((line) => line.id === id)
    if (known) return { id: known.id, body }
    const same = free.findIndex((line) => line.body === body)
    const [twin] = same < 0 ? [] : free.splice(same, 1)
    return { id: twin?.id ?? newId(), body }
  })
}

/**
 * 五.2.3)① what a submitted plan asks for is with the manager from then on. What he decided stays as it was; what was taken out of
 * the plan before that is withdrawn.
 */
export async function handInSupport(
  trx: Trx,
  plan: { id: string; divisionId: string; authorId: string; week: string },
  lines: readonly SupportLine[],
  at: Date,
): Promise<void> {
  const { id: reportId, divisionId, authorId: personId, week } = plan
  if (lines.length > 0)
    await trx
      .insertInto('supportRequests')
      .values(
        lines.map(({ id, body }, place) => ({
          ...{ id, divisionId, personId, reportId, week, place, body, createdAt: at, updatedAt: at },
        })),
      )
      .onConflict((conflict) =>
        conflict
          .column('id')
          .doUpdateSet((row) => ({
            body: row.ref('excluded.body'),
            place: row.ref('excluded.place'),
            state: 'open',
            version: sql<number>`support_requests.version + 1`,
            updatedAt: at,
          }))
          .where('supportRequests.reportId', '=', reportId)
          .where('supportRequests.state', 'in', ['open', 'withdrawn'])
          .where(
            sql<boolean>`(support_requests.body, support_requests.place, support_requests.state)
              is distinct from (excluded.body, excluded.place, 'open')`,
          ),
      )
      .execute()
  await trx
    .updateTable('supportRequests')
    .set({ state: 'withdrawn', version: sql<number>`version + 1`, updatedAt: at })
    .where('reportId', '=', reportId)
    .where('state', '=', 'open')
    .where('id', '<>', sql<string>`all(${lines.map(({ id }) => id)}::uuid[])`)
    .execute()
}

/** What a plan asks for, and what became of it. */
export async function supportOf(
  db: Database | Trx,
  reportId: string | null,
  lines: readonly SupportLine[],
): Promise<Need[]> {
  if (!reportId || lines.length === 0) return []
  const requests = await requestsOf(db, reportId)
  return lines.map((line) => needOf(line, requests))
}

/** As the report is read: below what the plan asks for stands what was answered and has left the plan since. */
export async function supportAsRead(
  db: Database | Trx,
  reportId: string,
  lines: readonly SupportLine[],
): Promise<Need[]> {
  const requests = await requestsOf(db, reportId)
  const left = requests.filter(
    ({ id, decidedAt }) => decidedAt !== null && !lines.some((line) => line.id === id),
  )
  return [
    ...lines.map((line) => needOf(line, requests)),
    ...left.map((request) => ({ ...needOf(request, requests), inPlan: false })),
  ]
}

async function requestsOf(db: Database | Trx, reportId: string) {
  return db
    .selectFrom('supportRequests')
    .leftJoin('people as decider', 'decider.id', 'supportRequests.decidedBy')
    .select([
      'supportRequests.id',
      'body',
      'reply',
      'decidedAt',
      'decider.id as deciderId',
      'decider.name as deciderName',
    ])
    .select((row) => row.ref('state').$castTo<Need['state']>().as('state')) // support_requests_state_known
    .where('reportId', '=', reportId)
    .orderBy('place')
    .execute()
}

function needOf({ id, body }: SupportLine, requests: Awaited<ReturnType<typeof requestsOf>>): Need {
  const request = requests.find((one) => one.id === id)
  const { state = 'draft', reply = null, decidedAt = null } = request ?? {}
  const decidedBy = request?.deciderId ? { id: request.deciderId, name: request.deciderName ?? '' } : null
  return { id, body, state, reply, decidedBy, decidedAt, inPlan: true }
}
