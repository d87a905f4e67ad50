import type { OnServer } from '@zhuowei/contract/kernel.ts'
import type { DuplicatePair } from '@zhuowei/contract/merges.ts'
import { sql } from 'kysely'
import { recordEvent } from '../platform/events.ts'
import { cursorOf, readCursor } from '../platform/http/cursor.ts'
import type { Reading, Writing } from '../platform/http/implement.ts'
import { notFound } from '../platform/refusal.ts'

/** What may be one customer twice in the division, newest first; or the pairs that somebody found to be two. */
export async function listPairs(
  { db, actor }: Reading,
  query: { dismissed?: boolean; cursor?: string; limit: number },
) {
  const when = sql.ref(query.dismissed ? 'p.dismissed_at' : 'p.found_at')
  const [at, oneId, otherId] = query.cursor ? readCursor(query.cursor, 3) : []
  const after = at
    ? sql`and (${when} < ${at}::timestamptz or ${when} = ${at}::timestamptz and (p.one_id, p.other_id) > (${oneId}::uuid, ${otherId}::uuid))`
    : sql``
  const { rows } = await sql<Row>`
    select ${side('one')} as one, ${side('other')} as other, p.reasons, p.found_at, p.dismissed_at, p.dismissed_by, d.name as dismisser
    from duplicate_pairs p
      join customers one on one.id = p.one_id and one.deleted_at is null
      join customers other on other.id = p.other_id and other.deleted_at is null
      left join people d on d.id = p.dismissed_by
    where p.division_id = ${actor.divisionId} and p.dismissed_at is ${query.dismissed ? sql`not null` : sql`null`} ${after}
    order by ${when} desc, p.one_id, p.other_id limit ${query.limit + 1}`.execute(db)
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  const lastAt = last && (query.dismissed ? last.dismissedAt : last.foundAt)
  return {
    items: page.map(present),
    next:
      rows.length > query.limit && last && lastAt
        ? cursorOf(lastAt.toISOString(), last.one.id, last.other.id)
        : null,
  }
}

/** 不是重复: the pair is not shown again; saying it twice changes nothing. */
export function dismissPair(work: Writing, pair: Pair): Promise<void> {
  return mark(work, pair, work.now, '不是重复')
}

export function reopenPair(work: Writing, pair: Pair): Promise<void> {
  return mark(work, pair, null, '重新提示疑似重复')
}

interface Pair {
  oneId: string
  otherId: string
}

async function mark({ db, actor, now }: Writing, { oneId, otherId }: Pair, at: Date | null, said: string) {
  const pair = await db
    .selectFrom('duplicatePairs')
    .innerJoin('customers as one', 'one.id', 'oneId')
    .innerJoin('customers as other', 'other.id', 'otherId')
    .select(['oneId', 'duplicatePairs.divisionId', 'dismissedAt', 'one.name', 'other.name as otherName'])
    .where('oneId', '=', oneId)
    .where('otherId', '=', otherId)
    .where('duplicatePairs.divisionId', '=', actor.divisionId)
    .forUpdate('duplicatePairs')
    .executeTakeFirst()
  if (!pair) throw notFound()
  if ((pair.dismissedAt !== null) === (at !== null)) return
  await db
    .updateTable('duplicatePairs')
    .set({ dismissedAt: at, dismissedBy: at && actor.id })
    .where('oneId', '=', oneId)
    .where('otherId', '=', otherId)
    .execute()
  await recordEvent(db, actor, now, {
    verb: at ? 'customer.pair_dismissed' : 'customer.pair_reopened',
    subjectType: 'customer',
    subjectId: oneId,
    divisionId: pair.divisionId,
    summary: `${said}：${pair.name}和${pair.otherName}`,
  })
}

interface Row extends Omit<OnServer<DuplicatePair>, 'one' | 'other' | 'dismissedBy'> {
  one: Side
  other: Side
  dismissedBy: string | null
  dismisser: string | null
}

/** As JSON brings it: the instant is a text. */
type Side = Omit<OnServer<DuplicatePair['one']>, 'createdAt'> & { createdAt: string }

const side = (alias: string) => {
  const at = (column: string) => sql.ref(`${alias}.${column}`)
  return sql`jsonb_build_object('id', ${at('id')}, 'number', ${at('number')}, 'name', ${at('name')}, 'grade', ${at('grade')},
    'status', ${at('status')}, 'contactCount', ${at('contact_count')}, 'createdAt', ${at('created_at')},
    'regionName', (select name from regions where id = ${at('region_id')}), 'ownerName', (select name from people where id = ${at('owner_id')}))`
}

function present({ dismisser, dismissedBy, ...row }: Row): OnServer<DuplicatePair> {
  const view = (one: Side) => ({ ...one, createdAt: new Date(one.createdAt) })
  return {
    ...row,
    one: view(row.one),
    other: view(row.other),
    dismissedBy: dismissedBy ? { id: dismissedBy, name: dismisser ?? '' } : null,
  }
}
