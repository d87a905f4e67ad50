import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { refusal } from '../testing/refusal.ts'
import { createWorld, type World } from '../testing/world.ts'
import { customerOf, departure, ownersOf } from './testing/departing.ts'

let world: World
beforeEach(async () => {
  world = await createWorld()
})
afterEach(() => world.close())

const adm = () => world.as(world.people.adm).organisation
const today = '2026-11-23'

describe('leaving', () => {
  test('all customers go to one successor, with history, new version, one event and one notification', async () => {
    const { pm, pmSameRegion } = world.people
    const ids = [await customerOf(world, pm), await customerOf(world, pm), await customerOf(world, pm)]
    const reply = await adm().depart({
      params: { id: pm.id },
      body: departure({ handover: { to: pmSameRegion.id }, reason: '个人原因' }),
    })
    expect(reply).toMatchObject({ customers: 3, regions: 0, person: { state: 'leaving', version: 2 } })
    for (const row of await ownersOf(world, ids))
      expect(row).toMatchObject({ ownerId: pmSameRegion.id, version: 2 })
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
    const [first, second, third] = [
      await customerOf(world, pm),
      await customerOf(world, pm),
      await customerOf(world, pm),
    ]
    await adm().depart({
      params: { id: pm.id },
      body: departure({ handover: { to: null, exceptions: [{ customerId: first, to: spm.id }] } }),
    })
    expect((await ownersOf(world, [first, second, third])).map((row) => row?.ownerId)).toEqual([
      spm.id,
      null,
      null,
    ])
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
    const customer = await customerOf(world, spm)
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
    expect((await ownersOf(world, [customer]))[0]).toMatchObject({ ownerId: spm.id, version: 1 })
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
    const ids = { own: await customerOf(world, pm), strange: await customerOf(world, pmSameRegion) }
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
