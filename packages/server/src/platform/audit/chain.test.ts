import pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createWorld, type World } from '../../testing/world.ts'
import { recordEvent } from '../events.ts'
import { newId } from '../ids.ts'
import { recordAudit } from './record.ts'
import { sealAudit, settledThrough } from './seal.ts'
import { verifyAudit } from './verify.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())
beforeEach(() => asOwner('truncate audit_log, audit_chain, events restart identity'))

const now = new Date('2026-11-23T08:40:00+08:00')

test('an empty log is intact, and so is one that was just sealed', async () => {
  const { db } = world.services
  expect(await verifyAudit(db)).toMatchObject({ ok: true, rows: 0, head: null })
  await log(3)
  expect(await verifyAudit(db)).toMatchObject({ ok: true, rows: 0, unsealed: 3 })
  expect(await sealAudit(db, now)).toBe(3)
  expect(await sealAudit(db, now)).toBe(0)
  const verified = await verifyAudit(db)
  expect(verified).toMatchObject({ ok: true, rows: 3, unsealed: 0, problems: [] })
  expect(verified.head).toEqual({ position: 3, hash: expect.stringMatching(/^[0-9a-f]{64}$/) })
})

test('the chain goes on where it ended, over many rows', async () => {
  const { db } = world.services
  await log(2)
  await sealAudit(db, now)
  await asOwner(
    `insert into audit_log (at, action, detail) select now(), 'x', '{"n":1}' from generate_series(1, 5000)`,
  )
  expect(await sealAudit(db, now)).toBe(5000)
  expect(await verifyAudit(db)).toMatchObject({ ok: true, rows: 5002, unsealed: 0 })
})

test('two servers that seal at once seal each row once', async () => {
  const { db } = world.services
  await log(20)
  const sealed = await Promise.all([sealAudit(db, now), sealAudit(db, now), sealAudit(db, now)])
  expect(sealed.reduce((sum, one) => sum + one, 0)).toBe(20)
  expect(await verifyAudit(db)).toMatchObject({ ok: true, rows: 20 })
})

test('a row whose transaction is still under way is waited for and keeps its place', async () => {
  const { db } = world.services
  const slow = await db.startTransaction().execute()
  await recordAudit(slow, { action: 'slow', at: now, actor: null })
  await log(1)
  const sealing = sealAudit(db, now)
  await slow.commit().execute()
  expect(await sealing).toBe(2)
  expect(await verifyAudit(db)).toMatchObject({ ok: true, rows: 2 })
})

test('inside the transaction that would have to end first nothing is sealed, and nobody waits', async () => {
  const seeding = await world.services.db.startTransaction().execute()
  await recordAudit(seeding, { action: 'seeded', at: now, actor: null })
  const began = performance.now()
  expect(await settledThrough(seeding)).toBe(0)
  expect(performance.now() - began).toBeLessThan(2000)
  await seeding.rollback().execute()
})

test.each([
  ['the content of a row is changed', `update audit_log set action = 'nothing' where id = 2`, 'changed', 2],
  [
    'the time of a row is changed',
    `update audit_log set at = at - interval '1 day' where id = 2`,
    'changed',
    2,
  ],
  ['the person of a row is changed', `update audit_log set actor_id = null where id = 2`, 'changed', 2],
  ['a detail is changed', `update audit_log set detail = '{"n":7}' where id = 2`, 'changed', 2],
  ['a row is deleted', 'delete from audit_log where id = 2', 'deleted', 2],
  [
    'a row is deleted together with its link',
    'delete from audit_log where id = 2; delete from audit_chain where audit_id = 2',
    'chain',
    null,
  ],
  [
    'a deleted row is covered up by moving the links together',
    `delete from audit_log where id = 2; delete from audit_chain where audit_id = 2;
     update audit_chain set position = position - 1 where position > 2`,
    'changed',
    3,
  ],
  [
    'a row is slipped in between',
    `delete from audit_chain where audit_id = 2; delete from audit_log where id = 2;
     update audit_chain set position = position - 1 where position > 2;
     insert into audit_log (id, at, action) overriding system value values (2, now(), 'forged')`,
    'inserted',
    2,
  ],
  [
    'a row is changed and sealed anew',
    `update audit_log set action = 'nothing' where id = 2;
     update audit_chain set hash = repeat('0', 64) where audit_id = 2`,
    'changed',
    3,
  ],
])('it is noticed when %s', async (_, tampering, kind, auditId) => {
  const { db } = world.services
  await log(4)
  await sealAudit(db, now)
  await asOwner(tampering)
  const { ok, problems } = await verifyAudit(db)
  expect(ok).toBe(false)
  expect(problems).toContainEqual(expect.objectContaining({ kind, auditId }))
})

test('one changed row is told as one problem, and later sealing does not hide it', async () => {
  const { db } = world.services
  await log(4)
  await sealAudit(db, now)
  await asOwner(`update audit_log set action = 'nothing' where id = 2`)
  await log(2)
  await sealAudit(db, now)
  expect(await verifyAudit(db)).toMatchObject({ ok: false, rows: 6, problemCount: 1 })
})

test('an act whose audit row was removed before it could be sealed is noticed', async () => {
  const { db } = world.services
  await db.transaction().execute((trx) =>
    recordEvent(trx, world.people.adm, now, {
      verb: 'person.updated',
      subjectType: 'person',
      subjectId: newId(),
      divisionId: null,
      summary: '修改焦尔的岗位',
    }),
  )
  expect(await verifyAudit(db)).toMatchObject({ ok: true })
  await asOwner('delete from audit_log')
  expect(await verifyAudit(db)).toMatchObject({
    ok: false,
    problems: [{ kind: 'event', message: '操作“修改焦尔的岗位”没有审计记录' }],
  })
})

test('the last link, noted down elsewhere, shows that the end was cut off', async () => {
  const { db } = world.services
  await log(4)
  await sealAudit(db, now)
  const noted = (await verifyAudit(db)).head
  await asOwner('delete from audit_log where id = 4; delete from audit_chain where audit_id = 4')
  expect((await verifyAudit(db)).head).not.toEqual(noted)
})

async function log(rows: number) {
  for (let n = 1; n <= rows; n++) {
    await recordAudit(world.services.db, {
      action: 'session.signed_in',
      at: now,
      actor: { ...world.people.pm, divisionId: world.divisionId },
      detail: { n },
      address: '10.0.0.1',
    })
  }
}

/** Only the owner of the database can tamper; the application's role may not. */
async function asOwner(sql: string) {
  const owner = new pg.Client({ connectionString: world.connectionString })
  await owner.connect()
  await owner.query(sql).finally(() => owner.end())
}
