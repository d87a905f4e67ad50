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

describe('taking somebody on', () => {
  test('one step gives person, position, regions, superior, account and one event; the superior is found', async () => {
    const { person, temporaryPassword } = await adm().onboard({
      body: candidate(world, { phone: '', email: '' }),
    })
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

  test.each([
    ['1900-01-01', '入职日期不会早于 1976-11-23，请核对年份'],
    ['2036-12-01', '入职日期最晚填到 2027-11-23，请核对年份'],
  ])('a slip of the year (%s) is refused beside the field', async (entryDate, message) => {
    const { person } = await adm().onboard({ body: candidate(world) })
    const errors = [{ path: 'entryDate', message }]
    expect(await refusal(adm().onboard({ body: candidate(world, { entryDate }) }))).toMatchObject({ errors })
    const { username = '', employeeNo = '' } = person.record ?? {}
    const later = adm().updatePerson({
      params: { id: person.id },
      body: { name: person.name, username, employeeNo, phone: '', email: '', entryDate, version: 1 },
    })
    expect(await refusal(later)).toMatchObject({ errors })
  })

  test('somebody who begins next month is listed as coming', async () => {
    const { person } = await adm().onboard({ body: candidate(world, { entryDate: '2026-12-01' }) })
    expect(person.state).toBe('upcoming')
  })

  test('neither the password nor its hash is kept anywhere to be read', async () => {
    const key = crypto.randomUUID()
    const { temporaryPassword } = await adm().onboard({ body: candidate(world), idempotencyKey: key })
    for (const table of ['idempotency_keys', 'events', 'audit_log']) {
      const { rows } = await world.services.pool.query(`select * from ${table}`)
      expect(JSON.stringify(rows)).not.toContain(temporaryPassword)
      expect(JSON.stringify(rows)).not.toContain('argon2')
    }
  })

  test('a name and a number in use are both said, each beside its field; nothing is half done', async () => {
    const first = candidate(world)
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
    const body = candidate(world)
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
    ['in the year of a slip', () => ({ entryDate: '1900-01-01' }), 'entryDate'],
    ['three years ahead', () => ({ entryDate: '2029-11-23' }), 'entryDate'],
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
    const { status, errors } = await refusal(adm().onboard({ body: candidate(world, more()) }))
    expect(status).toBe(422)
    expect(errors?.map((error) => error.path)).toContain(path)
  })

  test.each(['gm', 'dm', 'spm', 'pm', 'oa', 'att'] as const)('%s takes nobody on', async (who) => {
    const call = world.as(world.people[who]).organisation.onboard({ body: candidate(world) })
    expect(await refusal(call)).toMatchObject({ status: 403 })
  })

  test('a stranger takes nobody on', async () => {
    expect(await refusal(world.as(null).organisation.onboard({ body: candidate(world) }))).toMatchObject({
      status: 401,
    })
  })
})
