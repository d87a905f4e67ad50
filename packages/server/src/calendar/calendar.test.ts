import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { generateObligations } from '../obligations/generate.ts'
import { newId } from '../platform/ids.ts'
import { createWorld, type World } from '../testing/world.ts'
import { ensureCalendar } from './days.ts'
import { warnOfMissingYear } from './missing-year.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  const { db, clock } = world.services
  world.setNow('2026-11-23T08:40:00+08:00')
  for (const table of ['obligations', 'obligationHorizons', 'notifications', 'calendarDays'] as const) {
    await db.deleteFrom(table).execute()
  }
  await ensureCalendar(db, clock.now())
  earlierEvents = newId()
})
/** Events cannot be deleted between two tests; each looks at those after this one. */
let earlierEvents: string

type Who = keyof World['people']
const calendar = (who: Who) => world.as(world.people[who]).calendar
const year = async (which: number, who: Who = 'pm') => calendar(who).year({ params: { year: which } })
const dayOf = async (date: string) =>
  (await year(Number(date.slice(0, 4)))).days.find((day) => day.date === date)

describe('a year of the calendar', () => {
  test('a stranger sees none', async () => {
    await expect(world.as(null).calendar.year({ params: { year: 2026 } })).rejects.toThrow('请先登录')
  })

  test('2026 is official and has 248 working days, 21 16 22 21 19 21 23 21 22 18 21 23', async () => {
    const { status, days, months, workingDays, can } = await year(2026)
    expect([status, days.length, workingDays, can.edit]).toEqual(['官方', 365, 248, false])
    expect(months.map((month) => month.workingDays)).toEqual([21, 16, 22, 21, 19, 21, 23, 21, 22, 18, 21, 23])
    expect(days.find((day) => day.date === '2026-10-10')).toEqual({
      date: '2026-10-10',
      type: 'makeup',
      name: '国庆节',
      source: 'official',
      version: 1,
    })
  })

  test('2027 is an estimate, 2028 is missing and shown as deadlines would use it', async () => {
    expect((await year(2027)).status).toBe('估算')
    const missing = await year(2028)
    expect([missing.status, missing.days.length, missing.days[0]?.type]).toEqual(['缺', 366, 'holiday'])
  })

  test('a year beyond any calendar is not found', async () => {
    await expect(year(1999)).rejects.toMatchObject({ problem: { status: 404 } })
  })

  test('from 1 November the missing notice of next year is told to everybody who looks', async () => {
    world.setNow('2026-10-31T12:00:00+08:00')
    expect((await year(2026)).warning).toBeNull()
    world.setNow('2026-11-01T00:00:00+08:00')
    expect((await year(2026)).warning?.year).toBe(2027)
  })
})

describe('changing a day', () => {
  const closed = { type: 'rest', name: '厂休', reason: '公司年会', version: 1 } as const
  const set = (who: Who, date = '2026-12-18', body: typeof closed | object = closed) =>
    calendar(who).setDay({ params: { date }, body: { ...closed, ...body } })

  test.each(['gm', 'dm', 'spm', 'pm'] as const)('%s may not', async (who) => {
    await expect(set(who)).rejects.toMatchObject({ problem: { status: 403 } })
  })

  test('neither may 综合管理 without the right of 考勤员, and is told why', async () => {
    await expect(set('oa')).rejects.toMatchObject({
      problem: { status: 403, detail: '工作日历由考勤员或系统管理员维护' },
    })
  })

  test.each([
    [{ reason: ' ' }, 'reason'],
    [{ type: 'party' }, 'type'],
    [{ name: '很'.repeat(41) }, 'name'],
  ])('%o is refused', async (wrong, path) => {
    await expect(set('att', '2026-12-18', wrong)).rejects.toMatchObject({
      problem: { status: 422, errors: [{ path }] },
    })
  })

  test('the clerk closes a working day, with an event; the same again changes nothing', async () => {
    const { day } = await set('att')
    expect(day).toMatchObject({ type: 'rest', name: '厂休', source: 'manual', version: 2 })
    expect((await set('att', '2026-12-18', { version: 2 })).day.version).toBe(2)
    const events = await eventsOf('calendar.day_set')
    expect(events.map((event) => event.summary)).toEqual(['2026-12-18 周五 由工作日改为休息日（厂休）'])
  })

  test('who started from an older version gets both', async () => {
    await set('att')
    await expect(set('adm', '2026-12-18', { type: 'working', name: '' })).rejects.toMatchObject({
      problem: {
        code: 'version_conflict',
        facts: { current: { type: 'rest', version: 2 }, yours: { type: 'working' } },
      },
    })
  })

  test('a year that was missing is there from the first changed day on', async () => {
    await set('adm', '2028-06-01')
    expect((await year(2028)).status).toBe('估算')
    expect((await dayOf('2028-06-01'))?.source).toBe('manual')
  })

  test('the open deadlines follow: Friday’s grace moves over a closed Monday', async () => {
    await ledger('2026-11-26', '2026-11-30')
    const { deadlines } = await set('att', '2026-11-30')
    expect(deadlines).toEqual([
      {
        kind: 'daily',
        subject: '星期五工作日报',
        onDate: '2026-11-27',
        people: 8,
        before: { dueAt: '2026-11-27T16:00:00.000Z', graceAt: '2026-11-30T01:00:00.000Z' },
        after: { dueAt: '2026-11-27T16:00:00.000Z', graceAt: '2026-12-01T01:00:00.000Z' },
      },
      ...['第48周总结', '第49周计划'].map((subject) => ({
        kind: subject.endsWith('计划') ? 'weekly_plan' : 'weekly_summary',
        subject,
        onDate: '2026-11-29',
        people: 8,
        before: { dueAt: '2026-11-29T16:00:00.000Z', graceAt: '2026-11-30T01:00:00.000Z' },
        after: { dueAt: '2026-11-29T16:00:00.000Z', graceAt: '2026-12-01T01:00:00.000Z' },
      })),
      {
        kind: 'daily',
        subject: '星期一工作日报',
        onDate: '2026-11-30',
        people: 8,
        before: { dueAt: '2026-11-30T16:00:00.000Z', graceAt: '2026-12-01T01:00:00.000Z' },
        after: null,
      },
    ])
  })
})

