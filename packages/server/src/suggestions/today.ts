import { type SuggestionType, suggestionTypeLabel } from '@zhuowei/domain/suggestions/suggestion.ts'
import type { Asking, Item } from '../today/items.ts'
import { visibleSuggestions } from './access.ts'
import { linkTo } from './telling.ts'

/** 三.6 what still waits for the manager's reply. */
export async function suggestionItems({ db, ask, actor }: Asking): Promise<Item[]> {
  if (actor.role !== 'dm') return []
  const rows = await ask(
    visibleSuggestions(db, actor)
      .innerJoin('people', 'people.id', 'suggestions.authorId')
      .select(['suggestions.id', 'subject', 'content', 'replyDueAt', 'people.name'])
      .select((row) => row.ref('type').$castTo<SuggestionType>().as('type')) // suggestions_type_known
      .where('repliedAt', 'is', null)
      .orderBy('replyDueAt')
      .orderBy('suggestions.id')
      .limit(20),
  )
  return rows.map(({ id, subject, content, replyDueAt, name, type }) => ({
    key: `suggestion:${id}`,
    kind: 'suggestion' as const,
    title: `${name}的${suggestionTypeLabel[type]}：${subject}`,
    tag: null,
    facts: content.slice(0, 60),
    clause: '三.6',
    dueAt: replyDueAt,
    action: { label: '回复', to: linkTo(id), urge: null },
  }))
}
