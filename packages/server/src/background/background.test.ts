import type { NewFact } from '@zhuowei/contract/background.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { customerForm, enter } from '../customers/testing-customers.ts'
import { createWorld, type Person, type World } from '../testing/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const said = { source: '信通主任口头', learnedOn: '2026-11-20' }
const server = (more: object = {}) =>
  ({ ...said, kind: 'it', category: 'server', brand: '浪潮', model: 'NF5280', quantity: 4, ...more }) as const
const department = (name: string, departmentKind: 'using' | 'purchasing' | 'supporting' = 'using') =>
  ({ ...said, kind: 'department', name, departmentKind }) as const
const record = (person: Person, id: string, body: Partial<NewFact>) =>
  world.as(person).background.record({ params: { id }, body: body as NewFact }) // bad input is tried on purpose
const background = (person: Person, id: string) => world.as(person).background.get({ params: { id } })
const refusal = (code: string) => expect.objectContaining({ problem: expect.objectContaining({ code }) })

describe('背景资料（六.3.1)①②⑤）', () => {
  test('each fact carries its source, its day and who confirmed it', async () => {
    const { pm } = world.people
    const { id } = await enter(world, pm)
    await record(pm, id, server({ maintenanceEndsOn: '2027-02-21' }))
    await record(pm, id, { ...said, kind: 'product', name: '综自系统', maker: 'own' })
    await record(pm, id, { ...said, kind: 'plan', name: '配网三年规划', budgetFen: 320_000_000 })
    const { facts, masked, can } = await background(pm, id)
    expect({ masked, can }).toEqual({ masked: false, can: { edit: true } })
    expect(facts.map(({ kind }) => kind)).toEqual(['it', 'plan', 'product'])
    expect(facts[0]).toMatchObject({
      ...server(),
      maintenance: 'ending',
      confirmedOn: '2026-11-20',
      confirmedBy: { name: pm.name },
      stale: false,
    })
  })

  test('an answer of a visit is offered until it stands here, with the day of the visit', async () => {
    const { pm, oa, pmSameRegion } = world.people
    const { id } = await enter(world, pm)
    const visit = await world.as(pm).activities.record({
      body: {
        ...{ customerId: id, happenedAt: '2026-11-20T10:00:00+08:00', visitorIds: [pm.id] },
        ...{ content: '看机房', result: '认可', problem: '无' },
        feedback: [{ item: 'storage', text: '两台磁带库，2019 年' }],
      },
    })
    const offer = {
      ...{ kind: 'it', label: '存储及备份', category: 'storage', brand: null },
      ...{ text: '两台磁带库，2019 年', learnedOn: '2026-11-20', activityId: visit.id },
    }
    expect((await background(pm, id)).offers).toEqual([offer])
    expect((await background(oa, id)).offers).toEqual([offer])
    expect((await background(pmSameRegion, id)).offers, 'a colleague reads no form').toEqual([])
    const held = await record(pm, id, server({ category: 'storage', learnedOn: '2026-11-20' }))
    expect((await background(pm, id)).offers).toEqual([])
    await world.as(pm).background.remove({ params: { id: held.id } })
    expect((await background(pm, id)).offers).toEqual([offer])
    await world.as(pm).activities.remove({ params: { id: visit.id } })
    expect((await background(pm, id)).offers, 'a visit taken back').toEqual([])
  })

  test('仍然如此 makes an old fact fresh again, once a day', async () => {
    const { pm, oa } = world.people
    const { id } = await enter(world, pm)
    const old = await record(pm, id, server({ learnedOn: '2026-05-26' }))
    expect(old).toMatchObject({ stale: true, confirmedOn: '2026-05-26' })
    const call = { params: { id: old.id }, body: { version: 1 } }
    expect(await world.as(oa).background.confirm(call)).toMatchObject({
      stale: false,
      confirmedOn: '2026-11-23',
      confirmedBy: { name: oa.name },
      learnedOn: '2026-05-26',
    })
    await world.as(pm).background.confirm(call)
    const timeline = await world.as(pm).customers.timeline({ params: { id }, query: { limit: 20 } })
    const told = timeline.items.filter(({ verb }) => verb === 'background.confirmed')
    expect(told.map(({ summary }) => summary)).toEqual(['核实了背景资料，仍然如此：信息化状况，浪潮 NF5280'])
  })

  test.each<[string, Partial<NewFact>, string]>([
    ['equipment without a brand', server({ brand: ' ' }), 'brand'],
    ['equipment under no heading', server({ category: 'phones' }), 'category'],
    ['no source', server({ source: '' }), 'source'],
    ['a day that has not come', server({ learnedOn: '2026-11-24' }), 'learnedOn'],
    ['equipment of the year after next', server({ year: 2028 }), 'year'],
    ['half a server', server({ quantity: 0.5 }), 'quantity'],
    ['a department of no kind', { ...said, kind: 'department', name: '信通公司' }, 'departmentKind'],
    ['a fact of no kind', said, 'kind'],
  ])('%s is refused beside its field', async (_, body, path) => {
    const { id } = await enter(world, world.people.pm)
    await expect(record(world.people.pm, id, body)).rejects.toMatchObject({
      problem: { code: 'invalid_input', errors: [expect.objectContaining({ path })] },
    })
  })

  test('who changes a fact that somebody else has changed sees both', async () => {
    const { pm, spm } = world.people
    const { id } = await enter(world, pm)
    const fact = await record(pm, id, server())
    const change = (person: Person, quantity: number) =>
      world.as(person).background.update({
        params: { id: fact.id },
        body: { ...server({ quantity, learnedOn: '2026-11-23' }), version: 1 },
      })
    expect(await change(spm, 6)).toMatchObject({
      version: 2,
      quantity: 6,
      confirmedOn: '2026-11-23',
      confirmedBy: { name: spm.name },
    })
    await expect(change(pm, 5)).rejects.toMatchObject({
      problem: { code: 'version_conflict', facts: { current: { quantity: 6 }, yours: { quantity: 5 } } },
    })
  })

  test('what was removed is gone until it is restored', async () => {
    const { pm } = world.people
    const { id } = await enter(world, pm)
    const fact = await record(pm, id, server())
    const call = { params: { id: fact.id } }
    await world.as(pm).background.remove(call)
    await expect(world.as(pm).background.remove(call)).rejects.toEqual(refusal('not_found'))
    expect((await background(pm, id)).facts).toEqual([])
    await world.as(pm).background.restore(call)
    await world.as(pm).background.restore(call)
    expect((await background(pm, id)).facts).toMatchObject([{ id: fact.id }])
  })

  test('a department is entered once, also when two people enter it at the same time', async () => {
    const { pm, oa } = world.people
    const { id } = await enter(world, pm)
    const results = await Promise.allSettled([
      record(pm, id, department('信通公司')),
      record(oa, id, department('信通公司')),
    ])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { problem: { code: 'duplicate_record', errors: [{ path: 'name' }] } },
    })
  })

  test('people stand in the department that they named, and follow its name and kind', async () => {
    const { pm } = world.people
    const { id } = await enter(world, pm)
    const contacts = () => world.as(pm).contacts.list({ params: { id } })
    const one = { position: '专责', department: '物资部' }
    await world.as(pm).contacts.create({ params: { id }, body: { ...one, name: '程晚' } })
    const { id: departmentId } = await record(pm, id, department('物资部', 'purchasing'))
    await world
      .as(pm)
      .contacts.create({ params: { id }, body: { ...one, name: '林清野', departmentKind: 'using' } })
    const inIt = { departmentId, departmentKind: 'purchasing' }
    expect((await contacts()).slice(1)).toMatchObject([inIt, inIt])
    await world.as(pm).background.update({
      params: { id: departmentId },
      body: { ...department('物资公司', 'supporting'), version: 1 },
    })
    const renamed = { departmentId, department: '物资公司', departmentKind: 'supporting' }
    expect((await contacts()).slice(1)).toMatchObject([renamed, renamed])
    await world.as(pm).background.remove({ params: { id: departmentId } })
    expect((await contacts())[1]).toMatchObject({ departmentId: null, department: '物资公司' })
  })

  test('a colleague of the region sees the departments and nothing else, others nothing', async () => {
    const { pm, pmSameRegion, pmOtherRegion, dmOther, gm } = world.people
    const { id } = await enter(world, pm)
    const fact = await record(pm, id, server())
    await record(pm, id, { ...department('信通公司'), note: '主任说了算' })
    expect(await background(pmSameRegion, id)).toMatchObject({
      masked: true,
      can: { edit: false },
      facts: [{ kind: 'department', name: '信通公司', note: null, source: '' }],
    })
    expect((await background(gm, id)).facts).toHaveLength(2)
    for (const [person, code] of [
      [null, 'not_signed_in'],
      [pmOtherRegion, 'not_found'],
      [dmOther, 'not_found'],
    ] as const) {
      await expect(world.as(person).background.get({ params: { id } })).rejects.toEqual(refusal(code))
    }
    for (const person of [pmSameRegion, gm]) {
      await expect(record(person, id, server())).rejects.toEqual(refusal('forbidden'))
      await expect(world.as(person).background.remove({ params: { id: fact.id } })).rejects.toEqual(
        refusal('forbidden'),
      )
    }
    const told = await world.as(pmSameRegion).customers.timeline({ params: { id }, query: { limit: 20 } })
    expect(JSON.stringify(told)).not.toMatch(/浪潮|说了算/)
  })
})

