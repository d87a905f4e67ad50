import type { OnServer } from '@zhuowei/contract/kernel.ts'
import type { AgendaItem } from '@zhuowei/contract/meeting-shapes.ts'
import { mayTake } from '@zhuowei/domain/meetings/meeting.ts'
import type { Reading } from '../platform/http/implement.ts'
import { presentRequest, selectRequestsOnAgenda } from '../support-requests/select-requests.ts'
import { mayConvene } from './access.ts'
import { presentActionItem, selectActionItems } from './action-item-rows.ts'
import { agendaSources } from './agenda.ts'
import type { MeetingRow } from './select-meetings.ts'

type Item = OnServer<AgendaItem>

/** The agenda as it was taken over, or before 09:00 as it would be now; the state of what stands on it is always of this moment. */
export async function agendaOf(reading: Reading, meeting: MeetingRow): Promise<Item[]> {
  const { db, actor } = reading
  const stored = await db
    .selectFrom('agendaItems')
    .select([
      'id',
      'section',
      'sourceKey',
      'personId',
      'actionItemId',
      'supportRequestId',
      'lines',
      'createdBy',
    ])
    .where('meetingId', '=', meeting.id)
    .orderBy('createdAt')
    .orderBy('id')
    .execute()
  const looksAhead = meeting.state === 'planned' && meeting.agendaBuiltAt === null
  const ahead = looksAhead ? await agendaSources(db, meeting) : []
  const rows = [...stored, ...ahead.map((source) => ({ ...source, id: null, createdBy: null }))]
  const [names, actionItems, requests] = await Promise.all([
    namesOf(
      reading,
      rows.map(({ personId }) => personId),
    ),
    actionItemsOf(
      reading,
      rows.flatMap(({ actionItemId }) => actionItemId ?? []),
    ),
    requestsOf(
      reading,
      rows.flatMap(({ supportRequestId }) => supportRequestId ?? []),
    ),
  ])
  const items = rows.map((row): Item & { order: string } => {
    const { id, section, sourceKey, personId, lines, createdBy } = row
    const actionItem = actionItems.get(row.actionItemId ?? '') ?? null
    const supportRequest = requests.get(row.supportRequestId ?? '') ?? null
    const person = names.get(personId)
    return {
      ...{ id, section, lines, actionItem, supportRequest },
      key: sourceKey,
      person: { id: personId, name: person?.name ?? '' },
      can: {
        remove:
          section === 0 &&
          mayTake('addTopic', meeting.state) &&
          (createdBy === actor.id || mayConvene(actor, meeting)),
      },
      order:
        actionItem?.dueOn ??
        supportRequest?.createdAt.toISOString() ??
        (section === 2 ? (person?.employeeNo ?? '') : ''),
    }
  })
  return items
    .toSorted(
      (one, other) =>
        one.section - other.section || (one.order < other.order ? -1 : one.order > other.order ? 1 : 0),
    )
    .map(({ order: _, ...item }) => item)
}

async function namesOf({ db }: Reading, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, { name: string; employeeNo: string }>()
  const people = await db
    .selectFrom('people')
    .select(['id', 'name', 'employeeNo'])
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(people.map((person) => [person.id, person]))
}

async function actionItemsOf({ db, actor }: Reading, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, never>()
  const rows = await selectActionItems(db, actor).where('actionItems.id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.id, presentActionItem(row, actor)]))
}

async function requestsOf({ db, actor }: Reading, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, never>()
  const rows = await selectRequestsOnAgenda(db, ids).execute()
  return new Map(rows.map((row) => [row.id, presentRequest(row, actor)]))
}
