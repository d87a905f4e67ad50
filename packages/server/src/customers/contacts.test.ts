import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { untilWaiting } from '../testing/locks.ts'
import { refusal } from '../testing/refusal.ts'
import { createWorld, type World } from '../testing/world.ts'
import { enter } from './testing-customers.ts'

let world: World
let customerId: string
beforeAll(async () => {
  world = await createWorld()
  customerId = (await enter(world, world.people.pm, { contactName: '陆云程', contactPhone: '19900008888' }))
    .id
})
afterAll(() => world.close())

const contactsAs = async (person: keyof World['people']) =>
  world.as(world.people[person]).contacts.list({ params: { id: customerId } })

describe('联系人', () => {
  test('a second person is added, found by name, and can become the primary one', async () => {
    const owner = world.as(world.people.pm)
    const added = await owner.contacts.create({
      params: { id: customerId },
      body: {
        name: '顾南乔',
        position: '物资部主任',
        phone: '0871-63123456',
        level: 'middle',
        departmentKind: 'purchasing',
      },
    })
    expect(added).toMatchObject({ isPrimary: false, phoneMask: '0871-****3456', relationship: 'none' })
    const [first] = (await owner.customers.list({ query: { q: 'gnq' } })).items
    expect(first).toMatchObject({ id: customerId, contactCount: 2 })
    expect((await owner.contacts.makePrimary({ params: { id: added.id } })).isPrimary).toBe(true)
    expect((await owner.contacts.makePrimary({ params: { id: added.id } })).isPrimary).toBe(true)
    expect((await contactsAs('pm')).map((one) => [one.name, one.isPrimary])).toEqual([
      ['顾南乔', true],
      ['陆云程', false],
    ])
  })

  test('an edit without a phone keeps the phone; a stale one is told', async () => {
    const owner = world.as(world.people.pm)
    const [contact] = await contactsAs('pm')
    if (!contact) throw new Error('no contact')
    const body = { name: contact.name, position: '物资部副主任', version: contact.version }
    const edited = await owner.contacts.update({ params: { id: contact.id }, body })
    expect(edited).toMatchObject({ position: '物资部副主任', phoneMask: '0871-****3456' })
    const stale = await refusal(owner.contacts.update({ params: { id: contact.id }, body }))
    expect(stale).toMatchObject({
      code: 'version_conflict',
      facts: { current: { position: '物资部副主任' } },
    })
    const emptied = await owner.contacts.update({
      params: { id: contact.id },
      body: { ...body, phone: null, version: edited.version },
    })
    expect(emptied.phoneMask).toBeNull()
  })

  test('removing the primary contact makes the eldest primary, and it can be undone', async () => {
    const owner = world.as(world.people.pm)
    const [primary, other] = await contactsAs('pm')
    if (!primary || !other) throw new Error('two contacts are expected')
    await owner.contacts.remove({ params: { id: primary.id } })
    expect((await refusal(owner.contacts.remove({ params: { id: primary.id } }))).status).toBe(404)
    expect(await contactsAs('pm')).toEqual([expect.objectContaining({ id: other.id, isPrimary: true })])
    expect((await owner.contacts.restore({ params: { id: primary.id } })).isPrimary).toBe(false)
    expect(await contactsAs('pm')).toHaveLength(2)
  })

  test('wrong fields are told all at once', async () => {
    const problem = await refusal(
      world.as(world.people.pm).contacts.create({
        params: { id: customerId },
        body: { name: '', position: '', phone: '1', email: 'x' },
      }),
    )
    expect(problem.errors?.map((one) => one.path)).toEqual(['name', 'position', 'phone', 'email'])
  })
})

describe('the same person twice at one customer (六.3.1)①)', () => {
  const added = async () => {
    const { id } = await enter(world, world.people.pm, {
      contactName: '陆云程',
      contactPhone: `199${String(Date.now()).slice(-8)}`,
    })
    const [first] = await world.as(world.people.pm).contacts.list({ params: { id } })
    if (!first) throw new Error('no contact')
    return { id, first }
  }
  const twin = { position: '物资部主任', phone: '0871-63123456' }

  test.each([
    ['of the same name', { name: ' 陆 云程', phone: null }, '这家客户已经有一位陆云程（信通公司主任）'],
    ['with the same number', { name: '顾南乔' }, '这个电话已经记在程晚（物资部主任）名下'],
  ])('%s: refused in words, and saved when the person confirms it', async (_, more, sentence) => {
    const { id } = await added()
    const owner = world.as(world.people.pm)
    await owner.contacts.create({ params: { id }, body: { ...twin, name: '程晚' } })
    const body = { ...twin, ...more }
    const problem = await refusal(owner.contacts.create({ params: { id }, body }))
    expect(problem).toMatchObject({
      code: 'duplicate_record',
      detail: `${sentence}。不是同一个人，可以仍然保存。`,
      facts: { confirmable: true },
    })
    await owner.contacts.create({ params: { id }, body: { ...body, confirmDuplicates: true } })
    expect(await owner.contacts.list({ params: { id } })).toHaveLength(3)
  })

  test('a change may not make two of them one either; what stays as it was is not asked again', async () => {
    const { id, first } = await added()
    const owner = world.as(world.people.pm)
    const other = await owner.contacts.create({ params: { id }, body: { ...twin, name: '程晚' } })
    const change = (body: object) =>
      owner.contacts.update({
        params: { id: other.id },
        body: { ...twin, name: '程晚', version: 1, ...body },
      })
    const { code } = await refusal(change({ name: first.name }))
    expect(code).toBe('duplicate_record')
    const changed = await change({ name: first.name, confirmDuplicates: true })
    expect(changed).toMatchObject({ name: first.name, version: 2 })
    expect(await change({ name: first.name, version: 2, position: '物资部副主任' })).toMatchObject({
      version: 3,
    })
  })

  test('another customer may have somebody of that name, and so may one whose namesake was removed', async () => {
    const one = await added()
    const two = await added()
    const owner = world.as(world.people.pm)
    expect(two.first.name).toBe(one.first.name)
    await owner.contacts.remove({ params: { id: one.first.id } })
    const body = { ...twin, name: one.first.name }
    expect(await owner.contacts.create({ params: { id: one.id }, body })).toMatchObject({ isPrimary: true })
  })

  test('two people who add the same person at once add one', async () => {
    const { pm, oa } = world.people
    const { id } = await added()
    const body = { ...twin, name: '程晚' }
    const results = await Promise.allSettled(
      [pm, oa].map((person) => world.as(person).contacts.create({ params: { id }, body })),
    )
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })
})

