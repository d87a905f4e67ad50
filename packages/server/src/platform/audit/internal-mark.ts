import { shanghaiDate, shanghaiTime } from '@zhuowei/domain/calendar/dates.ts'
import type { Actor } from '../actor.ts'
import type { Reading } from '../http/implement.ts'

/** 三.1: whatever leaves the system says who took it and when. */
export async function internalMark({
  db,
  actor,
  now,
}: Pick<Reading, 'db' | 'now'> & { actor: Pick<Actor, 'id' | 'name'> }): Promise<string> {
  const { employeeNo } = await db
    .selectFrom('people')
    .where('id', '=', actor.id)
    .select('employeeNo')
    .executeTakeFirstOrThrow()
  return `内部资料 ${actor.name} ${employeeNo} ${shanghaiDate(now)} ${shanghaiTime(now)}`
}
