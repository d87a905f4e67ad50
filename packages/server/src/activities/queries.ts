import type { Activity, ActivityQuery } from '@zhuowei/contract/activities.ts'
import type { OnServer } from '@zhuowei/contract/kernel.ts'
import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import type { Grade } from '@zhuowei/domain/customers/grade.ts'
import { type CallDirection, type VisitKind, visitDue } from '@zhuowei/domain/customers/visit.ts'
import { sql } from 'kysely'
import { loadRules, type Rules } from '../obligations/rules.ts'
import { cursorOf, readCursor } from '../platform/http/cursor.ts'
import type { Reading } from '../platform/http/implement.ts'
import { notFound } from '../platform/refusal.ts'
import { canEdit, visibleActivities } from './access.ts'

export type ActivityView = OnServer<Activity>

/** Newest first; the cursor is the instant and id of the last row. */
export async function listActivities(reading: Reading, query: ActivityQuery) {
  let rows = selectActivities(reading)
    .orderBy('activities.happenedAt', 'desc')
    .orderBy('activities.id', 'desc')
    .limit(query.limit + 1)
  if (query.customerId) rows = rows.where('activities.customerId', '=', query.customerId)
  if (query.divisionId) rows = rows.where('activities.divisionId', 'in', query.divisionId)
  if (query.authorId) rows = rows.where('activities.authorId', 'in', query.authorId)
  if (query.kind) rows = rows.where('activities.kind', 'in', query.kind)
  if (query.from) rows = rows.where('activities.happenedOn', '>=', query.from)
  if (query.to) rows = rows.where('activities.happenedOn', '<=', query.to)
  if (query.mine === 'true') rows = rows.where('activities.authorId', '=', reading.actor.id)
  if (query.cursor) {
    const [at, id] = readCursor(query.cursor, 2)
    rows = rows.where(
      sql<boolean>`(activities.happened_at, activities.id) < (${at}::timestamptz, ${id}::uuid)`,
    )
  }
  const found = await rows.execute()
  const page = found.slice(0, query.limit)
  const last = page.at(-1)
  return {
    items: await present(reading, page),
    next: found.length > query.limit && last ? cursorOf(last.happenedAt.toISOString(), last.id) : null,
  }
}

export async function getActivity(reading: Reading, id: string): Promise<ActivityView> {
  const row = await selectActivities(reading).where('activities.id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  const [view] = await present(reading, [row])
  if (!view) throw notFound()
  return view
}

/** What one promised to do next, the oldest first. */
export async function listNextSteps({ db, actor, now }: Reading, until: string | undefined) {
  const today = shanghaiDate(now)
  const rows = await visibleActivities(db, actor)
    .where('activities.authorId', '=', actor.id)
    .where('activities.nextDoneAt', 'is', null)
    .where('activities.nextStep', 'is not', null)
    .where('activities.nextOn', 'is not', null)
    .$if(until !== undefined, (steps) => steps.where('activities.nextOn', '<=', until ?? today))
    .select([
      'activities.id as activityId',
      'activities.nextStep',
      'activities.nextOn',
      'customers.id',
      'customers.name',
      'customers.grade',
    ])
    .orderBy('activities.nextOn')
    .orderBy('activities.id')
    .limit(200)
    .execute()
  return rows.map(({ activityId, nextStep, nextOn, id, name, grade }) => ({
    activityId,
    customer: { id, name, grade: grade as Grade }, // check constraint customers_grade_known
    nextStep: nextStep ?? '',
    nextOn: nextOn ?? today,
    overdue: (nextOn ?? today) < today,
  }))
}

function selectActivities({ db, actor }: Reading) {
  return visibleActivities(db, actor)
    .innerJoin('people as author', 'author.id', 'activities.authorId')
    .select([
      'activities.id',
      'activities.divisionId',
      'activities.kind',
      'activities.callDirection',
      'activities.happenedAt',
      'activities.happenedOn',
      'activities.authorId',
      'activities.visitorIds',
      'activities.contactIds',
      'activities.content',
      'activities.result',
      'activities.problem',
      'activities.affectsFollowUp',
      'activities.followUpDoneAt',
      'activities.nextStep',
      'activities.nextOn',
      'activities.nextDoneAt',
      'activities.version',
      'activities.createdAt',
      'author.name as authorName',
      'customers.id as customerId',
      'customers.name as customerName',
      'customers.grade',
    ])
    .select((row) =>
      // With the customer, so that the primary key finds it.
      row
        .selectFrom('feedbackVersions')
        .select('feedbackVersions.version')
        .whereRef('feedbackVersions.customerId', '=', 'activities.customerId')
        .whereRef('feedbackVersions.activityId', '=', 'activities.id')
        .limit(1)
        .as('formVersion'),
    )
}

type Row = Awaited<ReturnType<ReturnType<typeof selectActivities>['execute']>>[number]

async function present({ db, actor, now }: Reading, rows: readonly Row[]): Promise<ActivityView[]> {
  const rules = await rulesOf(db, rows, shanghaiDate(now))
  const visitors = await namesOf(
    db,
    'people',
    rows.flatMap((row) => row.visitorIds),
  )
  const contacts = await namesOf(
    db,
    'contacts',
    rows.flatMap((row) => row.contactIds),
  )
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as VisitKind, // check constraint activities_kind_known
    callDirection: row.callDirection as CallDirection | null, // check constraint activities_call_direction_known
    customer: { id: row.customerId, name: row.customerName, grade: row.grade as Grade }, // check constraint customers_grade_known
    happenedAt: row.happenedAt,
    happenedOn: row.happenedOn,
    author: { id: row.authorId, name: row.authorName },
    visitors: row.visitorIds.map((id) => ({ id, name: visitors.get(id) ?? '' })),
    contacts: row.contactIds.map((id) => ({ id, name: contacts.get(id) ?? '' })),
    content: row.content,
    result: row.result,
    problem: row.problem,
    affectsFollowUp: row.affectsFollowUp,
    updateOwed: row.affectsFollowUp && row.followUpDoneAt === null,
    nextStep: row.nextStep,
    nextOn: row.nextOn,
    nextDone: row.nextDoneAt !== null,
    enteredLate: row.createdAt > visitDue(row.happenedOn, ...rules(row.divisionId)),
    formVersion: row.formVersion,
    version: row.version,
    can: { edit: canEdit(actor, row), remove: canEdit(actor, row) },
  }))
}

/** The rules of each division that occurs; the general manager reads several at once. */
async function rulesOf(db: Reading['db'], rows: readonly Row[], today: string) {
  const loaded = new Map<string, Rules>()
  for (const { divisionId } of rows) {
    if (!loaded.has(divisionId)) loaded.set(divisionId, await loadRules(db, divisionId, today))
  }
  return (divisionId: string): [Rules['calendar'], Rules['parameters']] => {
    const found = loaded.get(divisionId)
    if (!found) throw new Error(`no rules were loaded for division ${divisionId}`)
    return [found.calendar, found.parameters]
  }
}

async function namesOf(
  db: Reading['db'],
  table: 'people' | 'contacts',
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom(table)
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
