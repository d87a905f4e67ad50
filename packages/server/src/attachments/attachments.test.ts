import { randomBytes } from 'node:crypto'
import { utimes } from 'node:fs/promises'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import { attachmentsApi, uploadPiece } from '@zhuowei/contract/attachments.ts'
import { urlOf } from '@zhuowei/contract/client.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { enter } from '../customers/testing-customers.ts'
import { sweepFiles } from '../platform/files/jobs.ts'
import { refusal } from '../testing/refusal.ts'
import { createWorld, filesOf, type Person, type World } from '../testing/world.ts'
import { pinAttachment } from './add.ts'

let world: World
let customerId: string
beforeAll(async () => {
  world = await createWorld()
})
beforeEach(async () => {
  world.setNow('2026-11-23T08:40:00+08:00')
  customerId = (await enter(world, world.people.pm)).id
})
afterAll(() => world.close())

const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(500, 1)])
const pdf = Buffer.from('%PDF-1.7\n协议')
const form = (bytes: Buffer) => {
  const data = new FormData()
  data.set('file', new Blob([new Uint8Array(bytes)]), 'piece')
  return data
}
const subject = () => ({ subjectType: 'customer' as const, subjectId: customerId })
const start = (person: Person, name: string, size: number) =>
  world.as(person).attachments.start({
    body: { ...subject(), name, size, modifiedAt: '2026-11-20T10:00:00+08:00' },
  })
const append = (person: Person, id: string, offset: number, bytes: Buffer) =>
  world.as(person).attachments.append({ params: { id }, query: { offset }, form: form(bytes) })

async function upload(person: Person, name: string, bytes: Buffer) {
  const begun = await start(person, name, bytes.length)
  for (let offset = 0; offset < bytes.length; offset += uploadPiece)
    await append(person, begun.id, offset, bytes.subarray(offset, offset + uploadPiece))
  return world.as(person).attachments.finish({ params: { id: begun.id } })
}
const list = (person: Person) => world.as(person).attachments.list({ query: subject() })
const fetchContent = async (person: Person, id: string, as: 'view' | 'download', headers = {}) =>
  world.app.inject({
    method: 'GET',
    url: urlOf(attachmentsApi.content, { params: { id }, query: { as } }),
    headers: { cookie: await world.cookieOf(person), ...headers },
  })

describe('六.3.2)① files hang on a customer', () => {
  test('a photo is taken in, listed for whoever sees the contacts, and shown in place', async () => {
    const { pm, dm } = world.people
    const added = await upload(pm, '机房.png', png)
    expect(added).toMatchObject({ name: '机房.png', size: png.length, kind: 'picture', preview: 'picture' })
    expect((await list(dm)).items).toEqual([{ ...added, can: { remove: true } }])
    const shown = await fetchContent(dm, added.id, 'view')
    expect(shown.rawPayload.equals(png)).toBe(true)
    expect(shown.headers['content-type']).toBe('image/png')
    expect(shown.headers['content-disposition']).toMatch(/^inline/)
    const again = await fetchContent(dm, added.id, 'view', { 'if-none-match': shown.headers.etag })
    expect(again.statusCode).toBe(304)
  })

  test('a page that calls itself a picture is only ever downloaded, in a sandbox', async () => {
    const { pm } = world.people
    const page = await upload(pm, '照片.png', Buffer.from('<html><script>alert(1)</script>'))
    expect(page).toMatchObject({ kind: 'text', preview: null, notWhatNamed: '图片' })
    const sent = await fetchContent(pm, page.id, 'view')
    expect(sent.headers['content-type']).toBe('text/plain')
    expect(sent.headers['content-disposition']).toMatch(/^attachment/)
    expect(sent.headers['content-security-policy']).toContain('sandbox')
    expect(sent.headers['x-content-type-options']).toBe('nosniff')
  })

  test('a program is refused with a sentence, whatever it is called, and leaves nothing', async () => {
    const { pm } = world.people
    const errors = [{ message: '程序和脚本不能作为附件' }]
    expect(await refusal(upload(pm, '安装.exe', pdf))).toMatchObject({ errors })
    expect(await refusal(upload(pm, '报价.pdf', Buffer.from('7f454c4602', 'hex')))).toMatchObject({ errors })
    expect((await list(pm)).items).toEqual([])
  })

  test('the same content on the same customer is there once, under its first name', async () => {
    const { pm } = world.people
    const first = await upload(pm, '协议.pdf', pdf)
    const second = await upload(pm, '协议（副本）.pdf', pdf)
    expect(second.id).toBe(first.id)
    expect((await list(pm)).items).toHaveLength(1)
  })

  test('the timeline says which file came to whoever may read it, to a colleague only that one came', async () => {
    const { pm, pmSameRegion } = world.people
    await upload(pm, '内部报价.pdf', pdf)
    const own = await world.as(pm).customers.timeline({ params: { id: customerId } })
    expect(own.items.map(({ summary }) => summary)).toContain('上传了附件：PDF，内部报价.pdf')
    const seen = await world.as(pmSameRegion).customers.timeline({ params: { id: customerId } })
    expect(seen.items.map(({ summary }) => summary)).toContain('上传了附件：PDF')
    expect(JSON.stringify(seen)).not.toContain('内部报价')
  })

  test('each time somebody opens a file the audit log keeps it (三.1)', async () => {
    const { pm, gm } = world.people
    const { id } = await upload(pm, '协议.pdf', pdf)
    await fetchContent(gm, id, 'download')
    const traces = await world.services.db
      .selectFrom('auditLog')
      .select('actorId')
      .where('action', '=', 'attachment.downloaded')
      .where('subjectId', '=', customerId)
      .execute()
    expect(traces).toEqual([{ actorId: gm.id }])
  })
})

