import type { Reading, Writing } from '../platform/http/implement.ts'

const usual = ['收到，继续', '请说明下一步', '我来协调', '周例会上讲']

export async function quickPhrasesOf({ db, actor }: Reading): Promise<{ phrases: string[] }> {
  const row = await db
    .selectFrom('quickPhrases')
    .select('phrases')
    .where('personId', '=', actor.id)
    .executeTakeFirst()
  return { phrases: row?.phrases ?? usual }
}

export async function setQuickPhrases(
  { db, actor, now }: Writing,
  phrases: readonly string[],
): Promise<{ phrases: string[] }> {
  const kept = [...new Set(phrases)]
  await db
    .insertInto('quickPhrases')
    .values({ personId: actor.id, phrases: kept, updatedAt: now })
    .onConflict((conflict) => conflict.column('personId').doUpdateSet({ phrases: kept, updatedAt: now }))
    .execute()
  return { phrases: kept }
}
