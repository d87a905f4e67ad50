import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { recordAudit } from '../platform/audit/record.ts'
import { sealAudit } from '../platform/audit/seal.ts'
import { recordEvent } from '../platform/events.ts'
import { newId } from '../platform/ids.ts'
import { createWorld, type World } from '../testing/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
  await happenings()
})
afterAll(() => world.close())

type Who = keyof World['people']
type Query = NonNullable<Parameters<ReturnType<World['as']>['audit']['list']>[0]>['query']
const list = (who: Who, query: Query = {}) => world.as(world.people[who]).audit.list({ query })

describe('reading the audit log', () => {
  test('a stranger sees nothing of it', async () => {
    await expect(world.as(null).audit.list()).rejects.toThrow('请先登录')
    await expect(world.as(null).audit.verify()).rejects.toThrow('请先登录')
  })

  test.each(['spm', 'pm', 'oa', 'att'] as const)('%s may not', async (who) => {
    await expect(list(who)).rejects.toMatchObject({ problem: { status: 403 } })
  })

  test('the general manager reads everything, the administrator’s acts included', async () => {
    const { items } = await list('gm', { area: ['customer', 'parameter'] })
    expect(items.map((item) => [item.actor?.name, item.action, item.summary])).toEqual([
      ['陆远', '客户 · 新建', '新建客户 轨道公司'],
      ['管理员', '制度参数 · 设置', '“上班”自 2026-12-01 起改为08:30（原为09:00）'],
      ['焦尔', '客户 · 新建', '新建客户 云澈供电公司'],
    ])
  })

  test('a division manager reads that of the own division', async () => {
    const { items, can } = await list('dm', { area: ['customer'] })
    expect(items.map((item) => item.summary)).toEqual(['新建客户 云澈供电公司'])
    expect(can.verify).toBe(false)
  })

  test('the administrator sees that something happened to a customer, but not what', async () => {
    const { items } = await list('adm', { area: ['customer', 'session'] })
    expect(items.map((item) => [item.action, item.summary, item.reason])).toEqual([
      ['客户 · 新建', null, null],
      ['客户 · 新建', null, null],
      ['登录与会话 · 登录', '登录（Chrome · Windows）', null],
    ])
  })

  test('a refused act says what was tried and why it was refused', async () => {
    await expect(list('pm')).rejects.toThrow()
    const { items } = await list('gm', { actorId: [world.people.pm.id], area: ['refused'], limit: 1 })
    expect(items[0]).toMatchObject({
      actor: { name: '焦尔' },
      action: '被拒绝的操作',
      summary: '没有权限做这件事：GET /api/audit',
      requestId: expect.any(String),
    })
  })

  test('one command on many records is one line with their number, on every page and for the record itself', async () => {
    const { pm, dm } = world.people
    const ids = Array.from({ length: 120 }, () => newId())
    await world.services.db.transaction().execute(async (trx) => {
      for (const [index, subjectId] of ids.entries())
        await recordEvent(trx, index < 117 ? dm : pm, new Date('2026-11-21T10:00:00+08:00'), {
          verb: 'customer.removed',
          subjectType: 'customer',
          subjectId,
          divisionId: world.divisionId,
          summary: '撤销导入《清单.xlsx》',
        })
    })
    const day = { from: '2026-11-21', to: '2026-11-21' }
    const { items, next } = await list('gm', { ...day, limit: 2 })
    expect(items.map(({ actor, records }) => [actor?.name, records])).toEqual([
      [pm.name, 3],
      [dm.name, 117],
    ])
    expect(next).toBeNull()
    expect((await list('gm', { ...day, subjectId: ids[5] })).items).toMatchObject([{ records: 1 }])
    expect((await list('adm', day)).items[1]).toMatchObject({ summary: null, records: 117 })
  })

  test('filters by person, day and record', async () => {
    const summaries = async (query: Query) => (await list('gm', query)).items.map((item) => item.action)
    expect(await summaries({ actorId: world.people.adm.id })).toEqual(['制度参数 · 设置'])
    expect(await summaries({ from: '2026-11-20', to: '2026-11-20' })).toEqual(['登录与会话 · 登录'])
    expect(await summaries({ to: '2026-11-19' })).toEqual([])
    expect(await summaries({ subjectId: customerId })).toEqual(['客户 · 新建'])
  })

  test('comes page by page without gaps or repetition', async () => {
    const whole = (await list('gm', { area: ['customer', 'parameter', 'session'] })).items
    const paged: typeof whole = []
    let cursor: string | undefined
    do {
      const page = await list('gm', { area: ['customer', 'parameter', 'session'], limit: 2, cursor })
      paged.push(...page.items)
      cursor = page.next ?? undefined
    } while (cursor)
    expect(paged).toEqual(whole)
  })

  test('bad filters are refused with the reason', async () => {
    await expect(list('gm', { from: 'yesterday' })).rejects.toMatchObject({ problem: { status: 422 } })
    await expect(list('gm', { cursor: 'eA' })).rejects.toMatchObject({ problem: { status: 422 } })
  })
})

