import { afterAll, beforeAll, expect, test } from 'vitest'
import { createWorld, type World } from '../testing/world.ts'
import { checked, form, heading, imported, largeXlsx, line, settled } from './testing/tables.ts'

let world: World
let client: ReturnType<World['as']>
beforeAll(async () => {
  world = await createWorld()
  client = world.as(world.people.oa)
})
afterAll(() => world.close())

test('3,000 rows with 100 bad ones: the good ones arrive, the bad ones come back with their reasons', async () => {
  const rows = Array.from({ length: 3000 }, (_, index) =>
    line(index, index % 30 === 0 ? { 联系电话: `电话${index}` } : {}),
  )
  const content = await largeXlsx([heading, ...rows])
  const done = await imported(client, content)
  expect(done.counts).toMatchObject({ create: 2900, error: 100, customersCreated: 2900 })
  const failed = await client.imports.failedRows({ params: { id: done.id } })
  const again = await client.imports.upload({ form: form(new Uint8Array(await failed.arrayBuffer())) })
  expect(again.totalRows).toBe(100)
  expect((await checked(client, content)).counts).toMatchObject({ unchanged: 2900, error: 100, create: 0 })
  const undone = await client.imports.undo({ params: { id: done.id }, body: { version: done.version } })
  expect(undone.counts).toMatchObject({ undone: 2900, kept: 0 })
}, 60_000)

test('10,000 rows from XLSX are read, checked and imported within a minute, without holding the workbook', async () => {
  const content = await largeXlsx([
    heading,
    ...Array.from({ length: 10_000 }, (_, index) => line(50_000 + index)),
  ])
  const started = performance.now()
  const { id, mapping, options, version, totalRows } = await client.imports.upload({ form: form(content) })
  const read = performance.now()
  await client.imports.check({ params: { id }, body: { mapping, options, version } })
  const seen = await settled(client, id)
  const judged = performance.now()
  await client.imports.run({ params: { id }, body: { mode: 'all_or_nothing', version: seen.version } })
  const done = await settled(client, id)
  const took = performance.now()
  const seconds = (from: number, to: number) => ((to - from) / 1000).toFixed(1)
  console.info(
    `10,000 rows: read ${seconds(started, read)} s, check ${seconds(read, judged)} s, import ${seconds(judged, took)} s`,
  )
  expect(totalRows).toBe(10_000)
  expect(done.counts.customersCreated).toBe(10_000)
  expect(took - started).toBeLessThan(60_000)
}, 120_000)
