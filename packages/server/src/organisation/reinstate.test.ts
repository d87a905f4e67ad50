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

describe('coming back', () => {
  test('undoing a departure gives back the customers that their receivers still have', async () => {
    const { pm, pmSameRegion, spm } = world.people
    const [kept, passedOn, pooled] = [
      await customerOf(world, pm),
      await customerOf(world, pm),
      await customerOf(world, pm),
    ]
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
    expect((await ownersOf(world, [kept, passedOn, pooled])).map((row) => row?.ownerId)).toEqual([
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

  test('before a return has begun, the customers stay with whoever looks after them', async () => {
    const { pm, pmSameRegion } = world.people
    const customer = await customerOf(world, pm)
    await adm().depart({
      params: { id: pm.id },
      body: departure({ leavingDate: '2026-11-20', handover: { to: pmSameRegion.id, exceptions: [] } }),
    })
    const reply = await adm().reinstate({
      params: { id: pm.id },
      body: { entryDate: '2027-01-04', returnCustomers: true, version: 2 },
    })
    expect(reply).toMatchObject({ customers: 0, person: { state: 'upcoming' } })
    expect((await ownersOf(world, [customer])).map((row) => row?.ownerId)).toEqual([pmSameRegion.id])
  })

  test('whoever has not left cannot come back', async () => {
    const call = adm().reinstate({ params: { id: world.people.pm.id }, body: { version: 1 } })
    expect(await refusal(call)).toMatchObject({ status: 422 })
  })
})
