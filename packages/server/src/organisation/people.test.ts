import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { refusal } from '../testing/refusal.ts'
import { createWorld, type World } from '../testing/world.ts'
import { candidate } from './testing/candidate.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const adm = () => world.as(world.people.adm).organisation

describe('looking people up', () => {
  test('everybody sees the directory of the own division, from the top down, without the personnel records', async () => {
    const { items } = await world.as(world.people.pm).organisation.people()
    expect(items.map(({ name }) => name)).toEqual([
      '安培之',
      '傅特',
      '欧牧',
      '焦尔',
      '瓦澜',
      '韦博',
      '亨礼',
      '西蒙',
    ])
    expect(items.every(({ record }) => record === null)).toBe(true)
    expect(items.find(({ name }) => name === '傅特')).toMatchObject({
      role: 'spm',
      roleLabel: '高级项目主管',
      division: { name: '电力事业部' },
      regions: [{ name: '云岭片区', owned: true }],
      manager: { name: '安培之' },
      state: 'active',
      can: { update: false, depart: false, reinstate: false, resetPassword: false },
    })
  })

  test.each([
    ['the general manager', 'gm', '轨道事业部', true],
    ['the administrator', 'adm', '轨道事业部', true],
    ['the division manager', 'dm', '电力事业部', true],
    ['an office clerk', 'oa', '电力事业部', false],
    ['a supervisor of another division', 'pmOther', '轨道事业部', false],
  ] as const)(
    '%s sees the people within reach, with or without their records',
    async (_, who, division, records) => {
      const { items } = await world
        .as(world.people[who])
        .organisation.people({ query: { role: ['dm', 'pm', 'oa'] } })
      const divisions = new Set(items.map((person) => person.division?.name))
      expect(divisions.has(division)).toBe(true)
      expect(divisions.size).toBe(who === 'gm' || who === 'adm' ? 2 : 1)
      expect(items.every(({ record }) => (record !== null) === records)).toBe(true)
    },
  )

  test('somebody of another division is not there at all', async () => {
    const call = world.as(world.people.pm).organisation.person({ params: { id: world.people.pmOther.id } })
    expect(await refusal(call)).toMatchObject({ status: 404, code: 'not_found' })
  })

  test.each([
    ['two characters of the name', { search: '瓦澜' }, ['瓦澜']],
    ['part of the user name', { search: 'pmsame' }, ['瓦澜']],
    ['a sign that means something to the database', { search: '%' }, []],
    ['those who have left', { state: 'left' }, ['库伦']],
    ['a role', { role: 'oa' }, ['亨礼', '西蒙']],
  ] as const)('people are found by %s', async (_, query, names) => {
    const { items } = await world.as(world.people.dm).organisation.people({ query })
    expect(items.map(({ name }) => name)).toEqual(names)
  })

  test('people are found by region and division', async () => {
    const { items } = await adm().people({
      query: { regionId: world.regions.elsewhere, divisionId: world.otherDivisionId },
    })
    expect(items.map(({ name }) => name)).toEqual(['陆远'])
  })

  test('pages follow each other without gaps or repetitions', async () => {
    const names: string[] = []
    let cursor: string | undefined
    do {
      const page = await adm().people({ query: { limit: 5, state: 'all', cursor } })
      names.push(...page.items.map(({ id }) => id))
      cursor = page.next ?? undefined
    } while (cursor)
    expect(names).toHaveLength(13)
    expect(new Set(names).size).toBe(13)
    expect(await refusal(adm().people({ query: { cursor: 'x' } }))).toMatchObject({ status: 422 })
    const wrong = Buffer.from('["x","y"]').toString('base64url')
    expect((await refusal(adm().people({ query: { cursor: wrong } }))).status).toBeLessThan(500)
  })
})

