import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { buildApp } from '../app.ts'
import { openBrowser } from '../testing/browser.ts'
import { refusal } from '../testing/refusal.ts'
import { createWorld, type Person, testServices, type World } from '../testing/world.ts'

let world: World
beforeEach(async () => {
  world = await createWorld()
})
afterEach(() => world.close())

const adm = () => world.as(world.people.adm).organisation
const today = '2026-11-23'

let nth = 0
/** A customer of this person, directly in the table: the customers' own commands are not what is tested here. */
async function customerOf(
  owner: Person,
  more: { grade?: string; nextStepOn?: string } = {},
): Promise<string> {
  nth += 1
  const id = crypto.randomUUID()
  const at = new Date('2026-10-01T09:00:00+08:00')
  const stamp = { createdAt: at, createdBy: owner.id, updatedAt: at, updatedBy: owner.id }
  await world.services.db
    .insertInto('customers')
    .values({
      ...stamp,
      id,
      divisionId: world.divisionId,
      number: `KH-YL-${nth}`,
      name: `听涛供电公司${nth}`,
      nameKey: `听涛${nth}`,
      nameOrder: `tingtao${nth}`,
      type: 'county_grid',
      regionId: world.regions.yunling,
      ownerId: owner.id,
      status: 'potential',
      tradeStatus: 'untraded',
      grade: more.grade ?? 'C',
      gradeSince: at,
      statusSince: at,
      source: 'phone',
      searchText: '',
      searchContacts: '',
      searchGrams: [],
      lastActivityAt: at,
      nextStepOn: more.nextStepOn ?? null,
    })
    .execute()
  return id
}

async function ownersOf(ids: readonly string[]) {
  const rows = await world.services.db
    .selectFrom('customers')
    .select(['id', 'ownerId', 'version'])
    .where('id', 'in', ids)
    .execute()
  return ids.map((id) => rows.find((row) => row.id === id))
}

const departure = (more: object = {}) => ({ leavingDate: today, handover: { to: null }, version: 1, ...more })

describe('before somebody leaves', () => {
  test('the preview says what hangs on the person and who could take it', async () => {
    const { spm } = world.people
    const visited = await customerOf(spm, { grade: 'A', nextStepOn: '2026-11-25' })
    await customerOf(spm)
    await world.services.db
      .insertInto('gradeChanges')
      .values({
        id: crypto.randomUUID(),
        divisionId: world.divisionId,
        customerId: visited,
        fromGrade: 'B',
        toGrade: 'A',
        reason: '立项',
        changedBy: spm.id,
        changedAt: new Date('2026-11-20T10:00:00+08:00'),
        ownerId: spm.id,
      })
      .execute()
    const preview = await adm().departurePreview({ params: { id: spm.id } })
    expect(preview).toMatchObject({
      person: { name: '傅特' },
      customersTotal: 2,
      byGrade: { A: 1, B: 0, C: 1 },
      openNextSteps: 1,
      unreflectedGradeChanges: 1,
      regions: [{ name: '云岭片区' }],
      reports: [],
      obstacles: [],
    })
    expect(preview.customers[0]).toMatchObject({ id: visited, grade: 'A', regionName: '云岭片区' })
    expect(preview.regions[0]?.candidates.map(({ name }) => name)).toEqual(['焦尔', '瓦澜', '韦博', '欧牧'])
    expect(preview.successors.map(({ name, sharesRegion }) => [name, sharesRegion])).toEqual([
      ['焦尔', true],
      ['瓦澜', true],
      ['韦博', false],
      ['欧牧', false],
      ['安培之', false],
    ])
  })

  test('the look at the names of customers is in the audit log (三.1)', async () => {
    await adm().departurePreview({ params: { id: world.people.pm.id } })
    const { rows } = await world.services.pool.query(
      "select subject_id from audit_log where action = 'person.departure_previewed'",
    )
    expect(rows).toEqual([{ subject_id: world.people.pm.id }])
  })

  test('a manager’s people and possible successors are listed, and the last administrator is told to stay', async () => {
    const manager = await adm().departurePreview({ params: { id: world.people.dm.id } })
    expect(manager.reports).toHaveLength(7)
    expect(manager.managers).toEqual([])
    const administrator = await adm().departurePreview({ params: { id: world.people.adm.id } })
    expect(administrator.obstacles).toEqual(['这是最后一位系统管理员，请先指定另一位'])
  })
})

