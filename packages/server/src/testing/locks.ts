import { sql } from 'kysely'
import { expect } from 'vitest'
import type { World } from './world.ts'

/** Until so many transactions of this world wait for another one: what races in production happens here in a known order. */
export async function untilWaiting({ services }: World, count: number): Promise<void> {
  const waiting = async () => {
    const { rows } = await sql<{ count: number }>`
      select count(distinct pid)::int as count from pg_locks join pg_stat_activity using (pid)
      where datname = current_database() and not granted`.execute(services.db)
    return rows[0]?.count
  }
  await expect.poll(waiting, { interval: 20, timeout: 10_000 }).toBe(count)
}
