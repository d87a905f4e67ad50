import type { OnServer } from '@zhuowei/contract/kernel.ts'
import type {
  Suggestion,
  SuggestionFigures,
  SuggestionFiguresQuery,
  SuggestionQuery,
} from '@zhuowei/contract/suggestions.ts'
import { atShanghai, endOfDay } from '@zhuowei/domain/calendar/dates.ts'
import { isMet } from '@zhuowei/domain/calendar/deadline.ts'
import {
  type SuggestionType,
  suggestionTypeLabel,
  suggestionTypes,
} from '@zhuowei/domain/suggestions/suggestion.ts'
import { sql } from 'kysely'
import { cursorOf, readCursor } from '../platform/http/cursor.ts'
import type { Reading } from '../platform/http/implement.ts'
import { notFound } from '../platform/refusal.ts'
import { isAuthor, mayReply, visibleSuggestions } from './access.ts'

/** Newest first; the cursor is the instant and id of the last row. */
export async function listSuggestions(reading: Reading, query: SuggestionQuery) {
  let rows = selectSuggestions(reading)
    .orderBy('suggestions.createdAt', 'desc')
    .orderBy('suggestions.id', 'desc')
    .limit(query.limit + 1)
  if (query.type) rows = rows.where('suggestions.type', 'in', query.type)
  if (query.authorId) rows = rows.where('suggestions.authorId', 'in', query.authorId)
  if (query.answered)
    rows = rows.where('suggestions.repliedAt', query.answered === 'true' ? 'is not' : 'is', null)
  if (query.adopted) rows = rows.where('suggestions.adopted', '=', true)
  if (query.from) rows = rows.where('suggestions.createdAt', '>=', atShanghai(query.from, '00:00'))
  if (query.to) rows = rows.where('suggestions.createdAt', '<', endOfDay(query.to))
  if (query.cursor) {
    const [at, id] = readCursor(query.cursor, 2)
    rows = rows.where(
      sql<boolean>`(suggestions.created_at, suggestions.id) < (${at}::timestamptz, ${id}::uuid)`,
    )
  }
  const found = await rows.execute()
  const page = found.slice(0, query.limit)
  const last = page.at(-1)
  return {
    items: page.map((row) => present(row, reading)),
    next: found.length > query.limit && last ? cursorOf(last.createdAt.toISOString(), last.id) : null,
  }
}

export async function getSuggestion(reading: Reading, id: string): Promise<OnServer<Suggestion>> {
  const row = await selectSuggestions(reading).where('suggestions.id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  return present(row, reading)
}

/** By type and by person, each number the rows that it counts. One statement. */
export async function suggestionFigures(
  { db, actor }: Reading,
  { from, to }: SuggestionFiguresQuery,
): Promise<SuggestionFigures> {
  const rows = await visibleSuggestions(db, actor)
    .innerJoin('people', 'people.id', 'suggestions.authorId')
    .$if(from !== undefined, (query) =>
      query.where('suggestions.createdAt', '>=', atShanghai(from ?? '', '00:00')),
    )
    .$if(to !== undefined, (query) => query.where('suggestions.createdAt', '<', endOfDay(to ?? '')))
    .select((row) => [
      row.ref('type').$castTo<SuggestionType>().as('type'), // suggestions_type_known
      'authorId',
      'people.name',
      'adopted',
      sql<boolean>`replied_at is null`.as('unanswered'),
      sql<number>`count(*)::int`.as('count'),
    ])
    .groupBy(['type', 'authorId', 'people.name', 'adopted', sql`replied_at is null`])
    .execute()
  const sum = (some: typeof rows) => some.reduce((total, { count }) => total + count, 0)
  const authors = [...Map.groupBy(rows, ({ authorId }) => authorId)].map(([value, own]) => ({
    value,
    label: own[0]?.name ?? '',
    count: sum(own),
    adopted: sum(own.filter(({ adopted }) => adopted)),
  }))
  return {
    all: sum(rows),
    unanswered: sum(rows.filter(({ unanswered }) => unanswered)),
    adopted: sum(rows.filter(({ adopted }) => adopted)),
    type: suggestionTypes.flatMap((value) => {
      const count = sum(rows.filter(({ type }) => type === value))
      return count > 0 ? [{ value, label: suggestionTypeLabel[value], count }] : []
    }),
    author: authors.toSorted((one, other) => other.count - one.count || (one.label < other.label ? -1 : 1)),
  }
}

function selectSuggestions({ db, actor }: Reading) {
  return visibleSuggestions(db, actor)
    .innerJoin('people as author', 'author.id', 'suggestions.authorId')
    .leftJoin('people as replier', 'replier.id', 'suggestions.repliedBy')
    .selectAll('suggestions')
    .select(['author.name as authorName', 'replier.name as replierName'])
    .select((row) => row.ref('suggestions.type').$castTo<SuggestionType>().as('type')) // suggestions_type_known
}

type Row = Awaited<ReturnType<ReturnType<typeof selectSuggestions>['execute']>>[number]

function present(row: Row, { actor, now }: Reading): OnServer<Suggestion> {
  const { id, type, subject, content, createdAt, replyDueAt, reply, repliedAt, adopted, version } = row
  return {
    ...{ id, type, subject, content, createdAt, replyDueAt, reply, repliedAt, adopted, version },
    overdue: repliedAt === null && !isMet(replyDueAt, now),
    author: { id: row.authorId, name: row.authorName },
    repliedBy: row.repliedBy ? { id: row.repliedBy, name: row.replierName ?? '' } : null,
    can: {
      change: isAuthor(actor, row) && repliedAt === null,
      reply: mayReply(actor, row),
      adopt: mayReply(actor, row) && repliedAt !== null,
    },
  }
}
