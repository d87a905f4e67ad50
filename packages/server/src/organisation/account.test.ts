import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { buildApp } from '../app.ts'
import { openBrowser } from '../testing/browser.ts'
import { refusal } from '../testing/refusal.ts'
import { createWorld, testServices, type World } from '../testing/world.ts'
import { candidate } from './testing/candidate.ts'
import { departure } from './testing/departing.ts'

let world: World
beforeEach(async () => {
  world = await createWorld()
})
afterEach(() => world.close())

const adm = () => world.as(world.people.adm).organisation
const today = '2026-11-23'

describe('the account of a leaver', () => {
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

test('a reset password is told once, ends every session and must be changed', async () => {
  const { person, temporaryPassword } = await adm().onboard({ body: candidate(world) })
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
