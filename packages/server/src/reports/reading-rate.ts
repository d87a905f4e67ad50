import type { ReadingRate } from '@zhuowei/contract/report-shapes.ts'
import { addDays, atShanghai, type PlainDate } from '@zhuowei/domain/calendar/dates.ts'
import { sql } from 'kysely'
import type { Reading } from '../platform/http/implement.ts'
import { handedTo } from './stream.ts'

/** 五.1.1) how many of the reports handed to this person he has read and commented on, and how long their authors waited for it. */
export async function readingRate(
  reading: Reading,
  { from, to }: { from: PlainDate; to: PlainDate },
): Promise<ReadingRate> {
  const { actor } = reading
  const waited = (until: 'read' | 'said') =>
    sql<
      number | null
    >`percentile_cont(0.5) within group (order by extract(epoch from ${sql.ref(`${until}.at`)} - reports.handed_at)) / 3600`
  const rows = await handedTo(reading, 'handed')
    .leftJoin('reportReads as read', (join) =>
      join.onRef('read.reportId', '=', 'reports.id').on('read.personId', '=', actor.id),
    )
    .leftJoinLateral(
      (from) =>
        from
          .selectFrom('reportComments')
          .select((row) => row.fn.min('at').as('at'))
          .whereRef('reportComments.reportId', '=', 'reports.id')
          .where('reportComments.authorId', '=', actor.id)
          .as('said'),
      (join) => join.onTrue(),
    )
    .where('reports.handedAt', '>=', atShanghai(from, '00:00'))
    .where('reports.handedAt', '<', atShanghai(addDays(to, 1), '00:00'))
    .select([
      'people.id',
      'people.name',
      sql<number>`count(*)::int`.as('submitted'),
      sql<number>`count(read.at)::int`.as('read'),
      sql<number>`count(said.at)::int`.as('commented'),
      waited('read').as('hoursToRead'),
      waited('said').as('hoursToComment'),
    ])
    .groupBy(sql`grouping sets ((people.id, people.name, people.employee_no), ())`)
    .orderBy(sql`people.employee_no nulls first`)
    .execute()
  const [whole, ...people] = rows
  if (!whole) throw new Error('the whole of a grouping set is always there')
  return {
    ...countsOf(whole),
    people: people.map(({ id, name, ...row }) => ({ id, name, ...countsOf(row) })),
  }
}

type Counted = Omit<ReadingRate, 'people'>

const countsOf = ({ submitted, read, commented, hoursToRead, hoursToComment }: Counted): Counted => ({
  submitted,
  read,
  commented,
  hoursToRead: hoursToRead === null ? null : Number(hoursToRead),
  hoursToComment: hoursToComment === null ? null : Number(hoursToComment),
})