describe('维保到期（六.3.1)②）', () => {
  const rows = async (person: Person) =>
    (await world.as(person).today.get()).items.filter(({ kind }) => kind === 'maintenance')

  test('今天 asks the owner what will follow, until it is known', async () => {
    const { pmOtherRegion: owner, dm } = world.people
    const { id, name } = await enter(world, owner)
    const last = await record(owner, id, server({ maintenanceEndsOn: '2027-02-21' }))
    await record(owner, id, server({ maintenanceEndsOn: '2027-02-22' }))
    await record(owner, id, server({ maintenanceEndsOn: '2026-11-22' }))
    expect(await rows(dm)).toEqual([])
    expect(await rows(owner)).toMatchObject([
      { title: `维保快到期：${name}`, facts: '服务器 浪潮 NF5280，问清续保还是更换' },
    ])
    await world.as(owner).background.update({
      params: { id: last.id },
      body: { ...server({ maintenanceEndsOn: '2027-02-21', replacement: '明年随机房一起换' }), version: 1 },
    })
    expect(await rows(owner)).toEqual([])
  })
})

describe('上级单位合计（六.3.1)①）', () => {
  test('a customer is added up with all that stands below it, as far as one sees it', async () => {
    const { pm, pmSameRegion, spm } = world.people
    const top = await enter(world, spm, { grade: 'A' })
    const middle = await enter(world, pm, { grade: 'B', parentId: top.id })
    const low = await world
      .as(pmSameRegion)
      .customers.create({ body: customerForm({ grade: 'C', parentId: middle.id }) })
    await record(pmSameRegion, low.id, server({ learnedOn: '2026-01-05', maintenanceEndsOn: '2026-12-15' }))
    const of = (person: Person, id: string) => world.as(person).background.rollUp({ params: { id } })
    const counts = { customers: 3, grades: ['A', 'B', 'C'].map((grade) => ({ grade, count: 1 })) }
    expect(await of(spm, top.id)).toEqual({
      ...counts,
      due: ['facts', 'maintenance'].map((key) =>
        expect.objectContaining({ key, count: 1, examples: [{ id: low.id, name: low.name }] }),
      ),
    })
    // A colleague counts the customers of the region, and owes only on one's own.
    expect(await of(pm, top.id)).toEqual({ ...counts, due: [] })
    expect((await of(pmSameRegion, low.id)).due).toHaveLength(2)
  })
})
