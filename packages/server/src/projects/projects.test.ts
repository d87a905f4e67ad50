import { fenPerWan } from '@zhuowei/domain/projects/class.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { makeTarget, type Target } from '../testing/access-matrix/targets.ts'
import { refusal } from '../testing/refusal.ts'
import { createWorld, type Person, type World } from '../testing/world.ts'

let world: World
let target: Target
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  world.setNow('2026-11-23T10:00:00+08:00')
  target = await makeTarget(world, 'pm')
})

const form = (more: object = {}) => ({
  ...{ name: '调度备份一体机', customerId: target.customerId, amountFen: 186 * fenPerWan },
  ...{ expectedSignOn: '2027-03-31', need: '备份时间从一夜缩到一小时', ...more },
})
const register = (as: Person = world.people.pm, more: object = {}) =>
  world.as(as).projects.create({ body: form(more) })
const get = (id: string, as: Person = world.people.pm) => world.as(as).projects.get({ params: { id } })
const move = (project: { id: string; version: number }, body: object, as: Person = world.people.pm) =>
  world.as(as).projects.move({
    params: { id: project.id },
    body: { version: project.version, ...body } as {
      version: number
      kind: 'forward'
      override: boolean
      reason: null
    },
  })
const factor = (id: string, code: 'plan' | 'need' | 'budget' | 'time', confirmedOn = '2026-11-20') =>
  world
    .as(world.people.pm)
    .projects.setFactor({ params: { id }, body: { code, body: '已问过', confirmedOn } })

/** Everything that leaving the first stage asks for. */
async function inform(id: string) {
  for (const code of ['plan', 'need', 'budget', 'time'] as const) await factor(id, code)
  const { projects } = world.as(world.people.pm)
  await projects.setSlots({
    params: { id },
    body: { slots: [{ role: 'decision', contactId: target.contactId }] },
  })
  return projects.setCompetitors({ params: { id }, body: { withoutCompetitor: true, competitors: [] } })
}

describe('七.2.1) 报备', () => {
  test('a project gets its number, its class, its first stage and what this asks for', async () => {
    const made = await register()
    expect(made).toMatchObject({
      ...{ stage: 'information', status: 'open', class: 'medium', classHint: '制度未定义，按中型' },
      ...{ probability: 10, owner: { name: '焦尔' }, protectedUntil: '2027-05-22', motion: 'moving' },
      can: { change: true, move: true, override: false },
    })
    expect(made.number).toMatch(/^XM-2026-YL-\d{3}$/)
    expect(made.gate.map(({ code, isMet }) => [code, isMet])).toEqual([
      ['plan', false],
      ['mainProblem', false],
      ['budget', false],
      ['purchaseTime', false],
      ['decisionMaker', false],
      ['competitor', false],
    ])
    expect(made.history).toMatchObject([{ kind: 'registered', stage: 'information', by: { name: '焦尔' } }])
  })

  test.each([
    ['nothing is typed', { name: ' ', need: '', amountFen: 0 }, ['amountFen', 'name', 'need']],
    ['no amount', { amountFen: null }, ['amountFen']],
    ['no such day', { expectedSignOn: '2027-02-30' }, ['expectedSignOn']],
    ['no such customer', { customerId: '01939c5e-0000-7000-8000-000000000000' }, ['customerId']],
  ])('%s: each field says so', async (_, more, paths) => {
    const { status, errors } = await refusal(register(world.people.pm, more))
    expect([status, errors?.map(({ path }) => path).toSorted()]).toEqual([422, paths])
  })

  test('a stranger, 总经理 and 综合管理 register nothing, and nobody a project of a colleague’s customer', async () => {
    const call = { body: form() }
    expect((await refusal(world.as(null).projects.create(call))).status).toBe(401)
    for (const person of [world.people.gm, world.people.oa])
      expect((await refusal(register(person))).status).toBe(403)
    const { errors } = await refusal(register(world.people.pmSameRegion))
    expect(errors).toEqual([{ path: 'customerId', message: '这家客户由同事负责，请由他报备' }])
  })

  test('the same call sent twice registers once; numbers of a region follow one another', async () => {
    const call = { body: form(), idempotencyKey: crypto.randomUUID() }
    const { projects } = world.as(world.people.pm)
    const first = await projects.create(call)
    expect((await projects.create(call)).id).toBe(first.id)
    const numbers = await Promise.all([register(), register(), register()])
    expect(new Set(numbers.map(({ number }) => number)).size).toBe(3)
  })

  test('registered by the manager it belongs to whom the customer belongs to', async () => {
    expect((await register(world.people.dm)).owner).toMatchObject({ name: '焦尔' })
  })
})

