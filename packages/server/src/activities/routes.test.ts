import type { NewActivity } from '@zhuowei/contract/activities.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createWorld, type Person, type World } from '../testing/world.ts'

let world: World
let customerId: string
beforeAll(async () => {
  world = await createWorld()
  customerId = await newCustomer(world.people.pm, '岚汀市供电公司')
})
afterAll(() => world.close())

async function newCustomer(owner: Person, name: string): Promise<string> {
  const created = await world.as(owner).customers.create({
    body: {
      name,
      contactName: '沈知白',
      contactPosition: '信通公司主任',
      contactPhone: '19900000001',
      status: 'contacting',
      confirmDuplicates: true,
    },
  })
  return created.id
}

const visit = (more: Partial<NewActivity> = {}) => ({
  customerId,
  kind: 'visit' as const,
  happenedAt: '2026-11-20T10:00:00+08:00',
  visitorIds: [world.people.pm.id],
  content: '确认备份一体机方案第 2 版',
  result: '认可两地三中心',
  problem: '年底预算未批',
  ...more,
})

const refusal = (code: string) => expect.objectContaining({ problem: expect.objectContaining({ code }) })

describe('电话记录（三.7）', () => {
  test('says who rang, in the record, the list and the timeline; a correction changes it', async () => {
    const pm = world.as(world.people.pm)
    const call = visit({ kind: 'call', callDirection: 'incoming', content: '问备件何时到' })
    const { id, version } = await pm.activities.record({ body: call })
    expect(await pm.activities.get({ params: { id } })).toMatchObject({
      kind: 'call',
      callDirection: 'incoming',
    })
    const { items } = await pm.activities.list({ query: { customerId, kind: ['call'] } })
    expect(items.find((one) => one.id === id)).toMatchObject({ callDirection: 'incoming' })
    const { items: events } = await pm.customers.timeline({ params: { id: customerId }, query: {} })
    expect(events.find((event) => event.id === id)?.activity).toMatchObject({ callDirection: 'incoming' })
    const { customerId: _, ...facts } = call
    const corrected = await pm.activities.correct({
      params: { id },
      body: { ...facts, callDirection: 'outgoing', version },
    })
    expect(corrected).toMatchObject({ callDirection: 'outgoing' })
  })

  test.each([
    ['a call of which nobody said it has none', 'call', undefined],
    ['a visit has none', 'visit', null],
  ] as const)('%s', async (_, kind, callDirection) => {
    const body = { ...visit({ kind }), callDirection }
    expect(await world.as(world.people.pm).activities.record({ body })).toMatchObject({ callDirection: null })
  })

  test.each([
    ['of a visit', 'visit', 'incoming'],
    ['in other words', 'call', 'both'],
  ])('is refused %s', async (_, kind, callDirection) => {
    const body = { ...visit(), kind, callDirection } as NewActivity // what a client of another make might send
    await expect(world.as(world.people.pm).activities.record({ body })).rejects.toMatchObject({
      problem: { code: 'invalid_input', errors: [{ path: 'callDirection' }] },
    })
  })
})

