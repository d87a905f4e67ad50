import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { refusal } from '../testing/refusal.ts'
import { createWorld, type World } from '../testing/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const adm = () => world.as(world.people.adm).organisation

describe('regions', () => {
  test('a region has one owner and its members, and colleagues see those of their own division', async () => {
    const { items, can } = await world.as(world.people.pm).organisation.regions()
    expect(items.map(({ code, name, owner }) => [code, name, owner?.name])).toEqual([
      ['LH', '澜海片区', '欧牧'],
      ['YL', '云岭片区', '傅特'],
    ])
    expect(items[1]?.members.map(({ name }) => name)).toEqual(['傅特', '焦尔', '瓦澜'])
    expect(can.create).toBe(false)
    expect((await world.as(world.people.gm).organisation.regions()).items).toHaveLength(3)
  })

  test.each([
    ['江汀片区', undefined, 'JT'],
    ['江汀二区', undefined, 'JTE'],
    ['景亭片区', undefined, 'JT2'],
    ['北方大区', 'bf1', 'BF1'],
  ])('%s gets a code for the numbers of its customers', async (name, code, expected) => {
    const region = await adm().createRegion({ body: { divisionId: world.divisionId, name, code } })
    expect(region).toMatchObject({ name, code: expected, owner: null, members: [], version: 1 })
  })

  test.each([
    ['a name in use', { name: '云岭片区' }, 'name', '已经有同名的片区'],
    ['a code in use', { name: '云林片区', code: 'YL' }, 'code', '这个片区代码已经用了'],
    [
      'a code of Chinese signs',
      { name: '新片区', code: '新' },
      'code',
      '片区代码为 1 到 8 位字母或数字，用在客户编号里',
    ],
    ['no name', { name: '' }, 'name', '请填写片区名称'],
    [
      'a division that does not exist',
      { name: '新片区', divisionId: crypto.randomUUID() },
      'divisionId',
      '没有这个事业部',
    ],
  ])('no region with %s', async (_, more, path, message) => {
    const body = { divisionId: world.divisionId, ...more }
    expect((await refusal(adm().createRegion({ body }))).errors).toEqual([{ path, message }])
  })

  test('renaming a region that somebody has just changed shows both versions', async () => {
    const { id } = await adm().createRegion({ body: { divisionId: world.divisionId, name: '朔原片区' } })
    const rename = (name: string) =>
      adm().updateRegion({ params: { id }, body: { name, code: 'SY', version: 1 } })
    expect(await rename('朔原一区')).toMatchObject({ name: '朔原一区', version: 2 })
    expect(await refusal(rename('朔原二区'))).toMatchObject({
      code: 'version_conflict',
      facts: { current: { name: '朔原一区', version: 2 }, yours: { name: '朔原二区', version: 1 } },
    })
  })

  test('another member becomes 区域经理: told, seen at once, and exactly one owner remains (G5)', async () => {
    const { yunling } = world.regions
    const { pm, spm } = world.people
    expect((await world.as(pm).session.current()).regions).toMatchObject([{ owned: false }])
    const version = await versionOf(yunling)
    const region = await adm().appointRegionOwner({
      params: { id: yunling },
      body: { ownerId: pm.id, version },
    })
    expect(region.owner?.name).toBe('焦尔')
    await expect
      .poll(async () => (await world.as(pm).session.current()).regions)
      .toMatchObject([{ owned: true }])
    await expect
      .poll(async () => (await world.as(spm).session.current()).regions)
      .toMatchObject([{ owned: false }])
    const { items } = await world.as(pm).notifications.list()
    expect(items.map(({ title }) => title)).toContain('您担任云岭片区的片区经理')
    await adm().appointRegionOwner({
      params: { id: yunling },
      body: { ownerId: spm.id, version: version + 1 },
    })
  })

  test.each([
    ['somebody of another region', 'pmOtherRegion', '韦博不在云岭片区，请先把人调到这个片区'],
    ['an office clerk', 'oa', '片区经理由在职的高级项目主管或项目主管担任'],
    ['the division manager', 'dm', '片区经理由在职的高级项目主管或项目主管担任'],
    ['somebody who has left', 'left', '片区经理由在职的高级项目主管或项目主管担任'],
  ] as const)('%s does not become 区域经理', async (_, who, message) => {
    const { yunling } = world.regions
    const body = { ownerId: world.people[who].id, version: await versionOf(yunling) }
    expect(await refusal(adm().appointRegionOwner({ params: { id: yunling }, body }))).toMatchObject({
      status: 422,
      errors: [{ path: 'ownerId', message }],
    })
  })

  test('only the administrator founds, renames or gives away regions', async () => {
    for (const who of ['gm', 'dm', 'spm', 'oa'] as const) {
      const { organisation } = world.as(world.people[who])
      const params = { id: world.regions.yunling }
      const calls = [
        organisation.createRegion({ body: { divisionId: world.divisionId, name: '新片区' } }),
        organisation.updateRegion({ params, body: { name: '新片区', code: 'X', version: 1 } }),
        organisation.appointRegionOwner({ params, body: { ownerId: world.people.pm.id, version: 1 } }),
      ]
      for (const { status } of await Promise.all(calls.map(refusal))) expect(status).toBe(403)
    }
    const params = { id: crypto.randomUUID() }
    expect(
      await refusal(adm().updateRegion({ params, body: { name: '新', code: 'X', version: 1 } })),
    ).toMatchObject({
      status: 404,
    })
  })

  const versionOf = async (id: string) =>
    (await adm().regions()).items.find((region) => region.id === id)?.version ?? 0
})