describe('importing', () => {
  const text = '一、元旦：1月1日至3日放假。\n二、春节：2月5日至11日放假调休。2月20日（周六）上班。'
  const input = { text, officialYear: 2027, incomplete: true }
  const preview = (who: Who, body: typeof input | object = input) =>
    calendar(who).previewImport({ body: { ...input, ...body } })
  const commit = (who: Who, body: typeof input | object = input) =>
    calendar(who).import({ body: { ...input, ...body } })

  test('only by the clerk and the administrator, also as a preview', async () => {
    for (const who of ['gm', 'dm', 'pm', 'oa'] as const) {
      await expect(preview(who)).rejects.toMatchObject({ problem: { status: 403 } })
      await expect(commit(who)).rejects.toMatchObject({ problem: { status: 403 } })
    }
    await expect(world.as(null).calendar.import({ body: input })).rejects.toThrow('请先登录')
  })

  test('the preview tells what would change and changes nothing', async () => {
    const before = await year(2027)
    const { days, confirmedDays } = await preview('att')
    expect(days.find((day) => day.date === '2027-02-20')).toMatchObject({
      from: { type: 'rest', source: 'estimated' },
      to: { type: 'makeup', name: '春节', source: 'official' },
    })
    expect(days.find((day) => day.date === '2027-10-01')).toMatchObject({ to: { type: 'working' } })
    expect(days.length + confirmedDays).toBe(365)
    expect(await year(2027)).toEqual(before)
    expect(await eventsOf('calendar.imported')).toEqual([])
  })

  test('the import does exactly that, makes the year official, and a second time nothing', async () => {
    const foretold = await preview('att')
    expect(await commit('att')).toEqual(foretold)
    expect(await year(2027)).toMatchObject({ status: '官方', warning: null })
    expect(await commit('adm')).toMatchObject({ days: [], confirmedDays: 0, deadlines: [] })
    const events = await eventsOf('calendar.imported')
    expect(events.map((event) => event.summary)).toEqual([
      `导入 2027 年官方放假通知，${foretold.days.length} 天有变化`,
    ])
  })

  test('a notice without most of its festivals is not taken for the whole year unless that is confirmed', async () => {
    const missing = ['清明节', '劳动节', '端午节', '中秋节', '国庆节']
    expect((await preview('att', { incomplete: false })).missingFestivals).toEqual(missing)
    await expect(commit('att', { incomplete: false })).rejects.toMatchObject({
      problem: { errors: [{ path: 'incomplete', message: expect.stringContaining('清明节、劳动节') }] },
    })
    expect((await year(2027)).status).toBe('估算')
    expect((await commit('att')).missingFestivals).toEqual(missing)
  })

  test('上班 on a Monday is an ordinary day without the name of the holiday', async () => {
    const monday = text.replace('至3日放假。', '至3日放假。1月4日上班。')
    const { days } = await preview('att', { text: monday })
    expect(days.map(({ date }) => date)).not.toContain('2027-01-04')
  })

  test('what was set by hand stays unless the notice names the day', async () => {
    const closed = { type: 'rest', name: '厂休', reason: '年会', version: 1 } as const
    await calendar('adm').setDay({ params: { date: '2027-12-17' }, body: closed })
    await calendar('adm').setDay({ params: { date: '2027-02-20' }, body: closed })
    await commit('adm')
    expect(await dayOf('2027-12-17')).toMatchObject({ type: 'rest', source: 'manual' })
    expect(await dayOf('2027-02-20')).toMatchObject({ type: 'makeup', source: 'official' })
  })

  test('single days of our own leave the rest of the year an estimate', async () => {
    const { days } = await commit('att', { text: '2027-06-30,休息日,盘点', officialYear: null })
    expect(days).toHaveLength(1)
    expect((await year(2027)).status).toBe('估算')
  })

  test('the open deadlines that would change are told beforehand', async () => {
    await ledger('2026-11-26', '2026-11-30')
    const body = { text: '2026-11-30,休,盘点', officialYear: null }
    const foretold = await preview('att', body)
    expect(foretold.deadlines.map(({ onDate, people, after }) => [onDate, people, after?.graceAt])).toEqual([
      ['2026-11-27', 8, '2026-12-01T01:00:00.000Z'],
      ['2026-11-29', 8, '2026-12-01T01:00:00.000Z'],
      ['2026-11-29', 8, '2026-12-01T01:00:00.000Z'],
      ['2026-11-30', 8, undefined],
    ])
    expect(await commit('att', body)).toEqual(foretold)
  })

  test('unreadable text is refused with every wrong line', async () => {
    await expect(preview('adm', { text: '明天,休', officialYear: null })).rejects.toMatchObject({
      problem: { status: 422, errors: [{ path: 'text', message: '没有读到任何日期' }] },
    })
    await expect(commit('adm', { text: '' })).rejects.toMatchObject({ problem: { status: 422 } })
  })
})

