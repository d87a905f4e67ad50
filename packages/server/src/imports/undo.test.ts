import { afterAll, beforeAll, expect, test } from 'vitest'
import { createWorld, type World } from '../testing/world.ts'
import { forgetOldRows } from './retention.ts'
import { heading, imported, line, xlsx } from './testing/tables.ts'

let world: World
let client: ReturnType<World['as']>
beforeAll(async () => {
  world = await createWorld()
  client = world.as(world.people.oa)
})
afterAll(() => world.close())

const listed = async (q: string) => (await client.customers.list({ query: { q } })).items
const customerNamed = async (q: string) => {
  const [found] = await listed(q)
  return client.customers.get({ params: { id: found?.id ?? '' } })
}

const undo = ({ id, version }: { id: string; version: number }) =>
  client.imports.undo({ params: { id }, body: { version } })

test('undoing removes what the import created, whole, and the same file can be imported again', async () => {
  const content = await xlsx([
    heading,
    line(1),
    line(1, { 联系人: '柳青', 联系电话: '13800000001' }),
    line(2),
  ])
  const done = await imported(client, content)
  const undone = await undo(done)
  expect(undone).toMatchObject({ state: 'undone', counts: { undone: 3, kept: 0 }, can: { undo: false } })
  expect(await listed('第1供电')).toEqual([])
  await expect(undo(undone)).rejects.toMatchObject({ problem: { status: 422 } })
  const again = await imported(client, content)
  expect(again.counts.customersCreated).toBe(2)
  expect((await customerNamed('第1供电')).contactCount).toBe(2)
})

test('what it changed becomes what it was; contacts that it added go again', async () => {
  await imported(client, await xlsx([heading, line(11, { 地址: null })]))
  const before = await customerNamed('第11供电')
  const done = await imported(
    client,
    await xlsx([
      heading,
      line(11, { 地址: '开源路 1 号', 客户状态: '意向', 联系人职位: '处长', 联系电话: '13800000911' }),
      line(11, { 联系人: '柳白', 联系电话: '13800000011' }),
    ]),
    'all_or_nothing',
    { overwrite: true },
  )
  expect(await customerNamed('第11供电')).toMatchObject({
    address: '开源路 1 号',
    status: 'interested',
    contactCount: 2,
    contacts: [{ position: '处长', phoneMask: '138****0911' }, { name: '柳白' }],
  })
  expect((await undo(done)).counts).toMatchObject({ undone: 2, kept: 0 })
  const after = await customerNamed('第11供电')
  expect(after).toMatchObject({
    address: null,
    status: 'contacting',
    contactCount: 1,
    contacts: [{ position: '信通主任', phoneMask: before.contacts[0]?.phoneMask }],
  })
  expect(await listed('柳白')).toEqual([])
})

test('what somebody has worked on since stays, and its row says why', async () => {
  const { pm } = world.people
  const done = await imported(
    client,
    await xlsx([
      [...heading, '上级单位'],
      [...line(21), null],
      [...line(22), '云岭第21供电公司'],
      [...line(23), null],
      [...line(24), null],
      [...line(25), null],
    ]),
  )
  const edited = await customerNamed('第22供电')
  await world.as(pm).customers.update({
    params: { id: edited.id },
    body: { city: '澜汀市', version: edited.version },
  })
  const visited = await customerNamed('第23供电')
  await world.as(pm).activities.record({
    body: {
      customerId: visited.id,
      happenedAt: '2026-11-20T10:00:00+08:00',
      visitorIds: [pm.id],
      content: '交流',
      result: '认可',
      problem: '无',
    },
  })
  const called = await customerNamed('第24供电')
  await world.as(pm).contacts.create({
    params: { id: called.id },
    body: { name: '新来的', position: '科员' },
  })
  const undone = await undo(done)
  expect(undone.counts).toMatchObject({ undone: 1, kept: 4 })
  const kept = await client.imports.rows({ params: { id: done.id }, query: { kept: 'true' } })
  expect(kept.items.map(({ rowNo, keptReason }) => [rowNo, keptReason])).toEqual([
    [2, '它的下级单位保留了'],
    [3, '之后由焦尔在 11-23 08:40 修改过'],
    [4, '之后有拜访或电话记录'],
    [5, '之后改过联系人'],
  ])
  expect(await listed('第25供电')).toEqual([])
  expect((await listed('第22供电')).length).toBe(1)
})

test('a change that was changed again afterwards is left alone', async () => {
  await imported(client, await xlsx([heading, line(31, { 地址: null }), line(32, { 地址: null })]))
  const done = await imported(
    client,
    await xlsx([heading, line(31, { 地址: '甲路' }), line(32, { 地址: '乙路' })]),
  )
  expect(done.counts).toMatchObject({ update: 2, customersUpdated: 2 })
  const changed = await customerNamed('第31供电')
  await client.customers.update({
    params: { id: changed.id },
    body: { address: '丙路', version: changed.version },
  })
  expect((await undo(done)).counts).toMatchObject({ undone: 1, kept: 1 })
  expect((await customerNamed('第31供电')).address).toBe('丙路')
  expect((await customerNamed('第32供电')).address).toBeNull()
})

test('after 90 days the rows are forgotten and the import can no longer be undone', async () => {
  const done = await imported(client, await xlsx([heading, line(41)]))
  world.setNow('2027-02-21T08:00:00+08:00')
  await forgetOldRows(world.services)
  expect((await client.imports.get({ params: { id: done.id } })).can.undo).toBe(true)
  world.setNow('2027-02-22T08:00:00+08:00')
  await forgetOldRows(world.services)
  expect(await client.imports.get({ params: { id: done.id } })).toMatchObject({
    state: 'done',
    counts: { customersCreated: 1 },
    can: { undo: false },
  })
  expect((await client.imports.rows({ params: { id: done.id } })).items).toEqual([])
  await expect(undo(done)).rejects.toMatchObject({ problem: { status: 422 } })
})