describe('verifying it', () => {
  test('is for the general manager and the administrator', async () => {
    await expect(world.as(world.people.dm).audit.verify()).rejects.toMatchObject({
      problem: { status: 403, detail: '审计日志由总经理或系统管理员核对' },
    })
    await sealAudit(world.services.db, new Date())
    expect(await world.as(world.people.gm).audit.verify()).toMatchObject({ ok: true, problems: [] })
    expect(await world.as(world.people.adm).audit.verify()).toMatchObject({ ok: true })
  })

  test('leaves a trace with the end of the chain', async () => {
    const { head, rows } = await world.as(world.people.adm).audit.verify()
    const { items } = await list('adm', { area: ['audit'], limit: 1 })
    expect(items[0]?.summary).toBe(`核对审计日志：${rows} 条，完好`)
    expect(head?.position).toBe(rows)
  })

  test('from the command line it answers with its exit code', async () => {
    await sealAudit(world.services.db, new Date())
    expect((await verifyCommand()).stdout).toContain('审计日志完好')
    await asOwner(`update audit_log set actor_id = null where action = 'parameter.set'`)
    await expect(verifyCommand()).rejects.toMatchObject({
      code: 1,
      stdout: expect.stringContaining('记录的内容或它在链上的签名被改动'),
    })
    expect(await world.as(world.people.gm).audit.verify()).toMatchObject({ ok: false, problemCount: 1 })
  })
})

const customerId = newId()

async function happenings() {
  const { db } = world.services
  const { pm, pmOther, adm } = world.people
  await recordAudit(db, {
    action: 'session.signed_in',
    at: new Date('2026-11-20T08:55:00+08:00'),
    actor: { ...pm, divisionId: world.divisionId },
    detail: {
      device:
        'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Safari/537.36',
    },
  })
  const at = (minute: number) => new Date(Date.parse('2026-11-23T08:00:00+08:00') + minute * 60_000)
  await db.transaction().execute(async (trx) => {
    await recordEvent(trx, pm, at(1), {
      verb: 'customer.created',
      subjectType: 'customer',
      subjectId: customerId,
      divisionId: world.divisionId,
      summary: '新建客户 云澈供电公司',
      reason: '电话开发',
    })
    await recordEvent(trx, adm, at(2), {
      verb: 'parameter.set',
      subjectType: 'parameter',
      subjectId: newId(),
      divisionId: world.divisionId,
      summary: '“上班”自 2026-12-01 起改为08:30（原为09:00）',
    })
    await recordEvent(trx, pmOther, at(3), {
      verb: 'customer.created',
      subjectType: 'customer',
      subjectId: newId(),
      divisionId: world.otherDivisionId,
      summary: '新建客户 轨道公司',
    })
  })
}

const verifyCommand = () =>
  promisify(execFile)(process.execPath, [path.join(import.meta.dirname, '../../../../bin/verify-audit.ts')], {
    env: { ...process.env, DATABASE_URL: world.connectionString },
  })

async function asOwner(sql: string) {
  const owner = new pg.Client({ connectionString: world.connectionString })
  await owner.connect()
  await owner.query(sql).finally(() => owner.end())
}