describe('keeping the calendar complete', () => {
  test('a start fills in what is missing and leaves alone what was entered', async () => {
    const { db, clock } = world.services
    await calendar('adm').setDay({
      params: { date: '2026-12-18' },
      body: { type: 'rest', name: '厂休', reason: '年会', version: 1 },
    })
    await db.deleteFrom('calendarDays').where('date', '=', '2026-12-19').execute()
    await ensureCalendar(db, clock.now())
    expect(await dayOf('2026-12-18')).toMatchObject({ source: 'manual', version: 2 })
    expect((await year(2026)).days).toHaveLength(365)
  })

  test('a year that the product does not know is estimated when it begins to matter', async () => {
    await ensureCalendar(world.services.db, new Date('2028-01-01T00:00:00+08:00'))
    expect([(await year(2028)).status, (await year(2029)).status]).toEqual(['估算', '估算'])
  })

  test('from 1 November the keepers are reminded once, leavers and others not', async () => {
    const { db } = world.services
    await warnOfMissingYear(db, new Date('2026-10-31T09:00:00+08:00'))
    expect(await reminded()).toEqual([])
    await warnOfMissingYear(db, new Date('2026-11-01T09:00:00+08:00'))
    await warnOfMissingYear(db, new Date('2026-11-02T09:00:00+08:00'))
    expect(await reminded()).toEqual(['亨礼', '管理员', '西蒙'])
  })

  const reminded = async () => {
    const rows = await world.services.db
      .selectFrom('notifications')
      .innerJoin('people', 'people.id', 'notifications.personId')
      .select(['people.name', 'notifications.title'])
      .execute()
    expect(new Set(rows.map((row) => row.title)).size).toBeLessThanOrEqual(1)
    return rows.map((row) => row.name).sort()
  }
})

/** What the own division owes between two days. */
async function ledger(from: string, to: string) {
  const { db, clock } = world.services
  await db
    .insertInto('obligationHorizons')
    .values({ divisionId: world.divisionId, fromDate: from, periodsFrom: from, throughDate: to, inputs: '' })
    .execute()
  await generateObligations(db, { divisionId: world.divisionId, from, to }, clock.now())
}

const eventsOf = (verb: string) =>
  world.services.db
    .selectFrom('events')
    .selectAll()
    .where('verb', '=', verb)
    .where('id', '>', earlierEvents)
    .orderBy('id')
    .execute()
