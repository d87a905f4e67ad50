import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { refusal } from '../testing/refusal.ts'
import { createWorld, type World } from '../testing/world.ts'

let world: World
let nth = 0
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const adm = () => world.as(world.people.adm).organisation

const candidate = (more: object = {}) => {
  nth += 1
  return {
    name: '高思',
    username: `gaosi${nth}`,
    employeeNo: `ZW-1${nth}`,
    role: 'pm' as const,
    divisionId: world.divisionId,
    regionIds: [world.regions.lanhai],
    entryDate: '2026-11-23',
    ...more,
  }
}

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

describe('taking somebody on', () => {
  test('one step gives person, position, regions, superior, account and one event; the superior is found', async () => {
    const { person, temporaryPassword } = await adm().onboard({ body: candidate({ phone: '', email: '' }) })
    expect(person).toMatchObject({
      manager: { name: '安培之' },
      regions: [{ name: '澜海片区', owned: false }],
      record: { passwordChangeDue: true, phone: null, email: null, lastSignInAt: null, leavingDate: null },
      state: 'active',
      version: 1,
    })
    expect(temporaryPassword).toMatch(/^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$/)
    const events = await world.services.db
      .selectFrom('events')
      .select(['verb', 'summary'])
      .where('subjectId', '=', person.id)
      .execute()
    expect(events).toEqual([{ verb: 'person.onboarded', summary: '高思入职，项目主管，2026-11-23 起' }])
  })

  test('somebody who begins next month is listed as coming', async () => {
    const { person } = await adm().onboard({ body: candidate({ entryDate: '2026-12-01' }) })
    expect(person.state).toBe('upcoming')
  })

  test('neither the password nor its hash is kept anywhere to be read', async () => {
    const key = crypto.randomUUID()
    const { temporaryPassword } = await adm().onboard({ body: candidate(), idempotencyKey: key })
    for (const table of ['idempotency_keys', 'events', 'audit_log']) {
      const { rows } = await world.services.pool.query(`select * from ${table}`)
      expect(JSON.stringify(rows)).not.toContain(temporaryPassword)
      expect(JSON.stringify(rows)).not.toContain('argon2')
    }
  })

  test('a name and a number in use are both said, each beside its field; nothing is half done', async () => {
    const first = candidate()
    await adm().onboard({ body: first })
    const again = adm().onboard({ body: { ...first, username: first.username.toUpperCase() } })
    expect(await refusal(again)).toMatchObject({
      status: 409,
      errors: [
        { path: 'username', message: '这个用户名已经有人用了' },
        { path: 'employeeNo', message: '这个工号已经有人用了' },
      ],
    })
  })

  test('of two administrators who take on the same person at once one is told so', async () => {
    const body = candidate()
    const results = await Promise.all(
      [1, 2].map(() =>
        adm()
          .onboard({ body })
          .catch((error) => error.problem.code),
      ),
    )
    expect(results.filter((result) => result === 'duplicate_record')).toHaveLength(1)
  })

  test.each<[string, () => object, string]>([
    ['without a name', () => ({ name: ' ' }), 'name'],
    ['with a user name in Chinese', () => ({ username: '高思' }), 'username'],
    ['with a date that does not exist', () => ({ entryDate: '2026-02-30' }), 'entryDate'],
    ['with half an e-mail address', () => ({ email: 'gaosi@' }), 'email'],
    ['without a division', () => ({ divisionId: null, regionIds: [] }), 'divisionId'],
    [
      'with a division that does not exist',
      () => ({ divisionId: crypto.randomUUID(), regionIds: [] }),
      'divisionId',
    ],
    ['with a region of another division', () => ({ regionIds: [world.regions.elsewhere] }), 'regionIds'],
    ['with a region that does not exist', () => ({ regionIds: [crypto.randomUUID()] }), 'regionIds'],
    ['under a colleague', () => ({ managerId: world.people.spm.id }), 'managerId'],
    ['under the manager of another division', () => ({ managerId: world.people.dmOther.id }), 'managerId'],
    ['under nobody known', () => ({ managerId: crypto.randomUUID() }), 'managerId'],
    [
      'as attendance clerk without being an office clerk',
      () => ({ attendanceClerk: true }),
      'attendanceClerk',
    ],
    ['as administrator inside a division', () => ({ role: 'adm' }), 'divisionId'],
  ])('nobody is taken on %s', async (_, more, path) => {
    const { status, errors } = await refusal(adm().onboard({ body: candidate(more()) }))
    expect(status).toBe(422)
    expect(errors?.map((error) => error.path)).toContain(path)
  })

  test.each(['gm', 'dm', 'spm', 'pm', 'oa', 'att'] as const)('%s takes nobody on', async (who) => {
    const call = world.as(world.people[who]).organisation.onboard({ body: candidate() })
    expect(await refusal(call)).toMatchObject({ status: 403 })
  })

  test('a stranger takes nobody on', async () => {
    expect(await refusal(world.as(null).organisation.onboard({ body: candidate() }))).toMatchObject({
      status: 401,
    })
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
    const { person, temporaryPassword } = await adm().onboard({ body: candidate() })
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
    const { person } = await adm().onboard({ body: candidate() })
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
    const { person } = await adm().onboard({ body: candidate() })
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

  test('a reset password is told once, ends every session and must be changed', async () => {
    const { person, temporaryPassword } = await adm().onboard({ body: candidate() })
    const { username } = person.record ?? { username: '' }
    const here = world.as({ ...world.people.pm, id: person.id })
    await here.session.current()
    const reset = await adm().resetPassword({ params: { id: person.id }, body: { version: 1 } })
    expect(reset.temporaryPassword).not.toBe(temporaryPassword)
    await expect.poll(() => refusal(here.session.current())).toMatchObject({ code: 'not_signed_in' })
    const signIn = (password: string) => world.as(null).session.signIn({ body: { username, password } })
    expect(await refusal(signIn(temporaryPassword))).toMatchObject({ code: 'sign_in_failed' })
    expect(await signIn(reset.temporaryPassword)).toMatchObject({ passwordChangeDue: true })
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
