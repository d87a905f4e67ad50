import { emptyProfile } from '@zhuowei/domain/profiles/profile.ts'
import type { PersonalRequestKind } from '@zhuowei/domain/profiles/request.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { refusal } from '../testing/refusal.ts'
import { toldTo } from '../testing/reporting.ts'
import { createWorld, type Person, type World } from '../testing/world.ts'

let world: World
let customerId: string
let contactId: string
let nth = 0
/** Another one for each test, so that it can be looked for everywhere. */
let name: string
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  world.setNow('2026-11-23T10:00:00+08:00')
  nth += 1
  name = `宗泊${'甲乙丙丁戊己庚辛壬癸'[nth]}`
  const made = await world.as(world.people.pm).customers.create({
    body: {
      name: `听涛供电公司${nth}`,
      contactName: name,
      contactPosition: '计量班长',
      contactPhone: `138000043${10 + nth}`,
      status: 'contacting',
      regionId: world.regions.yunling,
      source: 'phone',
    },
    idempotencyKey: `customer-of-request-${nth}`,
  })
  customerId = made.id
  contactId = made.contacts[0]?.id ?? ''
})

const requests = (as: Person) => world.as(as).personalRequests
const record = (kind: PersonalRequestKind, as: Person = world.people.pm, more: object = {}) =>
  requests(as).record({
    params: { id: contactId },
    body: { kind, receivedOn: '2026-11-23', evidence: `${name}来电，回拨名片号码核实`, ...more },
  })
const get = (id: string, as: Person = world.people.dm) => requests(as).get({ params: { id } })
const decide = (id: string, agree = true, as: Person = world.people.dm) =>
  requests(as).decide({
    params: { id },
    body: { version: 1, agree, answer: agree ? '已处理' : '无法核实身份' },
  })
const erase = (id: string, version = 2) =>
  requests(world.people.adm).erase({ params: { id }, body: { version } })
const saveProfile = () =>
  world.as(world.people.pm).profiles.save({
    params: { id: contactId },
    body: {
      ...emptyProfile,
      expertise: '计量',
      ...{ purpose: '拜访前准备', basis: 'provided', source: '交流会', version: 0 },
    },
  })
const codeOf = async (call: Promise<unknown>) => (await refusal(call)).code
const todayOf = async (as: Person, id: string) =>
  (await world.as(as).today.get()).items.find(({ key }) => key === `personal-request:${id}`)

