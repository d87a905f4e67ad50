import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createWorld, type World } from '../testing/world.ts'
import { hanging, moving } from './hanging.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const registered = hanging.map(({ table, column }) => `${table}.${column}`).sort()

test('every table that hangs on a customer says what a merge does with it (merges/hanging.ts)', async () => {
  const { rows } = await sql<{ name: string }>`
    select table_name || '.' || column_name as name from information_schema.columns
    where table_schema = 'public' and (column_name = 'customer_id' or column_name = 'subject_id' and data_type = 'uuid')
    union
    select k.conrelid::regclass || '.' || a.attname
    from pg_constraint k cross join unnest(k.conkey) as part (number)
    join pg_attribute a on a.attrelid = k.conrelid and a.attnum = part.number
    where k.contype = 'f' and k.confrelid = 'customers'::regclass
    order by 1`.execute(world.services.db)
  expect(rows.map(({ name }) => name).sort()).toEqual(registered)
})

test('a customer has one row of what is unique, so that moving it never meets another', async () => {
  const { rows } = await sql<{ table: string; columns: string[]; predicate: string | null }>`
    select i.indrelid::regclass::text as table, pg_get_expr(i.indpred, i.indrelid) as predicate,
      array(select a.attname::text from pg_attribute a where a.attrelid = i.indrelid and a.attnum = any(i.indkey)) as columns
    from pg_index i where i.indisunique`.execute(world.services.db)
  for (const { table, column, key = ['id'], onePer = [], single } of moving) {
    const unique = rows.filter((row) => row.table === table && row.columns.includes(column))
    for (const { columns, predicate } of unique) {
      if (single && predicate?.includes(single)) continue
      const others = columns.filter((name) => name !== column && name !== 'subject_type')
      expect([table, onePer]).toEqual([table, expect.arrayContaining([others])])
    }
    const identified = rows.some(
      (row) =>
        row.table === table &&
        !row.predicate &&
        row.columns.every((name) => name === column || key.includes(name)),
    )
    expect([table, key, identified]).toEqual([table, key, true])
  }
})