describe('leaving', () => {
  test('all customers go to one successor, with history, new version, one event and one notification', async () => {
    const { pm, pmSameRegion } = world.people
    const ids = [await customerOf(pm), await customerOf(pm), await customerOf(pm)]
    const reply = await adm().depart({
      params: { id: pm.id },
      body: departure({ handover: { to: pmSameRegion.id }, reason: '个人原因' }),
    })
    expect(reply).toMatchObject({ customers: 3, regions: 0, person: { state: 'leaving', version: 2 } })
    for (const row of await ownersOf(ids)) expect(row).toMatchObject({ ownerId: pmSameRegion.id, version: 2 })
    const transfers = await world.services.db
      .selectFrom('ownershipTransfers')
      .select(['fromOwnerId', 'toOwnerId', 'fromRegionId', 'toRegionId', 'reason'])
      .execute()
    expect(transfers).toEqual(
      ids.map(() => ({
        fromOwnerId: pm.id,
        toOwnerId: pmSameRegion.id,
        fromRegionId: world.regions.yunling,
        toRegionId: world.regions.yunling,
        reason: '个人原因',
      })),
    )
    const events = await world.services.db
      .selectFrom('events')
      .select('summary')
      .where('verb', '=', 'person.departed')
      .execute()
    expect(events).toEqual([{ summary: '焦尔离职，最后工作日 2026-11-23，移交客户 3 个' }])
    const timelines = await world.services.db
      .selectFrom('events')
      .select(['summary', 'before', 'after'])
      .where('customerId', 'in', ids)
      .execute()
    expect(timelines).toEqual(
      ids.map(() => ({ summary: '移交给瓦澜', before: { owner: '焦尔' }, after: { owner: '瓦澜' } })),
    )
    expect((await world.as(pmSameRegion).notifications.list()).items).toMatchObject([
      { title: '您接收了 3 个客户' },
    ])
  })

  test('some customers go to others, the rest into the pool, of which the manager hears', async () => {
    const { pm, spm, dm } = world.people
    const [first, second, third] = [await customerOf(pm), await customerOf(pm), await customerOf(pm)]
    await adm().depart({
      params: { id: pm.id },
      body: departure({ handover: { to: null, exceptions: [{ customerId: first, to: spm.id }] } }),
    })
    expect((await ownersOf([first, second, third])).map((row) => row?.ownerId)).toEqual([spm.id, null, null])
    expect((await world.as(dm).notifications.list()).items).toMatchObject([
      { title: '2 个客户等您分配负责人' },
    ])
  })

  test('a region owner leaves only with a new owner for each region, who works there from then on', async () => {
    const { spm, pmOtherRegion } = world.people
    const { yunling } = world.regions
    expect(await refusal(adm().depart({ params: { id: spm.id }, body: departure() }))).toMatchObject({
      status: 422,
      errors: [{ path: `regionOwners.${yunling}`, message: '请为云岭片区指定新的片区经理' }],
    })
    const body = departure({ regionOwners: [{ regionId: yunling, ownerId: pmOtherRegion.id }] })
    expect(await adm().depart({ params: { id: spm.id }, body })).toMatchObject({ regions: 1 })
    const regions = (await adm().regions()).items
    expect(regions.find(({ id }) => id === yunling)?.owner?.name).toBe('韦博')
    const successor = await adm().person({ params: { id: pmOtherRegion.id } })
    expect(successor.regions.map(({ name, owned }) => [name, owned])).toEqual([
      ['澜海片区', false],
      ['云岭片区', true],
    ])
  })

  test('a manager’s people get the next manager; without one they wait for him', async () => {
    const { dm, pm } = world.people
    const next = await adm().onboard({
      body: {
        name: '伏特',
        username: 'fute2',
        employeeNo: 'ZW-077',
        role: 'dm',
        divisionId: world.divisionId,
        entryDate: today,
      },
    })
    const body = departure()
    expect((await refusal(adm().depart({ params: { id: dm.id }, body }))).errors).toEqual([
      { path: 'newManagerId', message: '还有 7 名下属，请选择接任的上司' },
    ])
    const reply = await adm().depart({
      params: { id: dm.id },
      body: { ...body, newManagerId: next.person.id },
    })
    expect(reply.reports).toBe(7)
    expect((await adm().person({ params: { id: pm.id } })).manager?.name).toBe('伏特')
  })

  test('everything that is wrong with the receivers is said at once, and nothing has moved', async () => {
    const { spm, oa, pmOther, left } = world.people
    const customer = await customerOf(spm)
    const body = departure({
      handover: { to: oa.id, exceptions: [{ customerId: customer, to: pmOther.id }] },
      regionOwners: [{ regionId: world.regions.yunling, ownerId: left.id }],
      newManagerId: world.people.dm.id,
    })
    const { errors } = await refusal(adm().depart({ params: { id: spm.id }, body }))
    expect(errors?.map(({ path }) => path)).toEqual([
      'handover.to',
      'handover.exceptions.0.to',
      `regionOwners.${world.regions.yunling}`,
      'newManagerId',
    ])
    expect((await ownersOf([customer]))[0]).toMatchObject({ ownerId: spm.id, version: 1 })
  })

  test.each<[string, (ids: { own: string; strange: string }) => object, string]>([
    [
      'customers of somebody else',
      ({ strange }) => ({ handover: { to: null, exceptions: [{ customerId: strange, to: null }] } }),
      'handover.exceptions',
    ],
    [
      'a customer twice',
      ({ own }) => ({
        handover: { to: null, exceptions: [own, own].map((customerId) => ({ customerId, to: null })) },
      }),
      'handover.exceptions',
    ],
    [
      'a region of somebody else',
      () => ({ regionOwners: [{ regionId: world.regions.lanhai, ownerId: world.people.spmOtherRegion.id }] }),
      'regionOwners',
    ],
    ['to oneself', () => ({ handover: { to: world.people.pm.id } }), 'handover.to'],
    ['before the entry', () => ({ leavingDate: '2024-02-29' }), 'leavingDate'],
    ['two months from now', () => ({ leavingDate: '2027-01-23' }), 'leavingDate'],
  ])('nobody leaves with or for %s', async (_, more, path) => {
    const { pm, pmSameRegion } = world.people
    const ids = { own: await customerOf(pm), strange: await customerOf(pmSameRegion) }
    const { status, errors } = await refusal(
      adm().depart({ params: { id: pm.id }, body: departure(more(ids)) }),
    )
    expect(status).toBe(422)
    expect(errors?.map((error) => error.path)).toEqual([path])
  })

  test('two administrators who let the same person go: the second sees what the first did', async () => {
    const { pm } = world.people
    await adm().depart({ params: { id: pm.id }, body: departure() })
    expect(await refusal(adm().depart({ params: { id: pm.id }, body: departure() }))).toMatchObject({
      code: 'version_conflict',
      facts: { current: { state: 'leaving', version: 2 } },
    })
  })

  test('a wrong leaving date is corrected by leaving once more', async () => {
    const { pm } = world.people
    await adm().depart({ params: { id: pm.id }, body: departure() })
    const reply = await adm().depart({
      params: { id: pm.id },
      body: departure({ leavingDate: '2026-11-30', version: 2 }),
    })
    expect(reply).toMatchObject({ customers: 0, person: { record: { leavingDate: '2026-11-30' } } })
  })

  test('the last administrator does not leave', async () => {
    const call = adm().depart({ params: { id: world.people.adm.id }, body: departure() })
    expect(await refusal(call)).toMatchObject({ status: 409, code: 'last_administrator' })
  })
})

