import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { refusal } from '../testing/refusal.ts'
import { createWorld, type World } from '../testing/world.ts'
import { customerForm, enter } from './testing-customers.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

describe('新建客户（六.2.3)②）', () => {
  test('five fields are enough; the rest has a sensible default', async () => {
    const { pm } = world.people
    const customer = await world.as(pm).customers.create({
      body: {
        name: ' 听涛县供电公司 ',
        contactName: '沈知白',
        contactPosition: '信通公司主任',
        contactPhone: '１９９ ０００１ ２３４５',
        status: 'contacting',
      },
    })
    expect(customer).toMatchObject({
      number: 'KH-YL-0001',
      name: '听涛县供电公司',
      grade: 'C',
      tradeStatus: 'untraded',
      type: 'county_grid',
      region: { name: '云岭片区' },
      owner: { id: pm.id, name: '焦尔' },
      contactCount: 1,
      lastActivityKind: null,
      version: 1,
      can: { edit: true, changeGrade: true, transfer: false, remove: false },
    })
    expect(customer.contacts).toEqual([
      expect.objectContaining({ name: '沈知白', isPrimary: true, phoneMask: '199****2345' }),
    ])
    expect(await world.as(pm).customers.get({ params: { id: customer.id } })).toEqual(customer)
  })

  test('what is missing is told all at once, with the words of the regulation', async () => {
    const problem = await refusal(
      world.as(world.people.pm).customers.create({
        body: { name: '', contactName: ' ', contactPosition: '', contactPhone: '12', status: 'potential' },
      }),
    )
    expect(problem.status).toBe(422)
    expect(problem.errors).toEqual([
      { path: 'name', message: '请填写客户名称' },
      { path: 'contactName', message: '请填写联系人' },
      { path: 'contactPosition', message: '请填写联系人职位' },
      { path: 'contactPhone', message: '联系电话格式不对，例如 13800000000 或 0871-63123456' },
    ])
  })

  test('a stranger, the general manager and the administrator create nothing', async () => {
    expect((await refusal(world.as(null).customers.create({ body: customerForm() }))).status).toBe(401)
    expect((await refusal(enter(world, world.people.gm))).status).toBe(403)
    expect((await refusal(enter(world, world.people.adm))).status).toBe(403)
  })

  test('a supervisor creates only in the own region and only for himself', async () => {
    const { pm, pmSameRegion } = world.people
    const elsewhere = await refusal(enter(world, pm, { regionId: world.regions.lanhai }))
    expect(elsewhere.errors).toEqual([{ path: 'regionId', message: '只能在自己的片区新建客户' }])
    const forAnother = await refusal(enter(world, pm, { ownerId: pmSameRegion.id }))
    expect(forAnother.errors).toEqual([{ path: 'ownerId', message: '项目主管新建的客户由本人负责' }])
  })

  test('entered on behalf it belongs to the owner, who is told', async () => {
    const { oa, pmOtherRegion } = world.people
    const customer = await enter(world, oa, { name: '岚汀市供电公司', ownerId: pmOtherRegion.id })
    expect(customer).toMatchObject({ region: { name: '澜海片区' }, owner: { name: '韦博' } })
    const { items } = await world.as(pmOtherRegion).notifications.list()
    expect(items[0]).toMatchObject({
      title: '亨礼为您新建了客户岚汀市供电公司',
      link: `/customers/${customer.id}`,
    })
    const { items: timeline } = await world
      .as(pmOtherRegion)
      .customers.timeline({ params: { id: customer.id }, query: {} })
    expect(timeline[0]).toMatchObject({ actor: { name: '亨礼' }, onBehalfOf: { name: '韦博' } })
  })

  test('entered by the manager without an owner it goes to the owner of the region', async () => {
    const customer = await enter(world, world.people.dm, { regionId: world.regions.lanhai })
    expect(customer.owner).toMatchObject({ name: '欧牧' })
  })

  test('nobody becomes owner who has left, sells nothing or works elsewhere', async () => {
    const { dm, left, oa, pmOtherRegion } = world.people
    const regionId = world.regions.yunling
    expect((await refusal(enter(world, dm, { regionId, ownerId: left.id }))).errors?.[0]?.message).toBe(
      '库伦已经离职，请选择别人',
    )
    for (const ownerId of [oa.id, pmOtherRegion.id]) {
      expect((await refusal(enter(world, dm, { regionId, ownerId }))).errors?.[0]?.path).toBe('ownerId')
    }
  })

  test('the same idempotency key creates once', async () => {
    const call = { body: customerForm(), idempotencyKey: 'new-customer-1' }
    const first = await world.as(world.people.pm).customers.create(call)
    expect(await world.as(world.people.pm).customers.create(call)).toEqual(first)
  })

  test('a traded customer is never C', async () => {
    const { pm } = world.people
    expect(await enter(world, pm, { tradeStatus: 'traded' })).toMatchObject({ grade: 'B' })
    const refused = await refusal(enter(world, pm, { tradeStatus: 'traded', grade: 'C' }))
    expect(refused.errors).toEqual([{ path: 'grade', message: '交易客户只分 A、B 级' }])
  })
})