describe('a bad line loses a piece and not the file', () => {
  const large = randomBytes(2 * uploadPiece + 1000)

  test('after a lost answer the upload goes on from what the server has', async () => {
    const { pm } = world.people
    const { id } = await start(pm, '图纸.zip', large.length)
    await append(pm, id, 0, large.subarray(0, uploadPiece))
    const problem = await refusal(append(pm, id, 0, large.subarray(0, uploadPiece)))
    expect(problem).toMatchObject({ code: 'wrong_offset', facts: { received: uploadPiece } })
    const resumed = await start(pm, '图纸.zip', large.length)
    expect(resumed).toEqual({ id, size: large.length, received: uploadPiece })
    await append(pm, id, uploadPiece, large.subarray(uploadPiece, 2 * uploadPiece))
    expect((await refusal(world.as(pm).attachments.finish({ params: { id } }))).code).toBe('wrong_offset')
    await append(pm, id, 2 * uploadPiece, large.subarray(2 * uploadPiece))
    const [one, two] = await Promise.all([
      world.as(pm).attachments.finish({ params: { id } }),
      world.as(pm).attachments.finish({ params: { id } }),
    ])
    expect(one).toEqual(two)
    const sent = await fetchContent(pm, one.id, 'download')
    expect(sent.rawPayload.equals(large)).toBe(true)
  })

  test('two pieces for the same place at once: one counts', async () => {
    const { pm } = world.people
    const { id } = await start(pm, '录音.amr', 8)
    const outcomes = await Promise.allSettled([
      append(pm, id, 0, Buffer.from('#!AM')),
      append(pm, id, 0, Buffer.from('#!AM')),
    ])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await start(pm, '录音.amr', 8)).toMatchObject({ received: 4 })
  })

  test.each([
    ['an empty file', 0],
    ['more than 50 MB', 50 * 1024 * 1024 + 1],
  ])('%s is not even begun', async (_, size) => {
    const problem = await refusal(start(world.people.pm, '大.zip', size))
    expect(problem.errors?.[0]?.path).toBe('size')
  })

  test('a piece larger than agreed, or past the end, is refused', async () => {
    const { pm } = world.people
    const { id } = await start(pm, '短.txt', 3)
    expect((await refusal(append(pm, id, 0, Buffer.alloc(uploadPiece + 1, 1)))).code).toBe('body_too_large')
    expect((await refusal(append(pm, id, 0, Buffer.from('四个字节')))).code).toBe('invalid_input')
  })
})

