import type { TimelineItem } from '@zhuowei/contract/customer-shapes.ts'
import type { OnServer } from '@zhuowei/contract/kernel.ts'
import { sql } from 'kysely'
import { visibleComplaints } from '../complaints/access.ts'
import { cursorOf, readCursor } from '../platform/http/cursor.ts'
import type { Reading } from '../platform/http/implement.ts'
import { may } from './access.ts'
import { changeLines, labelOf } from './changes.ts'
import { visibleCustomer } from './find.ts'

interface TimelineQuery {
  only?: 'activities' | 'changes'
  cursor?: string
  limit: number
}

/**
 * Everything that happened with a customer, newest first: visits at the time of the visit, changes at the time of the change. Colleagues
 * of the region see neither the visits nor what concerns the contacts (§3A R-r*), nor grade changes (CU-s), nor anybody's reasons.
 */
export async function customerTimeline(reading: Reading, customerId: string, query: TimelineQuery) {
  const customer = await visibleCustomer(reading, customerId)
  const inFull = may.seeContacts(reading.actor, customer)
  const parts = [
    ...(query.only === 'activities' ? [] : [changes(reading, customerId, inFull)]),
    ...(query.only === 'changes' || !inFull ? [] : [visits(customerId)]),
  ]
  if (parts.length === 0) return { items: [], next: null }
  const [at, id] = query.cursor ? readCursor(query.cursor, 2) : []
  const after = at ? sql`where (t.at, t.id) < (${at}::timestamptz, ${id}::uuid)` : sql``
  const { rows } = await sql<Row>`
    select t.*, ${inFull ? subjectName : sql`null`} as subject_name, actor.name as actor_name, principal.name as principal_name,
      array(select k.name from contacts k where k.id = any(t.contact_ids)) as contact_names
    from (${sql.join(parts, sql` union all `)}) t
    left join people actor on actor.id = t.actor_id left join people principal on principal.id = t.on_behalf_of
    ${after} order by t.at desc, t.id desc limit ${query.limit + 1}`.execute(reading.db)
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  return {
    items: page.map((row) => present(row, inFull)),
    next: rows.length > query.limit && last ? cursorOf(last.at.toISOString(), last.id) : null,
  }
}

/** What a file or a fact is called and who was met, for those who may read it; the sentence of the event says only of which kind it is. */
const subjectName = sql`case t.subject_type
  when 'attachment' then (select a.name from attachments a where a.id = t.subject_id)
  when 'background' then (select coalesce(f.name, concat_ws(' ', f.brand, f.model)) from background_facts f
    where f.id = t.subject_id and f.kind <> 'department')
  when 'contact' then (select k.name from contacts k where k.id = t.subject_id and t.verb = 'contact.met')
  end`

interface Row {
  id: string
  subjectName: string | null
  at: Date
  actorId: string | null
  actorName: string | null
  onBehalfOf: string | null
  principalName: string | null
  verb: string
  summary: string
  reason: string | null
  before: unknown
  after: unknown
  kind: NonNullable<TimelineItem['activity']>['kind'] | null
  callDirection: NonNullable<TimelineItem['activity']>['callDirection']
  content: string
  result: string
  problem: string
  nextStep: string | null
  nextOn: string | null
  contactNames: string[]
}

/**
 * The event of a visit is left out, because the visit itself stands here; what was corrected later shows in the visit. Of a complaint
 * stands here what its readers may see of it (§3A 投诉), and for the one complained of not who brought it; nothing names a contact who
 * was erased (§3C).
 */
function changes({ db, actor }: Reading, customerId: string, inFull: boolean) {
  const reason = inFull ? sql`e.reason` : sql`null`
  const kept = inFull
    ? sql`e.subject_type <> 'activity'`
    : sql`e.subject_type not in ('activity', 'contact') and e.verb not in ('customer.grade_changed', 'customer.grade_restored', 'customer.proposal_dismissed', 'customer.proposal_reopened')`
  const author = sql`case when e.verb = 'complaint.recorded' and e.actor_id <> ${actor.id} and exists (select 1 from complaints c
      where c.id = e.subject_id and c.target_person_id = ${actor.id}) then null else e.actor_id end`
  return sql`select e.id, e.subject_type, e.subject_id, e.at, ${author} as actor_id, e.on_behalf_of, e.verb, e.summary, ${reason} as reason, e.before, e.after,
      null as kind, null as call_direction, null as content, null as result, null as problem, null as next_step, null::date as next_on, '{}'::uuid[] as contact_ids
    from events e where e.customer_id = any(array(select ${customerId}::uuid
        union all select id from customers where merged_into_id = ${customerId})) and ${kept}
      and (e.subject_type <> 'complaint' or e.subject_id in ${visibleComplaints(db, actor).select('complaints.id')})
      and not (e.subject_type = 'contact' and exists (select 1 from contacts k where k.id = e.subject_id and k.erased_at is not null))`
}

function visits(customerId: string) {
  return sql`select a.id, 'activity', a.id, a.happened_at, a.author_id, null::uuid, 'activity.recorded', '', null, null::jsonb, null::jsonb,
      a.kind, a.call_direction, a.content, a.result, a.problem, a.next_step, a.next_on, a.contact_ids
    from activities a where a.customer_id = ${customerId} and a.deleted_at is null`
}

function sentenceOf({ verb, summary, subjectName }: Row): string {
  if (!subjectName) return summary
  return verb === 'contact.met' ? `${subjectName}${summary}` : `${summary}，${subjectName}`
}

/** §3A R-r*: what stands behind an A customer is not for the colleagues of the region. */
function present(row: Row, inFull: boolean): OnServer<TimelineItem> {
  const { id, at, verb, reason, content, result, problem, nextStep, nextOn } = row
  return {
    id,
    at,
    verb,
    summary: sentenceOf(row),
    reason,
    actor: row.actorId ? { id: row.actorId, name: row.actorName ?? '' } : null,
    onBehalfOf: row.onBehalfOf ? { id: row.onBehalfOf, name: row.principalName ?? '' } : null,
    changes: changeLines(row.before, row.after).filter(
      ({ label }) => inFull || label !== labelOf('resources'),
    ),
    activity: row.kind && {
      kind: row.kind,
      callDirection: row.callDirection,
      content,
      result,
      problem,
      nextStep,
      nextOn,
      contacts: row.contactNames,
    },
  }
}
