import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { enter } from '../customers/testing-customers.ts'
import { refusal } from '../testing/refusal.ts'
import { createWorld, type World } from '../testing/world.ts'

let world: World
let customerId: string
const ids: Record<string, string> = {}
beforeAll(async () => {
  world = await createWorld()
  const owner = world.as(world.people.pm)
  customerId = (await enter(world, world.people.pm, { contactName: '沈知白' })).id
  const params = { id: customerId }
  const more = [
    {
      name: '陆云程',
      position: '分管副总经理',
      level: 'senior' as const,
      purchaseRoles: ['decider' as const],
    },
    { name: '程慕野', position: '调度中心主任', level: 'middle' as const, attitude: 'oppose' as const },
  ]
  for (const body of more) await owner.contacts.create({ params, body })
  for (const { id, name } of await owner.contacts.list({ params })) ids[name] = id
})
afterAll(() => world.close())

const mine = () => world.as(world.people.pm).decisionChain
const params = () => ({ params: { id: customerId } })
const idOf = (name: string) => ids[name] ?? ''

describe('决策链图', () => {
  test('六.3.1)③ says who is there, which roles nobody has, and what is not seen', async () => {
    const chain = await mine().get(params())
    expect(chain.people.map(({ name, purchaseRoles }) => [name, purchaseRoles])).toEqual([
      ['沈知白', []],
      ['陆云程', ['decider']],
      ['程慕野', []],
    ])
    expect(chain.vacantRoles).toEqual(['influencer', 'specifier', 'terms', 'timing', 'budget'])
    expect(chain.blindSpots.map(({ title }) => title)).toEqual([
      '决策人陆云程还没有接触过',
      '还不知道谁担任“影响者”“定指标”“合同条款”“采购时间”“预算”',
      '反对者程慕野还没有对策',
      '没有支持者',
    ])
    expect(chain.standing).toMatchObject({ built: false, middleAndAbove: 2, familiar: 0 })
  })

  test('六.4.4) a visit in which somebody was met is his last contact', async () => {
    await world.as(world.people.pm).activities.record({
      body: {
        customerId,
        happenedAt: '2026-11-20T10:00:00+08:00',
        visitorIds: [world.people.pm.id],
        contactIds: [idOf('陆云程')],
        content: '汇报方案',
        result: '同意试点',
        problem: '无',
      },
    })
    const chain = await mine().get(params())
    expect(chain.people.find(({ name }) => name === '陆云程')).toMatchObject({
      lastContactOn: '2026-11-20',
      lastContactBy: { name: '焦尔' },
    })
    expect(chain.blindSpots.map(({ kind }) => kind)).toContain('single_line')
  })

  test('六.3.1)④ two people have one relation, which is changed and taken away', async () => {
    const body = { fromId: idOf('陆云程'), toId: idOf('程慕野'), kind: 'directs' } as const
    const [relation] = (await mine().relate({ ...params(), body })).relations
    expect(relation).toMatchObject({ kind: 'directs', version: 1 })
    const twice = mine().relate({ ...params(), body: { ...body, fromId: body.toId, toId: body.fromId } })
    expect(await refusal(twice)).toMatchObject({ code: 'duplicate_record' })
    const themselves = mine().relate({ ...params(), body: { ...body, toId: body.fromId } })
    expect(await refusal(themselves)).toMatchObject({ code: 'invalid_input' })
    const one = { params: { id: relation?.id ?? '' } }
    const changed = await mine().changeRelation({ ...one, body: { kind: 'close', note: '同乡', version: 1 } })
    expect(changed.relations[0]).toMatchObject({ kind: 'close', note: '同乡', version: 2 })
    const stale = mine().changeRelation({ ...one, body: { kind: 'directs', version: 1 } })
    expect(await refusal(stale)).toMatchObject({ code: 'version_conflict' })
    expect((await mine().unrelate(one)).relations).toEqual([])
    expect(await refusal(mine().unrelate(one))).toMatchObject({ status: 404 })
  })

  test('somebody of another customer has no relation here', async () => {
    const other = await enter(world, world.people.pm)
    const [stranger] = other.contacts
    const body = { fromId: idOf('陆云程'), toId: stranger?.id ?? '', kind: 'close' } as const
    expect(await refusal(mine().relate({ ...params(), body }))).toMatchObject({
      code: 'invalid_input',
      errors: [{ path: 'toId' }],
    })
  })

  test('cards stay where they were put, for everybody, until the map is tidied', async () => {
    await mine().arrange({ ...params(), body: { placed: [{ contactId: idOf('陆云程'), x: 120.4, y: 8 }] } })
    await world
      .as(world.people.dm)
      .decisionChain.arrange({ ...params(), body: { placed: [{ contactId: idOf('程慕野'), x: 300, y: 0 }] } })
    const places = async () => (await mine().get(params())).people.map(({ place }) => place)
    expect(await places()).toEqual([null, { x: 120, y: 8 }, { x: 300, y: 0 }])
    await mine().tidy(params())
    expect(await places()).toEqual([null, null, null])
  })

  test('六.4.4) a countermeasure against an opponent closes the blind spot', async () => {
    const of = { params: { id: idOf('程慕野') } }
    const body = { objection: '担心停机窗口', countermeasure: '先做一次夜间演练', version: 1 }
    const chain = await mine().answer({ ...of, body })
    expect(chain.blindSpots.map(({ kind }) => kind)).not.toContain('opponent_unanswered')
    expect(await refusal(mine().answer({ ...of, body }))).toMatchObject({ code: 'version_conflict' })
  })

  test('六.4.4) who moves is shown with the day for 30 days', async () => {
    const owner = world.as(world.people.pm)
    const [contact] = await owner.contacts.list(params())
    if (!contact) throw new Error('no contact')
    const { id, name, position, version } = contact
    const body = { name, position, version, relationship: 'familiar', attitude: 'oppose' } as const
    await owner.contacts.update({ params: { id }, body })
    expect((await mine().get(params())).moves).toMatchObject([
      { name: '沈知白', from: '未接触', to: '熟识', forward: true },
      { name: '沈知白', from: '未知', to: '反对', forward: false },
      // He was visited above.
      { name: '陆云程', from: '未接触', to: '认识', forward: true },
    ])
  })

  test('六.4.3) what was agreed has its day; a day to come and a stale one are refused', async () => {
    const body = { text: '2027 年一起做调度备份试点', on: '2026-11-20', version: 0 }
    const early = mine().agree({ ...params(), body: { ...body, on: '2026-11-24' } })
    expect(await refusal(early)).toMatchObject({ code: 'invalid_input' })
    const { consensus } = await mine().agree({ ...params(), body })
    expect(consensus).toEqual({
      text: body.text,
      on: '2026-11-20',
      by: { id: world.people.pm.id, name: '焦尔' },
      version: 1,
    })
    expect(await refusal(mine().agree({ ...params(), body }))).toMatchObject({ code: 'version_conflict' })
  })

  test('§3A a colleague of the region sees that there is somebody, and nothing of the chain', async () => {
    const chain = await world.as(world.people.pmSameRegion).decisionChain.get(params())
    expect(chain).toMatchObject({
      masked: true,
      relations: [],
      blindSpots: [],
      moves: [],
      standing: null,
      consensus: { text: null },
    })
    expect(JSON.stringify(chain)).not.toMatch(/陆云程|停机|演练|试点|熟识/)
  })

  test('三.1 a picture that leaves the system stands in the audit log with what it is for', async () => {
    const take = (purpose: string) => mine().takePicture({ ...params(), body: { purpose } })
    expect(await refusal(take('看'))).toMatchObject({
      errors: [{ message: '用途至少写 4 个字，让看记录的人明白' }],
    })
    await take('周例会上讨论')
    const row = await world.services.db
      .selectFrom('auditLog')
      .select(['actorName', 'subjectId', 'detail'])
      .where('action', '=', 'decision_map.picture_taken')
      .executeTakeFirst()
    expect(row).toEqual({
      ...{ actorName: '焦尔', subjectId: customerId },
      detail: { purpose: '周例会上讨论' },
    })
  })
})
