import type { ChangedSuggestion, NewSuggestion } from '@zhuowei/contract/suggestions.ts'
import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { mayPropose, replyDue, suggestionTypeLabel } from '@zhuowei/domain/suggestions/suggestion.ts'
import { sql } from 'kysely'
import { managersOf } from '../complaints/telling.ts'
import { settleNotifications } from '../notifications/settle.ts'
import { loadRules } from '../obligations/rules.ts'
import type { Actor } from '../platform/actor.ts'
import { recordEvent } from '../platform/events.ts'
import type { Writing } from '../platform/http/implement.ts'
import { newId } from '../platform/ids.ts'
import { forbidden, invalid, notFound, Refusal } from '../platform/refusal.ts'
import { refuseStale } from '../platform/refuse-stale.ts'
import { isAuthor, mayReply, visibleSuggestions } from './access.ts'
import { getSuggestion } from './queries.ts'
import { linkTo, tell } from './telling.ts'

/** 三.6 the manager has it at once, and some working days to reply. */
export async function recordSuggestion(work: Writing, input: NewSuggestion, id = newId()): Promise<string> {
  const { db, actor, now } = work
  const { divisionId } = actor
  if (!divisionId) throw forbidden('建议由事业部人员提出')
  refuseStrangeType(actor, input)
  const { calendar, parameters } = await loadRules(db, divisionId, shanghaiDate(now))
  const { type, subject, content } = input
  await db
    .insertInto('suggestions')
    .values({
      ...{ id, divisionId, type, subject, content, authorId: actor.id },
      replyDueAt: replyDue(shanghaiDate(now), calendar, parameters),
      ...{ createdAt: now, updatedAt: now, updatedBy: actor.id },
    })
    .execute()
  await recordStep(work, { id, divisionId }, 'recorded', `提出${suggestionTypeLabel[type]}：${subject}`)
  const managers = await managersOf(db, { divisionId, forGm: false })
  await tell(work, managers, id, `${actor.name}提出${suggestionTypeLabel[type]}：${subject}`)
  return id
}

export async function changeSuggestion(work: Writing, id: string, input: ChangedSuggestion): Promise<void> {
  const { db, actor, now } = work
  const suggestion = await load(work, id)
  if (!isAuthor(actor, suggestion)) throw forbidden('建议由提出人自己修改')
  await refuseStale(suggestion.version, input, () => getSuggestion(work, id))
  if (suggestion.repliedAt) throw new Refusal('nothing_to_decide', { detail: '已经回复的建议不再修改' })
  refuseStrangeType(actor, input)
  const { type, subject, content } = input
  await db
    .updateTable('suggestions')
    .set({ type, subject, content, version: sql`version + 1`, updatedAt: now, updatedBy: actor.id })
    .where('id', '=', id)
    .execute()
  await recordStep(work, suggestion, 'changed', `修改建议：${subject}`)
}

interface SuggestionReply {
  version: number
  reply: string
  adopted: boolean
}

/** The manager's words, which he may put better later. */
export async function replyToSuggestion(work: Writing, id: string, input: SuggestionReply): Promise<void> {
  const { db, actor, now } = work
  const suggestion = await load(work, id)
  if (!mayReply(actor, suggestion)) throw forbidden('建议由部门经理回复')
  await refuseStale(suggestion.version, input, () => getSuggestion(work, id))
  const { reply, adopted } = input
  await db
    .updateTable('suggestions')
    .set({
      ...{
        reply,
        adopted,
        repliedBy: actor.id,
        version: sql`version + 1`,
        updatedAt: now,
        updatedBy: actor.id,
      },
      // The first reply is the one that the five working days ask for.
      repliedAt: suggestion.repliedAt ?? now,
    })
    .where('id', '=', id)
    .execute()
  const answer = adopted ? '采纳' : '回复'
  await recordStep(work, suggestion, 'replied', `${answer}建议：${suggestion.subject}`)
  const link = linkTo(id)
  await settleNotifications(db, { personId: actor.id, link, kinds: ['suggestion'] }, now)
  await tell(work, [suggestion.authorId], id, `${actor.name}${answer}了您的建议：${suggestion.subject}`)
}

export async function adoptSuggestion(
  work: Writing,
  id: string,
  input: { version: number; adopted: boolean },
): Promise<void> {
  const { db, actor, now } = work
  const suggestion = await load(work, id)
  if (!mayReply(actor, suggestion)) throw forbidden('建议由部门经理采纳')
  await refuseStale(suggestion.version, input, () => getSuggestion(work, id))
  if (!suggestion.repliedAt) throw new Refusal('nothing_to_decide', { detail: '先回复，再说明是否采纳' })
  await db
    .updateTable('suggestions')
    .set({ adopted: input.adopted, version: sql`version + 1`, updatedAt: now, updatedBy: actor.id })
    .where('id', '=', id)
    .execute()
  const verb = input.adopted ? '采纳' : '取消采纳'
  await recordStep(
    work,
    suggestion,
    input.adopted ? 'adopted' : 'unadopted',
    `${verb}建议：${suggestion.subject}`,
  )
  await tell(work, [suggestion.authorId], id, `${actor.name}${verb}了您的建议：${suggestion.subject}`)
}

function refuseStrangeType(actor: Actor, { type }: Pick<NewSuggestion, 'type'>): void {
  if (!mayPropose(actor.role, type)) throw invalid('type', '经营建议由综合管理提出')
}

async function load({ db, actor }: Writing, id: string) {
  const suggestion = await visibleSuggestions(db, actor)
    .where('suggestions.id', '=', id)
    .selectAll('suggestions')
    .forUpdate()
    .executeTakeFirst()
  if (!suggestion) throw notFound()
  return suggestion
}

async function recordStep(
  { db, actor, now }: Writing,
  { id, divisionId }: { id: string; divisionId: string },
  verb: string,
  summary: string,
): Promise<void> {
  await recordEvent(db, actor, now, {
    verb: `suggestion.${verb}`,
    subjectType: 'suggestion',
    subjectId: id,
    divisionId,
    summary,
  })
}