describe('记拜访（六.2.3)③）', () => {
  test('the owner records a visit and finds it in the list of the customer', async () => {
    const recorded = await world
      .as(world.people.pm)
      .activities.record({ body: visit({ nextStep: '约陆云程见面', nextOn: '2026-11-26' }) })
    expect(recorded).toMatchObject({
      kind: 'visit',
      author: { name: '焦尔' },
      happenedOn: '2026-11-20',
      nextStep: '约陆云程见面',
      enteredLate: true,
    })
    const page = await world.as(world.people.pm).activities.list({ query: { customerId } })
    expect(page.items.map((one) => one.id)).toContain(recorded.id)
    const customer = await world.as(world.people.pm).customers.get({ params: { id: customerId } })
    expect(customer).toMatchObject({
      lastActivityKind: 'visit',
      nextStep: '约陆云程见面',
      nextStepOn: '2026-11-26',
    })
  })

  test('the same key sent again does not record a second visit', async () => {
    const call = { body: visit({ content: '只记一次' }), idempotencyKey: 'visit-once-0001' }
    const first = await world.as(world.people.pm).activities.record(call)
    const again = await world.as(world.people.pm).activities.record(call)
    expect(again.id).toBe(first.id)
    const changed = { ...call, body: visit({ content: '另一次' }) }
    await expect(world.as(world.people.pm).activities.record(changed)).rejects.toEqual(
      refusal('idempotency_mismatch'),
    )
  })

  test('all four prescribed fields are required and named together', async () => {
    const body = visit({ content: '', result: ' ', problem: '', visitorIds: [] })
    const error = await world
      .as(world.people.pm)
      .activities.record({ body })
      .catch((cause: unknown) => cause)
    expect(error).toMatchObject({
      problem: {
        code: 'invalid_input',
        errors: expect.arrayContaining([
          { path: 'content', message: '请填写拜访内容' },
          { path: 'result', message: '请填写拜访的结果' },
          { path: 'problem', message: '请填写存在的问题' },
          { path: 'visitorIds', message: '请选择拜访人' },
        ]),
      },
    })
  })

  test.each<[string, () => Partial<NewActivity>, string]>([
    ['a visit in the future', () => ({ happenedAt: '2026-11-23T08:41:00+08:00' }), 'happenedAt'],
    ['a visitor of another division', () => ({ visitorIds: [world.people.pmOther.id] }), 'visitorIds'],
    ['a contact of another customer', () => ({ contactIds: [world.divisionId] }), 'contactIds'],
    ['a date without a next step', () => ({ nextOn: '2026-11-26' }), 'nextStep'],
  ])('%s is refused beside its field', async (_, more, path) => {
    await expect(world.as(world.people.pm).activities.record({ body: visit(more()) })).rejects.toMatchObject({
      problem: { code: 'invalid_input', errors: [expect.objectContaining({ path })] },
    })
  })

  test('a stranger, a colleague, another region and another division cannot record at this customer', async () => {
    await expect(world.as(null).activities.record({ body: visit() })).rejects.toEqual(
      refusal('not_signed_in'),
    )
    const { pmSameRegion, pmOtherRegion, dmOther } = world.people
    await expect(
      world.as(pmSameRegion).activities.record({ body: visit({ visitorIds: [pmSameRegion.id] }) }),
    ).rejects.toEqual(refusal('forbidden'))
    await expect(world.as(pmOtherRegion).activities.record({ body: visit() })).rejects.toEqual(
      refusal('not_found'),
    )
    await expect(world.as(dmOther).activities.record({ body: visit() })).rejects.toEqual(refusal('not_found'))
  })
})

describe('影响跟进程度（六.2.4)）', () => {
  test('status and grade change with the visit, in one step', async () => {
    const id = await newCustomer(world.people.pm, '霁川市供电公司')
    const recorded = await world.as(world.people.pm).activities.record({
      body: visit({
        customerId: id,
        affectsFollowUp: true,
        customerUpdate: {
          status: 'project',
          grade: 'A',
          gradeReason: '分管副总主持数字化',
          resources: '省公司可以支持',
        },
      }),
    })
    expect(recorded.updateOwed).toBe(false)
    expect(await world.as(world.people.pm).customers.get({ params: { id } })).toMatchObject({
      status: 'project',
      grade: 'A',
    })
  })

  test('an update that was put off stays owed until it is made', async () => {
    const id = await newCustomer(world.people.pm, '望舒县供电公司')
    const recorded = await world
      .as(world.people.pm)
      .activities.record({ body: visit({ customerId: id, affectsFollowUp: true }) })
    expect(recorded.updateOwed).toBe(true)
    const settled = await world
      .as(world.people.pm)
      .activities.settleUpdate({ params: { id: recorded.id }, body: { status: 'interested' } })
    expect(settled.updateOwed).toBe(false)
  })

  test('a refused grade leaves no visit behind: all or nothing', async () => {
    const id = await newCustomer(world.people.pm, '扶摇县供电公司')
    const body = visit({
      customerId: id,
      affectsFollowUp: true,
      customerUpdate: { grade: 'A', gradeReason: null, resources: null },
    })
    await expect(world.as(world.people.pm).activities.record({ body })).rejects.toEqual(
      refusal('invalid_input'),
    )
    expect((await world.as(world.people.pm).activities.list({ query: { customerId: id } })).items).toEqual([])
  })
})

