import { emptyProfile } from '@zhuowei/domain/profiles/profile.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { makeTarget, type Target } from '../testing/access-matrix/targets.ts'
import { refusal } from '../testing/refusal.ts'
import { toldTo } from '../testing/reporting.ts'
import { createWorld, type Person, type World } from '../testing/world.ts'
import { expireProfiles } from './expire.ts'

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

const input = {
  ...emptyProfile,
  expertise: '继电保护',
  interests: '钓鱼',
  purpose: '拜访前准备',
  basis: 'provided',
  source: '9 月交流会上本人谈起',
  version: 0,
} as const
const params = () => ({ id: target.contactId })
const profiles = (as: Person = world.people.pm) => world.as(as).profiles
const save = (body: object = {}, as?: Person) =>
  profiles(as).save({ params: params(), body: { ...input, ...body } })
const view = (as?: Person, reason = '明天拜访') => profiles(as).view({ params: params(), body: { reason } })
const status = (as?: Person) => profiles(as).status({ params: params() })
const codeOf = async (call: Promise<unknown>) => (await refusal(call)).code
const audited = async (action: string) =>
  world.services.db
    .selectFrom('auditLog')
    .select(['actorName', 'detail'])
    .where('action', '=', action)
    .where('subjectId', '=', target.contactId)
    .execute()

describe('六.3.1)④ a profile is kept with purpose, basis and source, and looked at with a reason', () => {
  test('the owner writes it, and each look of owner and manager is in the audit with its reason', async () => {
    expect(await status()).toMatchObject({ state: 'none', version: 0, can: { save: true, view: false } })
    expect(await save()).toMatchObject({ state: 'kept', version: 1, expiresOn: '2028-11-23' })
    expect(await view(world.people.dm, '核对招待安排')).toMatchObject({
      expertise: '继电保护',
      source: '9 月交流会上本人谈起',
      savedBy: { name: '焦尔' },
    })
    await view()
    expect(await audited('contact.profile_viewed')).toEqual([
      { actorName: '安培之', detail: { customerId: target.customerId, reason: '核对招待安排' } },
      { actorName: '焦尔', detail: { customerId: target.customerId, reason: '明天拜访' } },
    ])
  })

  test('without a reason there is no look; without purpose, basis, source or words nothing is kept', async () => {
    await save()
    expect((await refusal(view(undefined, ' '))).errors).toEqual([
      { path: 'reason', message: '请填写查看事由' },
    ])
    const refused = await refusal(save({ purpose: '', basis: '', source: '', version: 1 }))
    expect(refused.errors?.map(({ path }) => path)).toEqual(['purpose', 'basis', 'source'])
    expect((await refusal(save({ ...emptyProfile, version: 1 }))).errors).toEqual([
      { path: 'experience', message: '至少填写一项，不需要的可以清除' },
    ])
  })

  test('the same key asked twice is two looks: an answer with personal words is never stored', async () => {
    await save()
    const again = () =>
      profiles().view({ params: params(), body: { reason: '准备拜访' }, idempotencyKey: 'look-0001-0001' })
    await again()
    await again()
    expect(await audited('contact.profile_viewed')).toHaveLength(2)
  })

  test('two people who write at once: the second one is told, and not what the first one wrote', async () => {
    await save()
    const stale = await refusal(save({ expertise: '别的' }))
    expect(stale).toMatchObject({ code: 'version_conflict' })
    expect(JSON.stringify(stale)).not.toContain('继电保护')
  })

  test('the next owner of the customer takes the profile over, the former one sees it no more', async () => {
    await save()
    await world.as(world.people.dm).customers.transfer({
      body: { ids: [target.customerId], toOwnerId: world.people.pmSameRegion.id, reason: '片区调整' },
    })
    expect((await view(world.people.pmSameRegion)).expertise).toBe('继电保护')
    expect(await codeOf(view())).toBe('forbidden')
  })

  test('removing it is for good, and again changes nothing', async () => {
    await save()
    expect(await profiles().remove({ params: params() })).toMatchObject({ state: 'none' })
    expect(await profiles().remove({ params: params() })).toMatchObject({ state: 'none' })
    expect(await audited('contact.profile_removed')).toHaveLength(1)
    expect(await codeOf(view())).toBe('not_found')
  })
})