describe('who sees and changes the contacts', () => {
  test('a colleague of the region sees only that there is somebody', async () => {
    const [contact] = await contactsAs('pmSameRegion')
    expect(contact).toMatchObject({ name: '陆**', position: '信通公司主任', phoneMask: '****', email: null })
    const seen = await world.as(world.people.pmSameRegion).customers.get({ params: { id: customerId } })
    expect(seen).toMatchObject({ contactsMasked: true, contacts: [{ name: '陆**' }, {}] })
    expect(JSON.stringify(seen)).not.toContain('陆云程')
  })

  test('nor does the timeline tell a colleague about contacts', async () => {
    const timeline = (person: keyof World['people']) =>
      world.as(world.people[person]).customers.timeline({ params: { id: customerId }, query: {} })
    expect(JSON.stringify(await timeline('pm'))).toContain('新增联系人顾南乔')
    expect(JSON.stringify(await timeline('pmSameRegion'))).not.toContain('顾南乔')
    expect((await timeline('pmSameRegion')).items.map((one) => one.verb)).toEqual(['customer.created'])
  })

  test('a stranger, another region and the administrator see nothing', async () => {
    expect((await refusal(world.as(null).contacts.list({ params: { id: customerId } }))).status).toBe(401)
    expect((await refusal(contactsAs('pmOtherRegion'))).status).toBe(404)
    expect((await refusal(contactsAs('adm'))).status).toBe(403)
  })

  test('only those who work with the customer change its contacts', async () => {
    const [contact] = await contactsAs('pm')
    if (!contact) throw new Error('no contact')
    const params = { id: contact.id }
    expect((await refusal(world.as(world.people.pmSameRegion).contacts.remove({ params }))).status).toBe(403)
    expect((await refusal(world.as(world.people.pmOtherRegion).contacts.remove({ params }))).status).toBe(404)
    expect((await refusal(world.as(world.people.gm).contacts.remove({ params }))).status).toBe(403)
  })
})

describe('two people at once', () => {
  test('a contact that is being removed does not become the primary one', async () => {
    const { pm } = world.people
    const { id } = await enter(world, pm)
    const owner = world.as(pm)
    const { id: second } = await owner.contacts.create({
      params: { id },
      body: { name: '顾南乔', position: '物资部主任' },
    })
    const promoted = await world.services.db.transaction().execute(async (trx) => {
      await trx.selectFrom('customers').select('id').where('id', '=', id).forUpdate().execute()
      const answer = refusal(owner.contacts.makePrimary({ params: { id: second } }))
      await untilWaiting(world, 1)
      const deletedAt = world.services.clock.now()
      await trx.updateTable('contacts').set({ deletedAt }).where('id', '=', second).execute()
      return { answer }
    })
    expect((await promoted.answer).status).toBe(404)
    expect(await owner.contacts.list({ params: { id } })).toMatchObject([{ isPrimary: true }])
  })
})

describe('the whole phone number (三.1)', () => {
  test('is shown on request to whoever sees the contact, and each look is in the audit log', async () => {
    const contact = (await contactsAs('pm')).find((one) => one.name === '陆云程')
    if (!contact) throw new Error('no contact')
    const params = { id: contact.id }
    const viewers = ['pm', 'spm', 'dm', 'oa', 'gm'] as const
    for (const person of viewers) {
      expect(await world.as(world.people[person]).contacts.revealPhone({ params })).toEqual({
        phone: '19900008888',
      })
    }
    expect((await refusal(world.as(world.people.pmSameRegion).contacts.revealPhone({ params }))).status).toBe(
      403,
    )
    const looks = await world.services.db
      .selectFrom('auditLog')
      .select('actorName')
      .where('action', '=', 'contact.phone_viewed')
      .where('subjectId', '=', contact.id)
      .orderBy('id')
      .execute()
    expect(looks.map((look) => look.actorName)).toEqual(viewers.map((person) => world.people[person].name))
  })

  test('no table holds it readable', async () => {
    const { db } = world.services
    const rows = [
      await db.selectFrom('contacts').selectAll().execute(),
      await db.selectFrom('events').selectAll().execute(),
      await db.selectFrom('auditLog').selectAll().execute(),
      await db.selectFrom('customers').selectAll().execute(),
    ]
    expect(JSON.stringify(rows)).not.toContain('19900008888')
  })
})