describe('the current version of a form is pinned', () => {
  const pin = (bytes: Buffer) => {
    const { pm } = world.people
    const { db, files } = world.services
    const actor = { ...pm, divisionId: world.divisionId, ...outsider }
    return db
      .transaction()
      .execute((trx) =>
        pinAttachment(
          { db: trx, actor, now: world.services.clock.now(), files },
          { type: 'customer', id: customerId, divisionId: world.divisionId },
          { name: '客户信息反馈表.xlsx', bytes, as: 'feedback_form' },
        ),
      )
  }
  const outsider = {
    regionIds: [],
    ownedRegionIds: [],
    attendanceClerk: false,
    sessionId: '',
    passwordChangeDue: false,
    confidentialityDue: false,
  }

  test('the next version takes the place of the one before, the same content changes nothing', async () => {
    const { pm } = world.people
    await upload(pm, '协议.pdf', pdf)
    const first = await pin(Buffer.from('第一版'))
    expect(await pin(Buffer.from('第一版'))).toBe(first)
    await pin(Buffer.from('第二版'))
    const { items } = await list(pm)
    expect(items.map(({ name, pinned }) => [name, pinned])).toEqual([
      ['客户信息反馈表.xlsx', true],
      ['协议.pdf', false],
    ])
    expect((await fetchContent(pm, items[0]?.id ?? '', 'download')).body).toBe('第二版')
  })

  test('nobody removes it by hand', async () => {
    const id = await pin(Buffer.from('第一版'))
    const problem = await refusal(world.as(world.people.dm).attachments.remove({ params: { id } }))
    expect(problem.code).toBe('forbidden')
  })
})

describe('a file that was removed', () => {
  test('comes back within a day, and after it is gone for good', async () => {
    const { pm, dm } = world.people
    const { id } = await upload(pm, '协议.pdf', pdf)
    await world.as(dm).attachments.remove({ params: { id } })
    expect((await list(pm)).items).toEqual([])
    expect((await fetchContent(pm, id, 'download')).statusCode).toBe(404)
    await world.as(pm).attachments.restore({ params: { id } })
    expect((await list(pm)).items).toHaveLength(1)
    await world.as(pm).attachments.remove({ params: { id } })
    world.setNow('2026-11-24T08:40:00+08:00')
    const problem = await refusal(world.as(pm).attachments.restore({ params: { id } }))
    expect(problem.code).toBe('window_closed')
  })

  test('leaves its content to the sweep, which spares what another customer still has', async () => {
    const { pm } = world.people
    const bytes = randomBytes(100)
    const { id } = await upload(pm, '图纸.dwg', bytes)
    const first = customerId
    customerId = (await enter(world, pm)).id
    const other = await upload(pm, '图纸.dwg', bytes)
    const { hash } = await world.services.db
      .selectFrom('attachments')
      .select('hash')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    const sweepLater = async (now: string) => {
      await age(hash)
      await sweepFiles(world.services, new Date(now))
    }
    await world.as(pm).attachments.remove({ params: { id } })
    await sweepLater('2026-11-25T08:40:00+08:00')
    expect((await fetchContent(pm, other.id, 'download')).rawPayload.equals(bytes)).toBe(true)
    await world.as(pm).attachments.remove({ params: { id: other.id } })
    await sweepLater('2026-11-23T20:00:00+08:00')
    expect((await buffer(world.services.files.read(hash))).equals(bytes)).toBe(true)
    await sweepLater('2026-11-25T08:40:00+08:00')
    await expect(buffer(world.services.files.read(hash))).rejects.toThrow('ENOENT')
    customerId = first
    await upload(pm, '图纸.dwg', bytes)
    expect((await buffer(world.services.files.read(hash))).equals(bytes)).toBe(true)
  })

  async function age(hash: string): Promise<void> {
    const file = path.join(filesOf(world.connectionString), hash.slice(0, 2), hash)
    const longAgo = new Date(Date.now() - 2 * 24 * 60 * 60 * 1000)
    await utimes(file, longAgo, longAgo)
  }
})