describe('七.2 no stage is left without its key point', () => {
  test('the gate holds, says what is missing, and keeps that it was tried', async () => {
    const made = await register()
    await factor(made.id, 'budget')
    const { code, status, detail } = await refusal(move(await get(made.id), { kind: 'forward' }))
    expect([code, status]).toEqual(['gate_closed', 409])
    expect(detail).toBe('还差：采购计划、主要问题、采购时间、至少一位决策人、竞争对手，或写明没有')
    const after = await get(made.id)
    expect(after).toMatchObject({
      stage: 'information',
      attempts: [{ stage: 'information', by: { name: '焦尔' } }],
    })
    expect(after.attempts[0]?.missing).toHaveLength(5)
  })

  test('with everything known it goes on, one stage, and the next one asks for 立项', async () => {
    const ready = await inform((await register()).id)
    const moved = await move(ready, { kind: 'forward' })
    expect(moved).toMatchObject({ stage: 'initiation', status: 'open', probability: 25 })
    expect(moved.gate).toMatchObject([{ code: 'initiation', isMet: false }])
    expect(moved.history[0]).toMatchObject({
      kind: 'forward',
      fromStage: 'information',
      missing: [],
      isOverride: false,
    })
    expect(await refusal(move(moved, { kind: 'forward' }))).toMatchObject({
      code: 'gate_closed',
      detail: '还差：立项申请已批准',
    })
  })

  test('§4C what was confirmed more than 30 days ago has to be asked again', async () => {
    const made = await register()
    await inform(made.id)
    const stale = await factor(made.id, 'budget', '2026-10-23')
    expect(stale.gate.find(({ code }) => code === 'budget')).toMatchObject({
      isMet: false,
      why: '30 天内没有核实过',
    })
    const { errors } = await refusal(factor(made.id, 'budget', '2026-11-24'))
    expect(errors?.[0]?.path).toBe('confirmedOn')
  })

  test('放行 is the manager’s, with a reason that stays with what was missing', async () => {
    const made = await register()
    const reason = '客户只等我们的方案'
    const step = { kind: 'forward', override: true, reason }
    expect((await refusal(move(made, step))).status).toBe(403)
    const { errors } = await refusal(move(made, { ...step, reason: ' ' }, world.people.dm))
    expect(errors).toEqual([{ path: 'reason', message: '请写明放行的理由' }])
    const moved = await move(made, step, world.people.dm)
    expect(moved.history[0]).toMatchObject({ isOverride: true, reason })
    expect(moved.history[0]?.missing).toHaveLength(6)
    const { rows } = await world.services.pool.query<{ summary: string; reason: string }>(
      `select summary, reason from events where subject_id = $1 order by at desc, id desc limit 1`,
      [made.id],
    )
    expect(rows).toEqual([{ summary: `项目 ${made.number} 放行到立项阶段`, reason }])
  })

  test('back, 搁置, 恢复, 丢单: each with its reason; what is over does not move', async () => {
    const { dm } = world.people
    const made = await register()
    const on = await move(made, { kind: 'forward', override: true, reason: '先走一步看看' }, dm)
    const back = await move(on, { kind: 'back', to: 'information', reason: '预算又变了' })
    expect(back).toMatchObject({ stage: 'information', status: 'open' })
    const shelved = await move(back, { kind: 'shelve', reason: '客户明年再说' })
    expect(await refusal(move(shelved, { kind: 'forward' }))).toMatchObject({
      ...{ code: 'nothing_to_decide', detail: '项目已经结束或搁置，先恢复再推进' },
    })
    const again = await move(shelved, { kind: 'resume', reason: '客户重新启动' })
    expect((await refusal(move(again, { kind: 'lose', reason: '报价高了' }))).errors?.[0]?.path).toBe(
      'lossReason',
    )
    const lost = await move(again, { kind: 'lose', lossReason: 'price', reason: '报价高了两成' })
    expect(lost).toMatchObject({ status: 'lost', lossReason: 'price', stage: 'information' })
    expect(lost.history.map(({ kind }) => kind)).toEqual([
      'lose',
      'resume',
      'shelve',
      'back',
      'forward',
      'registered',
    ])
  })

  test('two who move it at once: one step, the other is told', async () => {
    const made = await register()
    const results = await Promise.allSettled([
      move(made, { kind: 'shelve', reason: '客户明年再说' }),
      move(made, { kind: 'cancel', reason: '客户取消立项' }, world.people.dm),
    ])
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect((await get(made.id)).history).toHaveLength(2)
  })

  test('§4B the database itself knows no stage without its step', async () => {
    const { id } = await register()
    const { pool } = world.services
    await expect(pool.query(`update projects set stage = 'bidding' where id = $1`, [id])).rejects.toThrow(
      /projects_stands_by_transition/,
    )
  })
})

