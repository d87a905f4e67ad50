import type { SavedForm } from '@zhuowei/contract/feedback.ts'
import { emptyForm, type WordEntry } from '@zhuowei/domain/feedback/form.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { enter } from '../customers/testing-customers.ts'
import { createWorld, type Person, type World } from '../testing/world.ts'
import { freezeLastMonth } from './snapshots.ts'
import { against, content, known, saveAs } from './testing-forms.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const none: WordEntry = { answer: 'none', text: '', remark: '', on: '2026-11-20' }
const refusal = (code: string) => expect.objectContaining({ problem: expect.objectContaining({ code }) })
const save = (person: Person, id: string, body: SavedForm) => saveAs(world, person, id, body)

describe('《客户信息反馈表》（六.3.2)）', () => {
  test('a new customer has a blank form that is due in ten working days', async () => {
    const { id } = await enter(world, world.people.pm)
    expect(await world.as(world.people.pm).feedback.get({ params: { id } })).toMatchObject({
      version: 0,
      completeness: 0,
      state: 'awaited',
      dueOn: '2026-12-07',
      questions: { length: 5 },
      can: { edit: true },
    })
  })

  test('each change is a version that says what changed, and 无 counts like an answer', async () => {
    const { pm, oa } = world.people
    const { id } = await enter(world, pm)
    const first = await save(pm, id, content({ database: none }))
    expect(first).toMatchObject({ version: 1, completeness: 20, freshness: 100, score: 20, state: 'partial' })
    expect(first.content.purchaseProcess.on).toBe('2026-11-23')
    await save(oa, id, { ...content({ database: none }), server: known('四台'), version: 1 })
    const versions = await world.as(pm).feedback.versions({ params: { id } })
    expect(versions).toMatchObject([
      { version: 2, savedBy: { name: oa.name }, changes: [{ label: '服务器状况', from: '', to: '四台' }] },
      { version: 1, savedBy: { name: pm.name }, changes: { length: 2 } },
    ])
    const listed = await world.as(pm).feedback.list({ query: { ownerId: [pm.id], limit: 200 } })
    expect(listed.items.find((one) => one.id === id)).toMatchObject({ completeness: 30, doneThisMonth: true })
  })

  test('the same form saved again is no version', async () => {
    const { pm } = world.people
    const { id } = await enter(world, pm)
    await save(pm, id, content())
    expect(await save(pm, id, content({ version: 1 }))).toMatchObject({ version: 1 })
  })

  test.each<[string, Partial<SavedForm>, string]>([
    ['a form without any answer', { purchaseProcess: emptyForm.purchaseProcess }, 'purchaseProcess'],
    ['无 of tomorrow', { server: { ...none, on: '2026-11-24' } }, 'server'],
    ['an assessment without a name', { competitors: against(['', '价高']) }, 'competitors.lines.0.name'],
    [
      'one competitor twice, counted with the blank line',
      { competitors: against(['南瑞', '一'], ['', ''], ['南瑞 ', '二']) },
      'competitors.lines.2.name',
    ],
    ['a text that cannot be stored', { server: known('a\u0000b') }, 'server.text'],
  ])('%s is refused beside its field', async (_, more, path) => {
    const { id } = await enter(world, world.people.pm)
    await expect(save(world.people.pm, id, content(more))).rejects.toMatchObject({
      problem: { code: 'invalid_input', errors: [expect.objectContaining({ path })] },
    })
  })

  test('who saves over a version of somebody else sees both', async () => {
    const { pm, spm } = world.people
    const { id } = await enter(world, pm)
    await save(pm, id, content())
    await expect(save(spm, id, content({ server: known('两台') }))).rejects.toMatchObject({
      problem: { code: 'version_conflict', facts: { current: { version: 1 }, yours: { version: 0 } } },
    })
  })

  test('two first versions at once: one is kept, the other is told', async () => {
    const { pm, oa } = world.people
    const { id } = await enter(world, pm)
    const results = await Promise.allSettled([
      save(pm, id, content()),
      save(oa, id, content({ server: known('两台') })),
    ])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('a stranger, a colleague, another region and another division neither read nor write it', async () => {
    const { pm, pmSameRegion, pmOtherRegion, dmOther, gm } = world.people
    const { id } = await enter(world, pm)
    for (const [person, code] of [
      [null, 'not_signed_in'],
      [pmSameRegion, 'forbidden'],
      [pmOtherRegion, 'not_found'],
      [dmOther, 'not_found'],
    ] as const) {
      const client = world.as(person)
      await expect(client.feedback.get({ params: { id } })).rejects.toEqual(refusal(code))
      await expect(client.feedback.save({ params: { id }, body: content() })).rejects.toEqual(refusal(code))
    }
    await expect(save(gm, id, content())).rejects.toEqual(refusal('forbidden'))
  })

  test('one reads the forms of one’s own scope in the list', async () => {
    const { pm, pmSameRegion, spm, pmOtherRegion, dm, dmOther } = world.people
    const { id } = await enter(world, pm)
    const sees = async (person: Person) =>
      (await world.as(person).feedback.list({ query: { limit: 200 } })).items.some((one) => one.id === id)
    for (const person of [pm, spm, dm]) expect(await sees(person)).toBe(true)
    for (const person of [pmSameRegion, pmOtherRegion, dmOther]) expect(await sees(person)).toBe(false)
  })

  test('what the form says is not told on the timeline, which colleagues read', async () => {
    const { pm, pmSameRegion } = world.people
    const { id } = await enter(world, pm)
    await save(pm, id, content({ departmentPolitics: known('两派') }))
    const timeline = await world.as(pmSameRegion).customers.timeline({ params: { id }, query: {} })
    expect(timeline.items[0]?.summary).toBe('填写了客户信息反馈表')
    expect(JSON.stringify(timeline)).not.toContain('两派')
    const seen = async (person: Person) =>
      (await world.as(person).customers.get({ params: { id } })).formCompleteness
    expect([await seen(pm), await seen(pmSameRegion)]).toEqual([20, null])
  })
})

describe('本月无变化（六.3.2)②）', () => {
  test('makes the form current again, once a month', async () => {
    const { pm } = world.people
    const { id } = await enter(world, pm)
    const client = world.as(pm)
    await expect(client.feedback.confirm({ params: { id }, body: { version: 1 } })).rejects.toEqual(
      refusal('version_conflict'),
    )
    await save(pm, id, content())
    world.setNow('2027-03-05T09:00:00+08:00')
    expect(await client.feedback.get({ params: { id } })).toMatchObject({ state: 'stale', freshness: 87 })
    const confirm = () => client.feedback.confirm({ params: { id }, body: { version: 1 } })
    expect(await confirm()).toMatchObject({
      state: 'partial',
      currentOn: '2027-03-05',
      confirmedThisMonth: true,
    })
    world.setNow('2027-03-06T09:00:00+08:00')
    expect(await confirm()).toMatchObject({ version: 1, currentOn: '2027-03-05' })
    world.setNow('2026-11-23T08:40:00+08:00')
  })
})

describe('本月无变化 taken back', () => {
  const call = (person: Person | null, id: string) => ({
    confirm: () => world.as(person).feedback.confirm({ params: { id }, body: { version: 1 } }),
    withdraw: () => world.as(person).feedback.withdrawConfirmation({ params: { id } }),
  })
  const listed = async (person: Person, id: string) =>
    (await world.as(person).feedback.list({ query: { ownerId: [person.id], limit: 200 } })).items.find(
      (one) => one.id === id,
    )

  test('the form is as current as before, and the timeline says so; again changes nothing', async () => {
    const { pm, spm } = world.people
    const { id } = await enter(world, pm)
    await save(pm, id, content())
    world.setNow('2026-12-30T09:00:00+08:00')
    await call(pm, id).confirm()
    world.setNow('2027-01-05T09:00:00+08:00')
    await call(pm, id).confirm()
    expect(await listed(pm, id)).toMatchObject({ confirmedThisMonth: true, currentOn: '2027-01-05' })
    const back = { currentOn: '2026-12-30', confirmedThisMonth: false, version: 1 }
    expect(await call(spm, id).withdraw()).toMatchObject(back)
    expect(await call(pm, id).withdraw()).toMatchObject(back)
    expect(await listed(pm, id)).toMatchObject({ confirmedThisMonth: false, doneThisMonth: false })
    const { items } = await world.as(pm).customers.timeline({ params: { id }, query: {} })
    expect(items.filter(({ verb }) => verb === 'feedback.confirmation_withdrawn')).toMatchObject([
      { summary: '撤销了客户信息反馈表的“本月无变化”', actor: { name: spm.name } },
    ])
    expect(await call(pm, id).confirm()).toMatchObject({ currentOn: '2027-01-05' })
    world.setNow('2026-11-23T08:40:00+08:00')
  })

  test('what was said in an earlier month, and a version of this month, stay', async () => {
    const { pm } = world.people
    const { id } = await enter(world, pm)
    await save(pm, id, content())
    world.setNow('2026-11-30T23:59:00+08:00')
    await call(pm, id).confirm()
    world.setNow('2026-12-01T00:00:00+08:00')
    expect(await call(pm, id).withdraw()).toMatchObject({ currentOn: '2026-11-30' })
    await call(pm, id).confirm()
    world.setNow('2026-12-02T09:00:00+08:00')
    await save(pm, id, content({ server: none, version: 1 }))
    expect(await call(pm, id).withdraw()).toMatchObject({
      currentOn: '2026-12-02',
      confirmedThisMonth: false,
    })
    world.setNow('2026-11-23T08:40:00+08:00')
  })

  test('only who may write the form takes it back', async () => {
    const { pm, pmSameRegion, pmOtherRegion, gm } = world.people
    const { id } = await enter(world, pm)
    for (const [person, code] of [
      [null, 'not_signed_in'],
      [pmSameRegion, 'forbidden'],
      [gm, 'forbidden'],
      [pmOtherRegion, 'not_found'],
    ] as const)
      await expect(call(person, id).withdraw()).rejects.toEqual(refusal(code))
  })
})

describe('what is due', () => {
  test('今天 asks the owner for the first version, then for the update, and red stands in the list', async () => {
    const { pmOtherRegion } = world.people
    const { id, name } = await enter(world, pmOtherRegion)
    const client = world.as(pmOtherRegion)
    const items = async () =>
      (await client.today.get()).items
        .filter(({ kind }) => kind === 'feedback')
        .map(({ title, group }) => [title, group])
    expect(await items()).toEqual([])
    world.setNow('2026-12-07T09:00:00+08:00')
    expect(await items()).toEqual([['1 家客户要填客户信息反馈表', 'today']])
    expect((await client.feedback.list({ query: { view: 'missing' } })).items).toEqual([])
    world.setNow('2026-12-08T00:01:00+08:00')
    expect(await items()).toEqual([['1 家客户要填客户信息反馈表', 'overdue']])
    expect((await client.feedback.list({ query: { view: 'missing' } })).items).toMatchObject([
      { name, state: 'overdue' },
    ])
    await save(pmOtherRegion, id, content())
    expect(await items()).toEqual([])
    world.setNow('2027-01-28T09:00:00+08:00')
    expect(await items()).toEqual([['1 家客户的反馈表本月还没核对', 'week']])
    world.setNow('2027-03-09T09:00:00+08:00')
    expect(await items()).toEqual([['1 家客户的反馈表该更新了', 'overdue']])
    world.setNow('2026-11-23T08:40:00+08:00')
  })

  test('the month is frozen for the appraisal once, whatever comes later', async () => {
    const { dm, spmOtherRegion } = world.people
    const { id } = await enter(world, spmOtherRegion)
    await save(spmOtherRegion, id, content({ server: none }))
    const at = new Date('2026-12-01T00:10:00+08:00')
    await freezeLastMonth(world.services.db, at)
    world.setNow('2026-12-01T09:00:00+08:00')
    await save(spmOtherRegion, id, { ...content({ server: none }), storage: none, version: 1 })
    await freezeLastMonth(world.services.db, new Date('2026-12-02T00:10:00+08:00'))
    const people = await world.as(dm).feedback.people()
    expect(people.find(({ owner }) => owner.id === spmOtherRegion.id)).toMatchObject({
      customers: 1,
      completeness: 30,
      lastMonth: 20,
    })
    world.setNow('2026-11-23T08:40:00+08:00')
  })
})

describe('what 背景资料 knows (G22)', () => {
  const server = { kind: 'it', category: 'server', source: '信通主任口头' } as const

  test('stands beside the items of the form, what has aged says so, what was removed is gone', async () => {
    const { pm, dm } = world.people
    const { id } = await enter(world, pm)
    const record = (body: { model: string; quantity?: number; learnedOn: string }) =>
      world.as(pm).background.record({ params: { id }, body: { ...server, ...body, brand: '浪潮' } })
    await record({ model: 'NF5280', quantity: 4, learnedOn: '2026-05-26' })
    const other = await record({ model: 'NF8480', learnedOn: '2026-11-20' })
    await world.as(pm).background.remove({ params: { id: other.id } })
    const known = async (person: Person) => (await world.as(person).feedback.get({ params: { id } })).known
    const text = '浪潮 NF5280，数量 4（2026-05-26 的情况，待核实）'
    for (const person of [pm, dm])
      expect(await known(person)).toEqual([{ item: 'server', text, stale: true }])
  })
})