describe('查重', () => {
  test.each(['栖云县供电公司', '栖云县供电有限公司', ' 栖云县　供电有限责任公司 '])(
    '%s is the same customer as 栖云县供电公司',
    async (name) => {
      await enter(world, world.people.pm, { name: '栖云县供电公司' }).catch(() => undefined)
      const problem = await refusal(enter(world, world.people.pmSameRegion, { name }))
      expect(problem).toMatchObject({
        status: 409,
        code: 'duplicate_record',
        detail: '已有同名客户，由焦尔负责',
      })
      expect(problem.facts).toMatchObject({
        confirmable: false,
        candidates: [{ customer: { name: '栖云县供电公司' } }],
      })
    },
  )

  test('outside the own scope only the owner of the same name is told', async () => {
    await enter(world, world.people.pmOtherRegion, {
      name: '枕溪县供电公司（检修）',
      contactPhone: '19955550000',
    })
    const problem = await refusal(enter(world, world.people.pm, { name: '枕溪县供电公司(检修)' }))
    expect(problem.detail).toBe('已有同名客户，由韦博负责')
    expect(problem.facts?.candidates).toEqual([
      expect.objectContaining({ reason: 'same_name', customer: null, ownerName: '韦博' }),
    ])
    const { items } = await world
      .as(world.people.pm)
      .customers.similar({ body: { name: '枕溪供电公司', phone: '19955550000' } })
    expect(items).toEqual([])
  })

  test('in another division the same name is another customer', async () => {
    await enter(world, world.people.pm, { name: '衔山县供电公司' })
    expect(await enter(world, world.people.pmOther, { name: '衔山县供电公司' })).toMatchObject({
      number: 'KH-GD-0001',
    })
  })

  test('a similar name or the same phone is a question, not a refusal', async () => {
    const { pm } = world.people
    const first = await enter(world, pm, { name: '照野市供电公司', contactPhone: '19966660001' })
    const again = customerForm({
      name: '国网照野市供电公司',
      contactPhone: '199 6666 0001',
      confirmDuplicates: false,
    })
    const problem = await refusal(world.as(pm).customers.create({ body: again }))
    expect(problem).toMatchObject({ code: 'duplicate_record', facts: { confirmable: true } })
    expect(problem.facts?.candidates).toEqual([
      expect.objectContaining({ reason: 'same_phone', customer: expect.objectContaining({ id: first.id }) }),
    ])
    const confirmed = await world.as(pm).customers.create({ body: { ...again, confirmDuplicates: true } })
    expect(confirmed.name).toBe('国网照野市供电公司')
  })

  test.each([
    [{ name: '溯光县供电局' }, 'similar_name', '已有名称相近的客户，由焦尔负责'],
    [{ name: '溯光县供电公司（本部）' }, 'similar_name', '已有名称相近的客户，由焦尔负责'],
    [{ name: '溯光（县）供电公司' }, 'similar_name', '已有名称相近的客户，由焦尔负责'],
    [{ name: '溯光供电公司' }, 'similar_name', '已有名称相近的客户，由焦尔负责'],
    [{ phone: '０１９９-７７７７ ０００１' }, undefined, undefined],
    [{ phone: '199-7777-0001' }, 'same_phone', '已有联系电话相同的客户，由焦尔负责'],
    [{ creditCode: 'DEMO00000000000001' }, 'same_credit_code', '已有信用代码相同的客户，由焦尔负责'],
    [{ name: '溯光县水电站' }, undefined, undefined],
    [{}, undefined, undefined],
  ])('typing %o finds %s', async (typed, reason, text) => {
    await enter(world, world.people.pm, {
      name: '溯光县供电公司',
      contactPhone: '19977770001',
      creditCode: 'demo00000000000001',
    }).catch(() => undefined)
    const { items } = await world.as(world.people.pm).customers.similar({ body: typed })
    expect([items[0]?.reason, items[0]?.text]).toEqual([reason, text])
  })

  test('of ten people who enter the same name at once one succeeds, and no number is lost', async () => {
    const { pm } = world.people
    const before = await enter(world, pm)
    const attempts = await Promise.allSettled(
      Array.from({ length: 10 }, () => enter(world, pm, { name: '问津县供电公司' })),
    )
    expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const different = await Promise.all(Array.from({ length: 5 }, () => enter(world, pm)))
    const numbers = different.map((one) => Number(one.number.slice(-4))).toSorted((one, other) => one - other)
    const first = Number(before.number.slice(-4))
    expect(numbers).toEqual([2, 3, 4, 5, 6].map((step) => first + step))
  })
})