describe('the door', () => {
  test('the last day counts to its end, on every server', async () => {
    const { pm } = world.people
    const here = world.as(pm)
    await here.session.current()
    await adm().depart({ params: { id: pm.id }, body: departure() })
    world.setNow('2026-11-23T23:59:59+08:00')
    expect(await here.session.current()).toMatchObject({ person: { id: pm.id } })
    world.setNow('2026-11-24T00:00:00+08:00')
    const second = await testServices(world.connectionString, world.services.clock)
    const secondApp = await buildApp(second)
    const elsewhere = await secondApp.inject({
      url: '/api/session',
      headers: { cookie: await world.cookieOf(pm) },
    })
    expect(elsewhere.statusCode).toBe(401)
    await secondApp.close()
    await second.live.stop()
    await second.db.destroy()
  })

  test('a date in the past ends the sessions at once', async () => {
    const { pm } = world.people
    const here = world.as(pm)
    await here.session.current()
    await adm().depart({ params: { id: pm.id }, body: departure({ leavingDate: '2026-11-20' }) })
    await expect.poll(() => refusal(here.session.current())).toMatchObject({ code: 'not_signed_in' })
  })

  test('shutting the account at once ends the last day too, and the password opens nothing any more', async () => {
    const { person, temporaryPassword } = await adm().onboard({
      body: {
        name: '高思',
        username: 'gaosi',
        employeeNo: 'ZW-088',
        role: 'oa',
        divisionId: world.divisionId,
        entryDate: today,
      },
    })
    const browser = openBrowser(world.app)
    const body = { username: 'gaosi', password: temporaryPassword }
    await browser.session.signIn({ body })
    await adm().depart({ params: { id: person.id }, body: departure({ shutNow: true }) })
    await expect.poll(() => refusal(browser.session.current())).toMatchObject({ code: 'not_signed_in' })
    expect(await refusal(browser.session.signIn({ body }))).toMatchObject({ code: 'sign_in_failed' })
  })
})