describe('个人信息保护法 44–47, 50: a person asks, and is answered within 15 working days', () => {
  test('whoever hears it records it; the manager is told at once and sees the clock in 今天', async () => {
    const made = await record('correct')
    expect(made).toMatchObject({ number: `GR-2026-${made.number.slice(-3)}`, dueOn: '2026-12-14' })
    expect((await toldTo(world, world.people.dm)).map(({ title }) => title)).toContain(
      `个人信息请求 ${made.number}（更正、补充），2026-12-14 前办结`,
    )
    expect(await todayOf(world.people.dm, made.id)).toMatchObject({ action: { label: '处理' } })
    expect(await get(made.id)).toMatchObject({ contact: { name }, can: { decide: true, erase: false } })
    expect(await decide(made.id)).toMatchObject({ state: 'done', answer: '已处理' })
    expect(await todayOf(world.people.dm, made.id)).toBeUndefined()
    expect(
      await codeOf(
        requests(world.people.dm).decide({
          params: { id: made.id },
          body: { version: 2, agree: true, answer: '再来' },
        }),
      ),
    ).toBe('nothing_to_decide')
  })

  test('a date to come or long ago is a slip, and the same request twice is one', async () => {
    for (const receivedOn of ['2026-11-24', '2026-09-23'])
      expect((await refusal(record('copy', undefined, { receivedOn }))).errors?.[0]?.path).toBe('receivedOn')
    const made = await record('copy')
    expect((await refusal(record('copy'))).detail).toContain(made.number)
    await record('erase')
  })

  test('two managers’ clicks: the later one is told that somebody was faster', async () => {
    const { id } = await record('copy')
    const both = await Promise.allSettled([decide(id), decide(id, false)])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('a refusal says why and leaves everything as it is', async () => {
    await saveProfile()
    const { id } = await record('erase')
    expect(await decide(id, false)).toMatchObject({ state: 'refused', answer: '无法核实身份' })
    expect(await codeOf(erase(id))).toBe('nothing_to_decide')
    const { state } = await world.as(world.people.pm).profiles.status({ params: { id: contactId } })
    expect(state).toBe('kept')
  })

  test('a copy holds everything we know, and each copy is on record', async () => {
    await saveProfile()
    const { id, number } = await record('copy')
    const copy = await requests(world.people.dm).copy({ params: { id } })
    expect(copy).toMatchObject({
      name,
      phone: `138000043${10 + nth}`,
      profile: { expertise: '计量' },
      activities: 0,
    })
    const { rows } = await world.services.pool.query(
      "select detail from audit_log where action = 'personal_request.copied' and subject_id = $1",
      [id],
    )
    expect(rows).toEqual([{ detail: { number } }])
  })

  test('who withdraws his consent loses the profile, and keeps his place in the address book', async () => {
    await saveProfile()
    const { id } = await record('withdraw')
    await decide(id)
    const status = await world.as(world.people.pm).profiles.status({ params: { id: contactId } })
    expect(status).toMatchObject({ state: 'none', contact: { name } })
  })
})

describe('个人信息保护法 47: an erasure', () => {
  test('needs manager and administrator; the administrator learns no name', async () => {
    const { id, number } = await record('erase')
    expect(await codeOf(erase(id, 1))).toBe('nothing_to_decide')
    expect(await decide(id)).toMatchObject({ state: 'approved', finishedAt: null })
    expect(await todayOf(world.people.adm, id)).toMatchObject({ action: { label: '删除' } })
    const seen = await get(id, world.people.adm)
    expect(seen).toMatchObject({ number, customer: null, contact: null, can: { erase: true } })
    expect(JSON.stringify(seen)).not.toContain(name)
  })

  test('leaves the person nowhere but in the visit and its event, and proves what was done without saying what stood there', async () => {
    await saveProfile()
    await world.as(world.people.pm).activities.record({
      body: {
        ...{ kind: 'visit', customerId, happenedAt: '2026-11-20T10:00:00+08:00', contactIds: [contactId] },
        visitorIds: [world.people.pm.id],
        ...{ content: `和${name}核对计量指标`, result: '已确认', problem: '无' },
      },
    })
    const { id } = await record('erase')
    await decide(id)
    const done = await erase(id)
    expect(done).toMatchObject({ state: 'done', proof: { profile: true, more: false, mentions: [] } })
    const proof = (await get(id)).proof
    expect(proof).toMatchObject({ profile: true, mentions: [{ kind: 'activity', on: '2026-11-20' }] })
    expect(proof?.storedReplies).toBeGreaterThan(0)
    expect(await tablesNaming(name)).toEqual(['activities', 'events'])
    const asDm = world.as(world.people.dm)
    const params = { id: customerId }
    expect(JSON.stringify(await asDm.customers.get({ params }))).not.toContain(name)
    const timeline = await asDm.customers.timeline({ params })
    expect(
      timeline.items
        .filter(({ activity }) => !activity)
        .map(({ summary }) => summary)
        .join(),
    ).not.toContain(name)
    expect((await asDm.customers.list({ query: { q: name } })).items).toEqual([])
    expect(await codeOf(erase(id, 3))).toBe('nothing_to_decide')
  })

  test('lists the tasks, verbal reports, suggestions and minutes that still name the person', async () => {
    const { pm, dm } = world.people
    const body = { subject: `请${name}确认指标`, dueOn: '2026-11-30', ownerId: pm.id }
    await world.as(dm).tasks.assign({ body })
    await world.as(pm).verbalReports.record({ body: { topic: `${name}来电催交货` } })
    await world.as(pm).suggestions.record({
      body: { type: 'proposal', subject: '样品登记', content: `${name}说样品没有登记` },
    })
    const { id } = await record('erase')
    await decide(id)
    await erase(id)
    const kinds = (await get(id)).proof?.mentions.map(({ kind }) => kind)
    expect(kinds?.toSorted()).toEqual(['suggestion', 'task', 'verbal_report'])
  })

  test('the next contact becomes the primary one', async () => {
    await world.as(world.people.pm).contacts.create({
      params: { id: customerId },
      body: { name: '叶疏桐', position: '所长' },
    })
    const { id } = await record('erase')
    await decide(id)
    await erase(id)
    const contacts = await world.as(world.people.pm).contacts.list({ params: { id: customerId } })
    expect(contacts).toMatchObject([{ name: '叶疏桐', isPrimary: true }])
  })
})

async function tablesNaming(word: string): Promise<string[]> {
  const { rows: tables } = await world.services.pool.query<{ name: string }>(
    "select table_name as name from information_schema.tables where table_schema = 'public' order by 1",
  )
  const naming: string[] = []
  for (const { name: table } of tables) {
    const { rows } = await world.services.pool.query(
      `select 1 from "${table}" t where position($1 in t::text) > 0 limit 1`,
      [word],
    )
    if (rows.length > 0) naming.push(table)
  }
  return naming
}
