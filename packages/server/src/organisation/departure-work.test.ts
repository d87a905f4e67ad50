import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '../platform/ids.ts'
import { refusal } from '../testing/refusal.ts'
import { createWorld, type Person, type World } from '../testing/world.ts'
import { departure } from './testing/departing.ts'

let world: World
beforeEach(async () => {
  world = await createWorld()
  world.setNow('2026-11-23T10:00:00+08:00')
})
afterEach(() => world.close())

const adm = () => world.as(world.people.adm).organisation
const assign = (to: Person, subject: string, as: Person = world.people.dm) =>
  world.as(as).tasks.assign({ body: { subject, ownerId: to.id, dueOn: '2026-11-27' } })
const task = (id: string, as: Person) => world.as(as).tasks.get({ params: { id } })

/** An action item of a meeting of its own. */
async function actionItem(owner: Person): Promise<string> {
  const { dm } = world.people
  const { id: meetingId } = await world.as(dm).meetings.convene({
    body: {
      ...{ form: 'project', title: '筹划', plannedMinutes: 30, place: '三楼', purpose: '分工', clauses: [] },
      ...{
        projectName: '扩容',
        startsAt: '2026-11-23T10:30:00+08:00',
        attendeeIds: [owner.id],
        customerIds: [],
      },
    },
  })
  world.setNow('2026-11-23T10:30:00+08:00')
  const { version } = await world.as(dm).meetings.get({ params: { id: meetingId } })
  await world.as(dm).meetings.start({ params: { id: meetingId }, body: { version } })
  const body = { meetingId, body: '定报价', ownerId: owner.id, dueOn: '2026-11-30' }
  return (await world.as(dm).actionItems.add({ body })).id
}

describe('三.4 what was assigned outlives the one who leaves', () => {
  test('open 交办 and 遗留问题 are counted, go to the successor with a word in their history, and he is told', async () => {
    const { pm, pmSameRegion, dm } = world.people
    const open = await assign(pm, '补报方案')
    const reported = await assign(pm, '送样')
    const { version } = await task(reported.id, pm)
    await world.as(pm).tasks.feedback({ params: { id: reported.id }, body: { version, body: '已送' } })
    const cancelled = await assign(pm, '不用了')
    await world.as(dm).tasks.cancel({
      params: { id: cancelled.id },
      body: { version: cancelled.version, reason: '客户取消' },
    })
    const toDo = await world.as(pm).tasks.create({ body: { subject: '买票' } })
    const item = await actionItem(pm)
    const preview = await adm().departurePreview({ params: { id: pm.id } })
    expect(preview.openWork).toEqual({ tasks: 2, actionItems: 1, givenTasks: 0 })
    expect(preview.workers.map(({ id }) => id)).toContain(pmSameRegion.id)
    expect(preview.workers.map(({ id }) => id)).not.toContain(dm.id)
    const reply = await adm().depart({
      params: { id: pm.id },
      body: departure({ handover: { to: pmSameRegion.id } }),
    })
    expect(reply.work).toEqual({ tasks: 2, actionItems: 1 })
    const record = await task(open.id, pmSameRegion)
    expect(record).toMatchObject({ owner: { id: pmSameRegion.id }, assigner: { id: dm.id }, state: 'open' })
    expect(record.log.at(-1)).toMatchObject({ kind: 'changed', body: '焦尔离职，改由瓦澜做' })
    expect(await task(reported.id, dm)).toMatchObject({ state: 'reported', can: { accept: true } })
    expect(await task(cancelled.id, dm)).toMatchObject({ owner: { id: pm.id } })
    const { rows } = await world.services.pool.query('select owner_id from tasks where id = $1', [toDo.id])
    expect(rows).toEqual([{ owner_id: pm.id }])
    const owed = await world.as(pmSameRegion).actionItems.list({ query: { ownerId: pmSameRegion.id } })
    expect(owed.items).toMatchObject([{ id: item, can: { close: true } }])
    const { items } = await world.as(pmSameRegion).notifications.list()
    expect(items.map(({ title }) => title)).toContain('您接手了焦尔的 2 项交办、1 项遗留问题')
    const events = await world.services.db
      .selectFrom('events')
      .select(['verb', 'summary'])
      .where('summary', 'like', '焦尔离职%')
      .orderBy('verb')
      .execute()
    expect(events).toEqual([
      {
        verb: 'meeting.action_item_changed',
        summary: expect.stringMatching(/^焦尔离职，HY-.* 的 1 项遗留问题改由瓦澜负责$/),
      },
      {
        verb: 'person.departed',
        summary: '焦尔离职，最后工作日 2026-11-23，移交客户 0 个，交办 2 项，遗留问题 1 项',
      },
    ])
  })

  test('with the customers in the pool somebody is asked for; who answers to another superior is refused', async () => {
    const { pm, oa, dm, pmOther } = world.people
    const { id } = await assign(pm, '补报方案')
    const leave = (more: object) =>
      adm().depart({ params: { id: pm.id }, body: departure({ handover: { to: null }, ...more }) })
    expect(await refusal(leave({}))).toMatchObject({
      status: 422,
      errors: [{ path: 'workTo', message: '还有 1 项交办、0 项遗留问题，请选择接手的人' }],
    })
    for (const strange of [dm.id, pm.id, pmOther.id, newId()])
      expect((await refusal(leave({ workTo: strange }))).errors?.map(({ path }) => path)).toEqual(['workTo'])
    expect((await task(id, pm)).owner.id).toBe(pm.id)
    await leave({ workTo: oa.id })
    expect((await task(id, oa)).owner.id).toBe(oa.id)
  })

  test('what a leaving manager assigned is accepted by whoever follows him', async () => {
    const { dm, pm, gm } = world.people
    const { id } = await assign(pm, '补报方案')
    await assign(dm, '年度计划', gm)
    const preview = await adm().departurePreview({ params: { id: dm.id } })
    expect(preview.openWork).toEqual({ tasks: 1, actionItems: 0, givenTasks: 1 })
    expect(preview.workers).toEqual([])
    const { rows } = await world.services.pool.query<{ id: string; employee_no: string }>(
      `insert into people (id, division_id, employee_no, username, name, role, entry_date, created_at, updated_at, reports_from)
       select gen_random_uuid(), division_id, 'ZW-900', 'jiren', '继任', 'dm', entry_date, created_at, updated_at, reports_from
       from people where id = $1 returning id`,
      [dm.id],
    )
    const next = rows[0]?.id ?? ''
    const reply = await adm().depart({
      params: { id: dm.id },
      body: departure({ handover: { to: null }, newManagerId: next }),
    })
    expect(reply.work).toEqual({ tasks: 1, actionItems: 0 })
    const record = await task(id, pm)
    expect(record.assigner).toEqual({ id: next, name: '继任' })
    expect(record.log.at(-1)?.body).toBe('安培之离职，改由继任验收')
  })
})
