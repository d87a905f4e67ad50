import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runDue } from '../../jobs.ts'
import { filledIn, toldTo, writeLedger } from '../../testing/reporting.ts'
import { createWorld, testServices, type World } from '../../testing/world.ts'
import type { Services } from '../services.ts'
import { startWorker } from './worker.ts'

let world: World
let second: Services
beforeAll(async () => {
  world = await createWorld()
  second = await testServices(world.connectionString, world.services.clock)
  await writeLedger(world, '2026-11-16', '2026-12-31')
})
afterAll(async () => {
  await second.live.stop()
  await second.db.destroy()
  await world.close()
})

/** Both servers do what is due at once, and then once more. */
async function bothPassTo(instant: string) {
  world.setNow(instant)
  await Promise.all([runDue(world.services), runDue(second)])
  await Promise.all([runDue(second), runDue(world.services)])
}

const titles = async (who: 'pm' | 'spm' | 'dm' | 'gm') =>
  (await toldTo(world, world.people[who])).map(({ title }) => title)

test('reminders come at 17:30, 20:30 and 08:30 to those who still owe, each once, and none in the night', async () => {
  world.setNow('2026-11-20T16:00:00+08:00')
  await world.as(world.people.spm).reports.submit({ params: { date: '2026-11-20' }, body: filledIn })
  await bothPassTo('2026-11-20T17:29:00+08:00')
  expect(await titles('pm')).not.toContain('星期五工作日报还没提交')
  await bothPassTo('2026-11-20T17:30:00+08:00')
  await bothPassTo('2026-11-20T20:31:00+08:00')
  await bothPassTo('2026-11-20T23:10:00+08:00')
  await bothPassTo('2026-11-21T08:30:00+08:00')
  expect((await titles('pm')).filter((title) => title === '星期五工作日报还没提交')).toHaveLength(2)
  await bothPassTo('2026-11-23T08:30:00+08:00')
  expect(await titles('pm')).toContain('11-20 周五日报剩 30 分，过时以没填计')
  expect((await titles('spm')).some((title) => title.includes('星期五'))).toBe(false)
})

test('nobody on leave is reminded', async () => {
  const { dm, pmOtherRegion } = world.people
  world.setNow('2026-11-23T08:40:00+08:00')
  await world.as(dm).absences.register({
    body: {
      personId: pmOtherRegion.id,
      kind: 'leave',
      leaveType: 'annual',
      from: '2026-11-25',
      to: '2026-11-25',
      reason: '年休',
    },
  })
  await bothPassTo('2026-11-25T08:31:00+08:00')
  const told = await toldTo(world, pmOtherRegion)
  expect(told.some(({ title }) => title.startsWith('11-24 周二日报剩'))).toBe(false)
})

test('at 09:05 the manager gets one list of 未填, 总经理 the manager’s own', async () => {
  await bothPassTo('2026-11-26T09:04:00+08:00')
  const lists = async (who: 'dm' | 'gm') =>
    (await titles(who)).filter((title) => title.includes('份日报未填'))
  const before = await lists('dm')
  await bothPassTo('2026-11-26T09:05:00+08:00')
  await bothPassTo('2026-11-26T15:00:00+08:00')
  expect((await lists('dm')).length).toBe(before.length + 1)
  expect((await lists('gm'))[0]).toBe('1 份日报未填（以没填计）')
})

test('two servers file a complete draft once and close a day once', async () => {
  const { pm } = world.people
  world.setNow('2026-11-26T22:00:00+08:00')
  await world.as(pm).reports.saveDraft({ params: { date: '2026-11-26' }, body: filledIn })
  await bothPassTo('2026-11-27T00:00:00+08:00')
  await bothPassTo('2026-11-27T09:10:00+08:00')
  const events = await world.services.db
    .selectFrom('events')
    .select('id')
    .where('verb', '=', 'report.filed_itself')
    .where('actorId', '=', pm.id)
    .execute()
  expect(events).toHaveLength(1)
  const told = await toldTo(world, pm)
  expect(told.filter(({ title }) => title === '11-26 周四日报已自动提交')).toHaveLength(1)
  expect(told.filter(({ title }) => title === '11-25 周三日报以没填计')).toHaveLength(1)
})

test('the queue hands a job to one of two servers, and the application’s role owns none of it', async () => {
  const ran: string[] = []
  const jobFor = (server: string) => ({
    name: 'count-runs',
    cron: '0 0 1 1 *',
    run: async () => {
      ran.push(server)
    },
  })
  const connection = { connectionString: world.connectionString }
  const one = await startWorker(world.services, connection, [jobFor('one')])
  const two = await startWorker(second, connection, [jobFor('two')])
  try {
    expect(ran).toEqual(['one', 'two']) // each server looks once when it starts
    await addJobs(world.connectionString, 5)
    await expect.poll(() => ran.length, { timeout: 15_000 }).toBe(7)
    await expect(world.services.pool.query('select * from graphile_worker.jobs')).rejects.toThrow(
      /permission denied/,
    )
  } finally {
    await Promise.all([one.stop(), two.stop()])
  }
}, 30_000)

async function addJobs(connectionString: string, runs: number): Promise<void> {
  const owner = new pg.Client({ connectionString })
  await owner.connect()
  for (let run = 0; run < runs; run++) await owner.query("select graphile_worker.add_job('count-runs')")
  await owner.end()
}