describe('coming back', () => {
  test('undoing a departure gives back the customers that their receivers still have', async () => {
    const { pm, pmSameRegion, spm } = world.people
    const [kept, passedOn, pooled] = [await customerOf(pm), await customerOf(pm), await customerOf(pm)]
    await adm().depart({
      params: { id: pm.id },
      body: departure({
        leavingDate: '2026-11-20',
        handover: { to: pmSameRegion.id, exceptions: [{ customerId: pooled, to: null }] },
      }),
    })
    await world.services.db
      .updateTable('customers')
      .set({ ownerId: spm.id })
      .where('id', '=', passedOn)
      .execute()
    const reply = await adm().reinstate({ params: { id: pm.id }, body: { version: 2 } })
    expect(reply).toMatchObject({ customers: 2, person: { state: 'active', record: { leavingDate: null } } })
    expect((await ownersOf([kept, passedOn, pooled])).map((row) => row?.ownerId)).toEqual([
      pm.id,
      spm.id,
      pm.id,
    ])
  })

  test('a return after an absence begins on the new entry date, which lies after the departure', async () => {
    const { left } = world.people
    const reinstate = (entryDate: string) =>
      adm().reinstate({ params: { id: left.id }, body: { entryDate, returnCustomers: false, version: 1 } })
    expect((await refusal(reinstate('2026-10-30'))).errors).toEqual([
      { path: 'entryDate', message: '重新入职的日期应晚于上次离职' },
    ])
    expect(await reinstate('2026-12-01')).toMatchObject({
      person: { state: 'upcoming', record: { entryDate: '2026-12-01' } },
    })
  })

  test('whoever has not left cannot come back', async () => {
    const call = adm().reinstate({ params: { id: world.people.pm.id }, body: { version: 1 } })
    expect(await refusal(call)).toMatchObject({ status: 422 })
  })
})