describe('changing somebody', () => {
  const personal = {
    name: '高斯',
    employeeNo: 'ZW-900',
    entryDate: '2026-11-23',
    phone: '19900001234',
    email: null,
  }

  test('name and account change together, and the person signs in with the new name', async () => {
    const { person, temporaryPassword } = await adm().onboard({ body: candidate(world) })
    const body = { ...personal, username: 'gauss', version: 1 }
    const updated = await adm().updatePerson({ params: { id: person.id }, body })
    expect(updated).toMatchObject({
      name: '高斯',
      version: 2,
      record: { username: 'gauss', phone: '19900001234' },
    })
    const signedIn = await world
      .as(null)
      .session.signIn({ body: { username: 'gauss', password: temporaryPassword } })
    expect(signedIn.person.name).toBe('高斯')
  })

  test('of two administrators at once the second sees both versions', async () => {
    const { person } = await adm().onboard({ body: candidate(world) })
    const params = { id: person.id }
    await adm().updatePerson({
      params,
      body: { ...personal, employeeNo: 'ZW-901', username: 'first', version: 1 },
    })
    const second = adm().updatePerson({
      params,
      body: { ...personal, employeeNo: 'ZW-902', username: 'second', version: 1 },
    })
    expect(await refusal(second)).toMatchObject({
      status: 409,
      code: 'version_conflict',
      facts: {
        current: { version: 2, record: { username: 'first' } },
        yours: { version: 1, username: 'second' },
      },
    })
  })

  test('a promotion takes effect with the next request of the person', async () => {
    const { person } = await adm().onboard({ body: candidate(world) })
    const browser = world.as({ ...world.people.pm, id: person.id })
    expect((await browser.session.current()).rights).not.toContain('customers.import')
    const position = { role: 'oa' as const, divisionId: world.divisionId, attendanceClerk: true, version: 1 }
    const changed = await adm().reassign({ params: { id: person.id }, body: position })
    expect(changed).toMatchObject({
      role: 'oa',
      attendanceClerk: true,
      regions: [],
      manager: { name: '安培之' },
    })
    await expect.poll(async () => (await browser.session.current()).rights).toContain('customers.import')
  })

  test('a region owner keeps the region until somebody else owns it', async () => {
    const { spm } = world.people
    const before = await adm().person({ params: { id: spm.id } })
    const position = { role: 'spm' as const, divisionId: world.divisionId, regionIds: [world.regions.lanhai] }
    const call = adm().reassign({ params: { id: spm.id }, body: { ...position, version: before.version } })
    expect(await refusal(call)).toMatchObject({
      status: 409,
      code: 'handover_due',
      detail: '仍是云岭片区的片区经理，请先指定新的片区经理',
    })
  })

  test('a manager to whom people report does not simply change place', async () => {
    const { dm } = world.people
    const body = { role: 'gm' as const, version: 1 }
    const { code, detail } = await refusal(adm().reassign({ params: { id: dm.id }, body }))
    expect(code).toBe('handover_due')
    expect(detail).toMatch(/还有 \d+ 人以其为直接上司/)
  })

  test('the last administrator stays administrator', async () => {
    const body = { role: 'gm' as const, version: 1 }
    expect(await refusal(adm().reassign({ params: { id: world.people.adm.id }, body }))).toMatchObject({
      status: 409,
      code: 'last_administrator',
    })
  })

  test.each([
    ['updatePerson', { ...personal, username: 'x1', version: 1 }],
    ['reassign', { role: 'gm' as const, version: 1 }],
    ['resetPassword', { version: 1 }],
    ['depart', { leavingDate: '2026-11-23', handover: { to: null }, version: 1 }],
    ['reinstate', { version: 1 }],
  ] as const)('%s is the administrator’s alone, and nobody unknown is changed', async (operation, body) => {
    const call = (who: 'dm' | 'gm' | 'adm', id: string) =>
      // each operation takes its own body from the table above
      (world.as(world.people[who]).organisation[operation] as (call: object) => Promise<unknown>)({
        params: { id },
        body,
      })
    expect(await refusal(call('dm', world.people.pm.id))).toMatchObject({ status: 403 })
    expect(await refusal(call('gm', world.people.pm.id))).toMatchObject({ status: 403 })
    expect(await refusal(call('adm', crypto.randomUUID()))).toMatchObject({ status: 404 })
  })
})

describe('what the organisation still lacks', () => {
  test('is told to the administrator alone, from the top down, with the way to fill it', async () => {
    await world.services.db
      .updateTable('people')
      .set({ leavingDate: '2026-11-20' })
      .where('id', 'in', [world.people.gm.id, world.people.dm.id])
      .execute()
    const { gaps } = await adm().people({ query: {} })
    expect(gaps.slice(0, 2)).toEqual([
      {
        text: expect.stringContaining('还没有总经理'),
        label: '办理总经理入职',
        to: '/settings/people/new?role=gm',
      },
      {
        text: expect.stringMatching(/^电力事业部还没有经理/),
        label: '办理经理入职',
        to: `/settings/people/new?role=dm&divisionId=${world.divisionId}`,
      },
    ])
    expect((await world.as(world.people.pm).organisation.people({ query: {} })).gaps).toEqual([])
  })

  test('the numbers beside the roles count what the list would show', async () => {
    const { items, roles } = await adm().people({ query: { divisionId: [world.divisionId], limit: 200 } })
    for (const { role, people } of roles)
      expect([role, items.filter((item) => item.role === role).length]).toEqual([role, people])
    const narrowed = await adm().people({ query: { divisionId: [world.divisionId], role: ['oa'] } })
    expect(narrowed.roles).toEqual(roles)
  })
})