describe('what is known of it', () => {
  test('六.3.1)③ only the customer’s own people decide there', async () => {
    const { id } = await register()
    const elsewhere = await makeTarget(world, 'pm')
    const { projects } = world.as(world.people.pm)
    const call = (contactId: string) =>
      projects.setSlots({ params: { id }, body: { slots: [{ role: 'influence', contactId }] } })
    expect((await refusal(call(elsewhere.contactId))).errors).toEqual([
      { path: 'slots', message: '只能选这家客户的联系人' },
    ])
    expect((await call(target.contactId)).slots).toMatchObject([{ role: 'influence' }])
  })

  test('六.3.1)⑦ somebody competes, or nobody does, but not both', async () => {
    const { id } = await register()
    const { projects, competitors } = world.as(world.people.pm)
    const rival = await competitors.create({ body: { name: `甲方阵科技${id}` } })
    const met = { competitorId: rival.id, priceFen: 100, outcome: 'lost' as const, note: null }
    const set = (body: object) =>
      projects.setCompetitors({
        params: { id },
        body: { withoutCompetitor: false, competitors: [met], ...body },
      })
    expect((await refusal(set({ withoutCompetitor: true }))).errors?.[0]?.path).toBe('withoutCompetitor')
    expect((await refusal(set({ competitors: [met, met] }))).errors?.[0]?.path).toBe('competitors')
    expect((await set({})).competitors).toMatchObject([{ priceFen: 100, outcome: 'lost' }])
  })

  test('a member sees the project from any region, and only sees it', async () => {
    const { pm, pmOtherRegion, pmOther } = world.people
    const { id, version } = await register()
    const { projects } = world.as(pm)
    expect((await refusal(get(id, pmOtherRegion))).status).toBe(404)
    await projects.setMembers({
      params: { id },
      body: { members: [{ personId: pmOtherRegion.id, role: 'technology' }] },
    })
    const seen = await get(id, pmOtherRegion)
    expect(seen).toMatchObject({ can: { change: false, move: false }, members: [{ role: 'technology' }] })
    const { items } = await world.as(pmOtherRegion).projects.list({ query: {} })
    expect(items.map((one) => one.id)).toContain(id)
    const { status } = await refusal(
      move({ id, version }, { kind: 'shelve', reason: '不归我管' }, pmOtherRegion),
    )
    expect(status).toBe(403)
    const stranger = { members: [{ personId: pmOther.id, role: 'sales' as const }] }
    expect((await refusal(projects.setMembers({ params: { id }, body: stranger }))).errors?.[0]?.path).toBe(
      'members',
    )
  })

  test('§6.1 the manager’s judgement of the chance; an old version is shown both', async () => {
    const { dm, pm } = world.people
    const made = await register()
    const { customerId: _, ...facts } = form()
    const change = (as: Person, more: object) =>
      world
        .as(as)
        .projects.change({ params: { id: made.id }, body: { ...facts, version: made.version, ...more } })
    expect((await refusal(change(pm, { probability: 80 }))).errors?.[0]?.path).toBe('probability')
    const changed = await change(dm, { probability: 80, amountFen: 250 * fenPerWan })
    expect(changed).toMatchObject({ probability: 80, class: 'large', classHint: null })
    expect(await refusal(change(pm, { name: '晚了一步' }))).toMatchObject({
      code: 'version_conflict',
      facts: { current: { version: changed.version }, yours: { name: '晚了一步' } },
    })
  })
})

test('the board counts and weighs everything chosen, and shows the first of each column', async () => {
  const { dm, pm } = world.people
  const only = { customerId: [target.customerId] }
  for (const wan of [10, 20, 30]) await register(pm, { amountFen: wan * fenPerWan })
  const lost = await register()
  await move(lost, { kind: 'lose', lossReason: 'price', reason: '报价高了两成' })
  const [information, initiation] = await world.as(dm).projects.board({ query: { ...only, shown: 2 } })
  expect(information).toMatchObject({
    stage: 'information',
    count: 3,
    amountFen: 60 * fenPerWan,
    weightedFen: 6 * fenPerWan,
  })
  expect(information?.items).toHaveLength(2)
  expect(initiation).toMatchObject({ count: 0, amountFen: 0, items: [] })
  const first = await world.as(dm).projects.list({ query: { ...only, limit: 2 } })
  const rest = await world.as(dm).projects.list({ query: { ...only, limit: 2, cursor: first.next ?? '' } })
  expect(new Set([...first.items, ...rest.items].map(({ id }) => id)).size).toBe(4)
  expect(rest.next).toBeNull()
})

test.each([
  ['2026-12-06', 0],
  ['2026-12-07', 1],
])('二.2.1)(5) on %s the project of 11-23 is among the stalled: %d', async (today, count) => {
  await register()
  world.setNow(`${today}T10:00:00+08:00`)
  const query = { customerId: [target.customerId], stalled: 'true' as const }
  expect((await world.as(world.people.dm).projects.list({ query })).items).toHaveLength(count)
})