describe('个人信息保护法 28, 29: sensitive data', () => {
  test('is taken out, or kept with the person’s consent to exactly that', async () => {
    const family = '女儿 6 岁'
    expect((await refusal(save({ family }))).errors).toEqual([
      { path: 'family', message: '像是未成年子女：请删去，或确认已取得本人单独同意' },
    ])
    expect((await refusal(save({ family, separateConsent: true }))).errors).toEqual([
      { path: 'basis', message: '含敏感个人信息时，依据只能是“本人同意”' },
    ])
    await save({ family, separateConsent: true, basis: 'consent' })
    expect(await view()).toMatchObject({ family, separateConsent: true })
  })

  test('a consent that nothing in the text needs is not recorded', async () => {
    await save({ separateConsent: true })
    expect((await view()).separateConsent).toBe(false)
  })
})

describe('G25 a profile ends', () => {
  const run = (instant: string) => {
    world.setNow(instant)
    return Promise.all([1, 2].map(() => expireProfiles(world.services.db, new Date(instant))))
  }

  test('after 24 months it is hidden, the owner told once by two servers, and 30 days later it is gone', async () => {
    await save()
    await run('2028-11-22T23:59:00+08:00')
    expect((await status()).state).toBe('kept')
    await run('2028-11-23T00:00:00+08:00')
    expect(await status()).toMatchObject({ state: 'hidden', purgeOn: '2028-12-23', can: { renew: true } })
    expect(await codeOf(view(world.people.dm))).toBe('window_closed')
    expect(await codeOf(save({ version: 2 }))).toBe('window_closed')
    const { name } = await world.as(world.people.pm).customers.get({ params: { id: target.customerId } })
    const told = (await toldTo(world, world.people.pm)).filter(({ title }) => title.endsWith(name))
    expect(told).toHaveLength(1)
    expect(JSON.stringify(told)).not.toContain('江予安')
    await run('2028-12-22T23:59:00+08:00')
    expect((await status()).state).toBe('hidden')
    await run('2028-12-23T00:00:00+08:00')
    expect((await status()).state).toBe('none')
  })

  test('the owner who still needs it says again why, and it is kept for another 24 months', async () => {
    await save()
    await run('2028-11-23T00:00:00+08:00')
    const grounds = { purpose: '年度框架谈判', basis: 'consent', source: '本人当面同意' } as const
    const { version } = await status()
    expect(await profiles().renew({ params: params(), body: { ...grounds, version } })).toMatchObject({
      state: 'kept',
      expiresOn: '2030-11-23',
    })
    expect(await view()).toMatchObject({ ...grounds, expertise: '继电保护' })
  })

  test('with a removed customer it goes after 30 days, too', async () => {
    await save()
    const dm = world.as(world.people.dm).customers
    const customer = { params: { id: target.customerId } }
    await dm.remove({ ...customer, body: { reason: '重复登记' } })
    await run('2027-01-24T00:00:00+08:00')
    await dm.restore(customer)
    expect((await status()).state).toBe('none')
  })

  test('that of a removed contact goes after the same 30 days', async () => {
    await save()
    await world.as(world.people.pm).contacts.remove({ params: params() })
    await run('2026-12-23T09:00:00+08:00')
    await world.as(world.people.pm).contacts.restore({ params: params() })
    expect((await status()).state).toBe('kept')
    await world.as(world.people.pm).contacts.remove({ params: params() })
    await run('2027-01-24T00:00:00+08:00')
    await world.as(world.people.pm).contacts.restore({ params: params() })
    expect((await status()).state).toBe('none')
  })
})

test('a division can switch profiles off: nobody looks or writes, removing stays possible', async () => {
  await save()
  await world.services.db
    .insertInto('regulationParameters')
    .values({
      divisionId: world.divisionId,
      key: 'profile.enabled',
      value: JSON.stringify(false),
      effectiveFrom: '2026-11-24',
      reason: '本事业部不做个人画像',
      setBy: world.people.adm.id,
      setAt: new Date(),
    })
    .execute()
  world.setNow('2026-11-24T10:00:00+08:00')
  expect(await status()).toMatchObject({ state: 'off', can: { view: false, save: false, remove: true } })
  expect((await refusal(view())).detail).toBe('本事业部已停用受限画像')
  expect(await codeOf(save({ version: 1 }))).toBe('forbidden')
  expect(await profiles().remove({ params: params() })).toMatchObject({
    state: 'off',
    can: { remove: false },
  })
})