describe('afterwards', () => {
  test('the author corrects a record; an older version is shown both versions', async () => {
    const recorded = await world.as(world.people.pm).activities.record({ body: visit() })
    const { customerId: _, ...facts } = visit({ result: '改为愿意引荐陆总' })
    const corrected = await world
      .as(world.people.pm)
      .activities.correct({ params: { id: recorded.id }, body: { ...facts, version: 1 } })
    expect(corrected).toMatchObject({ result: '改为愿意引荐陆总', version: 2 })
    await expect(
      world
        .as(world.people.dm)
        .activities.correct({ params: { id: recorded.id }, body: { ...facts, result: '旧稿', version: 1 } }),
    ).rejects.toMatchObject({
      problem: {
        code: 'version_conflict',
        facts: { current: { result: '改为愿意引荐陆总' }, yours: { result: '旧稿' } },
      },
    })
  })

  test('who sees a visit: region and division leaders do, a colleague does not, but who went along does', async () => {
    const alone = await world.as(world.people.pm).activities.record({ body: visit() })
    const together = await world.as(world.people.pm).activities.record({
      body: visit({ visitorIds: [world.people.pm.id, world.people.pmSameRegion.id] }),
    })
    const sees = async (person: Person, id: string) =>
      world
        .as(person)
        .activities.get({ params: { id } })
        .then(
          () => true,
          () => false,
        )
    const { gm, dm, spm, oa, pmSameRegion, spmOtherRegion, dmOther, adm, left } = world.people
    for (const person of [gm, dm, spm, oa])
      expect([person.name, await sees(person, alone.id)]).toEqual([person.name, true])
    for (const person of [pmSameRegion, spmOtherRegion, dmOther, adm, left])
      expect([person.name, await sees(person, alone.id)]).toEqual([person.name, false])
    expect(await sees(pmSameRegion, together.id)).toBe(true)
    await expect(world.as(pmSameRegion).activities.remove({ params: { id: together.id } })).rejects.toEqual(
      refusal('forbidden'),
    )
  })

  test('a next step is listed until it is done, and doing it twice changes nothing', async () => {
    const recorded = await world
      .as(world.people.pm)
      .activities.record({ body: visit({ nextStep: '送样机', nextOn: '2026-11-19' }) })
    const mine = await world.as(world.people.pm).activities.nextSteps()
    expect(mine.find((step) => step.activityId === recorded.id)).toMatchObject({
      nextStep: '送样机',
      overdue: true,
    })
    await world.as(world.people.pm).activities.completeNextStep({ params: { id: recorded.id } })
    expect(
      await world.as(world.people.pm).activities.completeNextStep({ params: { id: recorded.id } }),
    ).toMatchObject({ nextDone: true })
    expect(await world.as(world.people.pm).customers.get({ params: { id: customerId } })).not.toMatchObject({
      nextStep: '送样机',
    })
    expect(
      (await world.as(world.people.pm).activities.nextSteps()).map((step) => step.activityId),
    ).not.toContain(recorded.id)
  })

  test('a next step leaves the customer with its visit, and a new one can be ticked off again', async () => {
    const id = await newCustomer(world.people.pm, '归帆县供电公司')
    const { pm } = world.people
    const body = visit({ customerId: id, nextStep: '送样机', nextOn: '2026-11-26' })
    const recorded = await world.as(pm).activities.record({ body })
    await world.as(pm).activities.completeNextStep({ params: { id: recorded.id } })
    const { customerId: _, ...facts } = { ...body, nextStep: '取回样机', nextOn: '2026-11-27' }
    const again = await world
      .as(pm)
      .activities.correct({ params: { id: recorded.id }, body: { ...facts, version: 1 } })
    expect(again).toMatchObject({ nextStep: '取回样机', nextDone: false })
    expect(await world.as(pm).customers.get({ params: { id } })).toMatchObject({ nextStep: '取回样机' })
    await world.as(pm).activities.remove({ params: { id: recorded.id } })
    expect(await world.as(pm).customers.get({ params: { id } })).toMatchObject({
      nextStep: null,
      nextStepOn: null,
    })
  })

  test('whoever was met is no longer 未接触, once; nobody else moves (六.4.4))', async () => {
    const { pm, pmSameRegion } = world.people
    const id = await newCustomer(pm, '听泉县供电公司')
    const add = (name: string, relationship: 'none' | 'familiar') =>
      world.as(pm).contacts.create({ params: { id }, body: { name, position: '班长', relationship } })
    const [met, known] = [await add('顾南乔', 'none'), await add('程晚', 'familiar')]
    const absent = await add('叶疏桐', 'none')
    const body = visit({ customerId: id, contactIds: [met.id, known.id] })
    const recorded = await world.as(pm).activities.record({ body })
    await world.as(pm).activities.record({ body })
    const standing = async () =>
      new Map((await world.as(pm).contacts.list({ params: { id } })).map((one) => [one.id, one]))
    const first = await standing()
    expect(first.get(met.id)).toMatchObject({ relationship: 'acquainted', version: 2 })
    expect(first.get(known.id)).toMatchObject({ relationship: 'familiar', version: 1 })
    expect(first.get(absent.id)?.relationship).toBe('none')
    const { customerId: _, ...facts } = body
    const corrected = { ...facts, contactIds: [met.id, absent.id], version: 1 }
    await world.as(pm).activities.correct({ params: { id: recorded.id }, body: corrected })
    expect((await standing()).get(absent.id)?.relationship).toBe('acquainted')
    const timeline = (person: typeof pm) => world.as(person).customers.timeline({ params: { id } })
    const told = (await timeline(pm)).items.filter(({ verb }) => verb === 'contact.met')
    expect(told.map(({ summary }) => summary)).toEqual([
      '叶疏桐有了接触，由“未接触”改为“认识”',
      '顾南乔有了接触，由“未接触”改为“认识”',
    ])
    expect(JSON.stringify(await timeline(pmSameRegion))).not.toContain('未接触')
  })

  test('a removed visit is gone from lists; again is not found', async () => {
    const recorded = await world.as(world.people.pm).activities.record({ body: visit() })
    await world.as(world.people.pm).activities.remove({ params: { id: recorded.id } })
    await expect(
      world.as(world.people.pm).activities.remove({ params: { id: recorded.id } }),
    ).rejects.toEqual(refusal('not_found'))
  })

  test('pages follow each other without gaps or repetitions, and a forged cursor is refused', async () => {
    const id = await newCustomer(world.people.pm, '青穹县供电公司')
    for (let day = 1; day <= 7; day++) {
      await world
        .as(world.people.pm)
        .activities.record({ body: visit({ customerId: id, happenedAt: `2026-11-0${day}T10:00:00+08:00` }) })
    }
    const days: string[] = []
    let cursor: string | undefined
    do {
      const page = await world
        .as(world.people.pm)
        .activities.list({ query: { customerId: id, limit: 3, cursor } })
      days.push(...page.items.map((one) => one.happenedOn))
      cursor = page.next ?? undefined
    } while (cursor)
    expect(days).toEqual(['07', '06', '05', '04', '03', '02', '01'].map((day) => `2026-11-${day}`))
    await expect(
      world.as(world.people.pm).activities.list({ query: { cursor: 'nonsense' } }),
    ).rejects.toEqual(refusal('invalid_input'))
  })
})
