import { generateObligations } from '@zhuowei/server/obligations/generate.ts'
import { applicationPool, type Database, database, ownerPool } from '@zhuowei/server/platform/db/connect.ts'
import { sql } from 'kysely'
import type pg from 'pg'
import { divisionId } from '../support/division.ts'
import { type Figure, median, seconds, times } from '../support/figures.ts'

const month = { from: '2026-10-01', to: '2026-10-31' }
const year = { from: '2026-01-01', to: '2026-12-31' }

/** A thousand people who owe daily reports, a tenth of them on leave or on a trip in that month. */
export async function fillThousand(pool: pg.Pool): Promise<void> {
  await pool.query(
    `insert into divisions (id, name, created_at, updated_at) values ($1, '千人事业部', now(), now())`,
    [divisionId],
  )
  await pool.query(
    `insert into people (id, division_id, employee_no, name, username, role, entry_date, created_at, updated_at)
     select gen_random_uuid(), $1, 'T' || n, '人员' || n, 't' || n, case when n = 1 then 'dm' else 'pm' end, '2025-01-02', now(), now()
     from generate_series(1, 1000) n`,
    [divisionId],
  )
  await pool.query(
    `insert into absences (id, division_id, person_id, kind, place, from_date, to_date, reason, registered_on, approved_by, approved_at, created_at, created_by)
     select gen_random_uuid(), $1, p.id, 'trip', '昀泽', '2026-10-12', '2026-10-16', '出差', '2026-10-09', manager.id, now(), now(), p.id
     from people p, people manager where p.role = 'pm' and manager.role = 'dm' order by p.employee_no limit 100`,
    [divisionId],
  )
}

/** A month, and a year, of all kinds of obligations from scratch, beside writing the finished rows. */
export async function obligationsRow(databaseUrl: string, rounds: number): Promise<Figure[]> {
  const pool = applicationPool({ connectionString: databaseUrl }, 2)
  const owner = ownerPool({ connectionString: databaseUrl })
  const figures = [
    await spanFigure({ db: database(pool), owner }, month, '一个月', rounds, 2000),
    await spanFigure({ db: database(pool), owner }, year, '一年', 1, 24_000),
  ]
  await owner.end()
  await pool.end()
  return figures
}

async function spanFigure(
  { db, owner }: { db: Database; owner: pg.Pool },
  span: { from: string; to: string },
  name: string,
  rounds: number,
  budget: number,
): Promise<Figure> {
  const product: number[] = []
  const floor: number[] = []
  let count = 0
  for (let round = 0; round < rounds; round++) {
    await owner.query('truncate obligations')
    product.push(
      await timed(async () => {
        count = await generateObligations(
          db,
          { divisionId, ...span },
          new Date(`${span.from}T00:00:00+08:00`),
        )
      }),
    )
    await owner.query('drop table if exists bench_obligations')
    await owner.query('create table bench_obligations as table obligations')
    await owner.query('grant select on bench_obligations to zhuowei_app')
    await owner.query('truncate obligations')
    floor.push(await timed(() => sql`insert into obligations select * from bench_obligations`.execute(db)))
  }
  return {
    row: 'obligations',
    what: `汇报义务：1,000 人${name}，各种汇报（${count.toLocaleString('en')} 条）`,
    measured: seconds(median(product)),
    floor: `${seconds(median(floor))}（只插入算好的行）`,
    ratio: times(median(product) / median(floor)),
    budget: `< ${budget / 1000} s`,
    met: median(product) < budget,
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}