describe('divisions', () => {
  test('the general manager sees all of them, everybody else the own one', async () => {
    const names = async (who: 'gm' | 'adm' | 'dm' | 'pmOther') =>
      (await world.as(world.people[who]).organisation.divisions()).items.map(({ name }) => name)
    expect(await names('gm')).toEqual(['电力事业部', '轨道事业部'])
    expect(await names('adm')).toEqual(['电力事业部', '轨道事业部'])
    expect(await names('dm')).toEqual(['电力事业部'])
    expect(await names('pmOther')).toEqual(['轨道事业部'])
  })

  test('a division is founded and renamed with its aliases (G1); the name is taken once', async () => {
    const body = { name: '新能源事业部', aliases: ['营销中心', '市场部'] }
    const founded = await adm().createDivision({ body })
    expect(founded).toMatchObject({ ...body, companyName: '卓维', peopleCount: 0, can: { update: true } })
    expect(await refusal(adm().createDivision({ body }))).toMatchObject({
      code: 'duplicate_record',
      errors: [{ path: 'name', message: '已经有同名的事业部' }],
    })
    const params = { id: founded.id }
    const rename = () => adm().updateDivision({ params, body: { name: '新能源部', version: 1 } })
    expect(await rename()).toMatchObject({ name: '新能源部', aliases: [], version: 2 })
    expect(await refusal(rename())).toMatchObject({ code: 'version_conflict' })
  })

  test('nobody but the administrator founds or renames one', async () => {
    for (const who of ['gm', 'dm', 'pm'] as const) {
      const { organisation } = world.as(world.people[who])
      expect(await refusal(organisation.createDivision({ body: { name: '甲' } }))).toMatchObject({
        status: 403,
      })
      const params = { id: world.divisionId }
      expect(
        await refusal(organisation.updateDivision({ params, body: { name: '甲', version: 1 } })),
      ).toMatchObject({
        status: 403,
      })
    }
    const unknown = { params: { id: crypto.randomUUID() }, body: { name: '甲', version: 1 } }
    expect(await refusal(adm().updateDivision(unknown))).toMatchObject({ status: 404 })
  })
})
