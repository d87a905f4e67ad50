import { newId } from '../../../platform/ids.ts'
import type { World } from '../../world.ts'
import type { Target } from '../targets.ts'
import { changing, open, type Rows, reading, version } from './kinds.ts'

const facts = { type: 'proposal', subject: '统一报价模板', content: '各片区的报价模板不一样' }
const made =
  (answered = false) =>
  async (target: Target, world: World) => ({ params: { id: await giveSuggestion(world, target, answered) } })

export const suggestionRows: Rows = {
  'suggestions.list': {
    lists: 'read a suggestion',
    of: (target, world) => giveSuggestion(world, target, false),
    attempt: { query: { limit: 200 } },
  },
  'suggestions.figures': open('who works with customers'),
  'suggestions.get': reading('read a suggestion', made()),
  'suggestions.record': open('who makes suggestions', () => ({ body: facts })),
  'suggestions.change': changing('change a suggestion', async (target, world) => ({
    ...(await made()(target, world)),
    body: { ...facts, version },
  })),
  'suggestions.reply': changing('reply to a suggestion', async (target, world) => ({
    ...(await made()(target, world)),
    body: { version, reply: '下周统一' },
  })),
  'suggestions.adopt': changing('reply to a suggestion', async (target, world) => ({
    ...(await made(true)(target, world)),
    body: { version, adopted: true },
  })),
}

async function giveSuggestion(
  { services: { db }, people, otherDivisionId, divisionId }: World,
  { personId }: Target,
  answered: boolean,
): Promise<string> {
  const at = new Date('2026-11-20T10:00:00+08:00')
  const other = personId === people.pmOther.id
  const id = newId()
  await db
    .insertInto('suggestions')
    .values({
      ...facts,
      ...{ id, authorId: personId, replyDueAt: at, createdAt: at, updatedAt: at },
      divisionId: other ? otherDivisionId : divisionId,
      ...(answered && { reply: '收到', repliedAt: at, repliedBy: (other ? people.dmOther : people.dm).id }),
    })
    .execute()
  return id
}
