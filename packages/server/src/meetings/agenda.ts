import { sql } from 'kysely'
import type { Database, Trx } from '../platform/db/connect.ts'
import { newId } from '../platform/ids.ts'
import { staffAt } from './people.ts'

export interface AgendaSource {
  section: 1 | 2 | 3
  sourceKey: string
  personId: string
  actionItemId: string | null
  supportRequestId: string | null
  lines: string[]
}

interface Regular {
  id: string
  divisionId: string
  week: string | null
  startsAt: Date
}

/** 四.1.1): ①what is still open, ②the plans of this week that were handed in, ③what support they ask for. */
export async function agendaSources(db: Database | Trx, meeting: Regular): Promise<AgendaSource[]> {
  const { id, divisionId, week } = meeting
  if (!week) return []
  const [items, plans, requests] = await Promise.all([
    db
      .selectFrom('actionItems')
      .select(['id', 'ownerId', 'body'])
      .where('divisionId', '=', divisionId)
      .where('closedAt', 'is', null)
      .where('meetingId', '<>', id)
      .orderBy('dueOn')
      .orderBy('id')
      .execute(),
    db
      .selectFrom('reports')
      .select(['authorId', 'description'])
      .where('divisionId', '=', divisionId)
      .where('kind', '=', 'weekly')
      .where('periodKey', '=', week)
      .where('planSubmittedAt', 'is not', null)
      .orderBy('authorId')
      .execute(),
    db
      .selectFrom('supportRequests')
      .select(['id', 'personId', 'body'])
      .where('divisionId', '=', divisionId)
      .where('state', '=', 'open')
      .orderBy('createdAt')
      .orderBy('id')
      .execute(),
  ])
  return [
    ...items.map((item) => ({
      ...{ section: 1 as const, sourceKey: `action:${item.id}`, personId: item.ownerId },
      ...{ actionItemId: item.id, supportRequestId: null, lines: [item.body] },
    })),
    ...plans.map((plan) => ({
      ...{ section: 2 as const, sourceKey: `plan:${plan.authorId}`, personId: plan.authorId },
      ...{ actionItemId: null, supportRequestId: null, lines: linesOf(plan.description) },
    })),
    ...requests.map((request) => ({
      ...{ section: 3 as const, sourceKey: `support:${request.id}`, personId: request.personId },
      ...{ actionItemId: null, supportRequestId: request.id, lines: [request.body] },
    })),
  ]
}

/**
 * Takes the sources over into the agenda, as often as somebody asks until the meeting begins: late plans join, what was closed or taken
 * back leaves. An open 遗留问题 that comes onto the agenda is carried once more; that it does so once is the constraint's business.
 */
export async function buildAgenda(db: Trx, meeting: Regular, now: Date): Promise<void> {
  const sources = await agendaSources(db, meeting)
  const { id: meetingId } = meeting
  const carried: string[] = []
  for (const source of sources) {
    const { added } = await db
      .insertInto('agendaItems')
      .values({ id: newId(), meetingId, ...source, createdAt: now })
      .onConflict((known) =>
        known.constraint('agenda_items_once').doUpdateSet((row) => ({ lines: row.ref('excluded.lines') })),
      )
      .returning(sql<boolean>`xmax = 0`.as('added'))
      .executeTakeFirstOrThrow()
    if (added && source.actionItemId) carried.push(source.actionItemId)
  }
  const keys = sources.map(({ sourceKey }) => sourceKey)
  await db
    .deleteFrom('agendaItems')
    .where('meetingId', '=', meetingId)
    .where('section', '>', 0)
    .$if(keys.length > 0, (gone) => gone.where('sourceKey', 'not in', keys))
    .execute()
  if (carried.length === 0) return
  await db
    .updateTable('actionItems')
    .set({ state: 'carried', carryCount: sql`carry_count + 1`, updatedAt: now })
    .where('id', 'in', carried)
    .execute()
}

/** Everybody of the division is invited to the weekly meeting; newcomers until it begins. */
export async function inviteAll(db: Trx, { id: meetingId, divisionId, startsAt }: Regular): Promise<void> {
  const staff = await staffAt(db, divisionId, startsAt)
  if (staff.length === 0) return
  await db
    .insertInto('meetingAttendees')
    .values(staff.map(({ id: personId }) => ({ meetingId, personId })))
    .onConflict((known) => known.columns(['meetingId', 'personId']).doNothing())
    .execute()
}

/** The texts of a plan; the column is written by the reports and holds their lines. */
function linesOf(description: unknown): string[] {
  if (!Array.isArray(description)) return []
  return description.flatMap((line) =>
    typeof line === 'object' && line !== null && typeof line.text === 'string' && line.text.trim() !== ''
      ? [line.text]
      : [],
  )
}
