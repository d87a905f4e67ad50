import type { OnServer } from '@zhuowei/contract/kernel.ts'
import type { MeetingRecord } from '@zhuowei/contract/meeting-shapes.ts'
import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { mayTake } from '@zhuowei/domain/meetings/meeting.ts'
import { agendaAt, signInOpens } from '@zhuowei/domain/meetings/series.ts'
import { visibleCustomers } from '../customers/scope.ts'
import { loadRules } from '../obligations/rules.ts'
import type { Reading } from '../platform/http/implement.ts'
import { notFound } from '../platform/refusal.ts'
import { mayBringTopic, mayConvene, mayDecideProposal, mayReadMinutes, mayWriteMinutes } from './access.ts'
import { presentActionItem, selectActionItems } from './action-item-rows.ts'
import { agendaOf } from './agenda-view.ts'
import { attendeesOf } from './attendees.ts'
import { staffAt } from './people.ts'
import { type MeetingRow, named, presentMeeting, selectMeetings } from './select-meetings.ts'

/** One meeting with everything but its minutes, which are a right of their own (三.1). */
export async function getMeeting(reading: Reading, id: string): Promise<OnServer<MeetingRecord>> {
  const { db, actor } = reading
  const row = await selectMeetings(db, actor).where('meetings.id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  const staff = await staffAt(db, row.divisionId, row.startsAt)
  const keeps = mayWriteMinutes(actor, row)
  const [attendees, agenda, actionItems, customers, rules] = await Promise.all([
    attendeesOf(reading, row),
    agendaOf(reading, row),
    selectActionItems(db, actor)
      .where('actionItems.meetingId', '=', id)
      .orderBy('actionItems.createdAt')
      .execute(),
    customersOf(reading, id),
    loadRules(db, row.divisionId, shanghaiDate(row.startsAt)),
  ])
  const planned = new Set(agenda.filter(({ section }) => section === 2).map(({ person }) => person.id))
  const { purpose, clauses, projectName, agendaBuiltAt, startedAt, endedAt, publishedAt } = row
  const owePlan = attendees.length > 0 ? attendees.map(({ person }) => person) : staff
  return {
    ...presentMeeting(row),
    ...{ purpose, clauses, projectName, agendaBuiltAt, startedAt, endedAt, publishedAt },
    ...customers,
    agendaAt: row.kind === 'regular' ? agendaAt(row.startsAt, rules.parameters) : null,
    publishedBy: named(row.publishedBy, row.publisherName),
    agenda,
    withoutPlan:
      row.kind === 'regular' && row.state !== 'cancelled'
        ? owePlan
            .filter((person) => !planned.has(person.id))
            .map(({ id: personId, name }) => ({ id: personId, name }))
        : [],
    attendees,
    actionItems: actionItems.map((item) => presentActionItem(item, actor)),
    owners: keeps ? staff.map(({ id: personId, name }) => ({ id: personId, name })) : [],
    can: rightsIn(reading, row, attendees),
  }
}

function rightsIn(
  { actor, now }: Reading,
  row: MeetingRow,
  attendees: OnServer<MeetingRecord>['attendees'],
): MeetingRecord['can'] {
  const { state } = row
  const own = attendees.find(({ person }) => person.id === actor.id)
  const convenes = mayConvene(actor, row)
  const keeps = mayWriteMinutes(actor, row)
  const signInIsOpen = mayTake('signIn', state) && (state !== 'planned' || now >= signInOpens(row.startsAt))
  const day = shanghaiDate(row.startedAt ?? row.startsAt)
  return {
    decide: mayDecideProposal(actor, row) && mayTake('decide', state),
    change: convenes && mayTake('change', state),
    start: convenes && mayTake('start', state) && shanghaiDate(row.startsAt) <= shanghaiDate(now),
    end: convenes && mayTake('end', state),
    resume: convenes && mayTake('resume', state) && day === shanghaiDate(now),
    signIn: own?.state === 'invited' && state !== 'ended' && signInIsOpen,
    signInOthers: convenes && signInIsOpen,
    addTopic: mayBringTopic(actor, row) && mayTake('addTopic', state),
    readMinutes: mayReadMinutes(actor, row),
    writeMinutes: keeps && mayTake('writeMinutes', state),
    publish: keeps && mayTake('publish', state),
    reopen: keeps && mayTake('reopen', state),
    confirmClauses: owesClauses(row) && own !== undefined && own.clausesConfirmedAt === null,
    confirmMinutes: state === 'published' && own?.minutesDueAt != null && own.minutesConfirmedAt === null,
    setTraining: convenes && row.form === 'training' && (state === 'ended' || state === 'published'),
  }
}

/** The acknowledgement round begins with the meeting. */
export const owesClauses = ({ form, state }: Pick<MeetingRow, 'form' | 'state'>) =>
  form === 'policy' && (state === 'running' || state === 'ended' || state === 'published')

/** Of the customers discussed those that this person may see. */
async function customersOf({ db, actor }: Reading, meetingId: string) {
  const all = await db
    .selectFrom('meetingCustomers')
    .select('customerId')
    .where('meetingId', '=', meetingId)
    .execute()
  if (all.length === 0) return { customers: [], hiddenCustomers: 0 }
  const customers = await db
    .selectFrom('customers')
    .select(['customers.id', 'customers.name'])
    .where(visibleCustomers(actor))
    .where(
      'customers.id',
      'in',
      all.map(({ customerId }) => customerId),
    )
    .orderBy('customers.name')
    .execute()
  return { customers, hiddenCustomers: all.length - customers.length }
}
