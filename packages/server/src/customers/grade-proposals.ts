import type { GradeProposal } from '@zhuowei/contract/grade-shapes.ts'
import type { ProposalQuery } from '@zhuowei/contract/grades.ts'
import { addDays, atShanghai, daysBetween, shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import type { Parameters } from '@zhuowei/domain/clauses/parameters.ts'
import {
  type GradeFacts,
  type ProposalRule,
  proposalRuleLabel,
  proposeGrade,
} from '@zhuowei/domain/customers/grade-proposal.ts'
import { type SqlBool, sql } from 'kysely'
import { recordEvent } from '../platform/events.ts'
import { cursorOf, readCursor } from '../platform/http/cursor.ts'
import type { Reading, Writing } from '../platform/http/implement.ts'
import { customerFor } from './find.ts'
import { parametersFor } from './grade-rules.ts'
import { visibleCustomers } from './scope.ts'

/**
 * 六(原则)③: what the facts suggest about the grades that this person decides about, the longest silent first. Nothing is kept of a
 * proposal but that somebody did not want it; accepting one is the ordinary change of a grade with its reason.
 */
export async function listProposals(reading: Reading, query: ProposalQuery) {
  const parameters = await parametersFor(reading)
  const rows = await candidates(reading, parameters, query)
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  const today = shanghaiDate(reading.now)
  return {
    items: page.flatMap((row) => proposalFor(row, parameters, today) ?? []),
    next: rows.length > query.limit && last ? cursorOf(last.lastActivityAt.toISOString(), last.id) : null,
  }
}

/** Who decides about the grade does not want it: it rests for some months, unless the grade changes. */
export async function dismissProposal(work: Writing, id: string, rule: ProposalRule): Promise<void> {
  const row = await customerFor(work, id, 'changeGrade')
  const { db, actor, now } = work
  const dismissal = { grade: row.grade, dismissedBy: actor.id, dismissedAt: now }
  await db
    .insertInto('gradeProposalsDismissed')
    .values({ customerId: id, rule, ...dismissal })
    .onConflict((known) => known.columns(['customerId', 'rule']).doUpdateSet(dismissal))
    .execute()
  await recordEvent(db, actor, now, {
    verb: 'customer.proposal_dismissed',
    subjectType: 'customer',
    subjectId: id,
    divisionId: row.divisionId,
    customerId: id,
    summary: `不采纳等级建议：${proposalRuleLabel[rule]}`,
  })
}

/** The dismissal is taken back; twice changes nothing. */
export async function reopenProposal(work: Writing, id: string, rule: ProposalRule): Promise<void> {
  const row = await customerFor(work, id, 'changeGrade')
  const { db, actor, now } = work
  const gone = await db
    .deleteFrom('gradeProposalsDismissed')
    .where('customerId', '=', id)
    .where('rule', '=', rule)
    .returning('rule')
    .executeTakeFirst()
  if (!gone) return
  await recordEvent(db, actor, now, {
    verb: 'customer.proposal_reopened',
    subjectType: 'customer',
    subjectId: id,
    divisionId: row.divisionId,
    customerId: id,
    summary: `撤销不采纳等级建议：${proposalRuleLabel[rule]}`,
  })
}

type Candidate = Awaited<ReturnType<typeof candidates>>[number]

function proposalFor(row: Candidate, parameters: Parameters, today: string): GradeProposal | null {
  const { id, name, resources, version, rested } = row
  // Check constraints hold exactly the codes of domain/customers/account.ts and grade.ts.
  const [grade, trade, status] = [row.grade, row.tradeStatus, row.status] as [
    GradeFacts['grade'],
    GradeFacts['trade'],
    GradeFacts['status'],
  ]
  const silentDays = daysBetween(shanghaiDate(row.lastActivityAt), today)
  const proposal = proposeGrade({ grade, trade, status, silentDays, contacts: row.contacts }, parameters)
  if (!proposal || rested.includes(proposal.rule)) return null
  return {
    ...proposal,
    customer: { id, name, grade, tradeStatus: trade, status, resources, version },
    owner: row.ownerId ? { id: row.ownerId, name: row.ownerName ?? '' } : null,
  }
}

/** All to whom a rule may apply, found in the order of an index; the rule itself decides. */
function candidates(reading: Reading, parameters: Parameters, query: ProposalQuery) {
  const { db, actor, now } = reading
  const today = shanghaiDate(now)
  const before = (days: number) => atShanghai(addDays(today, -days), '00:00')
  const contacts = sql<number>`(select count(*)::int from activities a where a.customer_id = customers.id
    and a.deleted_at is null and a.happened_at >= ${before(30)})`
  let found = db
    .selectFrom('customers')
    .leftJoin('people as owner', 'owner.id', 'customers.ownerId')
    .where(visibleCustomers(actor))
    .where(decidedBy(actor.role, actor.id))
    .where(
      sql<SqlBool>`(case grade
        when 'A' then status in ('dormant', 'lost') or last_activity_at < ${before(parameters['grade.silentDaysA'])}
        when 'B' then trade_status = 'untraded' and last_activity_at < ${before(parameters['grade.silentDaysB'])}
        else status in ('interested', 'project') or
          (last_activity_at >= ${before(30)} and ${contacts} >= ${parameters['grade.activeVisits']}) end
        or (status = 'cooperating' and trade_status = 'untraded'))`,
    )
    .select(['customers.id', 'customers.name', 'grade', 'tradeStatus', 'status', 'resources', 'ownerId'])
    .select(['customers.version', 'lastActivityAt', 'owner.name as ownerName'])
    .select(contacts.as('contacts'))
    .select(
      sql<string[]>`array(select d.rule from grade_proposals_dismissed d where d.customer_id = customers.id
        and d.grade = customers.grade and d.dismissed_at >= ${before(parameters['grade.proposalRestDays'])})`.as(
        'rested',
      ),
    )
    .orderBy('lastActivityAt')
    .orderBy('customers.id')
    .limit(query.limit + 1)
  if (query.customerId) found = found.where('customers.id', '=', query.customerId)
  if (query.cursor) {
    const [at, id] = readCursor(query.cursor, 2)
    found = found.where(
      sql<SqlBool>`(customers.last_activity_at, customers.id) > (${at}::timestamptz, ${id}::uuid)`,
    )
  }
  return found.execute()
}

/** `may.changeGrade` among the customers that one sees. */
function decidedBy(role: string, personId: string) {
  if (role === 'dm' || role === 'spm') return sql<SqlBool>`true`
  return role === 'pm' ? sql<SqlBool>`customers.owner_id = ${personId}` : sql<SqlBool>`false`
}
