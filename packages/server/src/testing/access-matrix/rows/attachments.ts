import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { newId } from '../../../platform/ids.ts'
import type { World } from '../../world.ts'
import type { Target } from '../targets.ts'
import { changing, type Rows, reading } from './kinds.ts'

const at = new Date('2026-11-20T10:00:00+08:00')
const ofCustomer = ({ customerId }: Target) => ({ subjectType: 'customer', subjectId: customerId })
const attached = async (target: Target, world: World) => ({
  params: { id: await giveAttachment(world, target) },
})
const begun = async (target: Target, world: World) => ({ params: { id: await giveUpload(world, target) } })

export const attachmentRows: Rows = {
  'attachments.list': reading('read an attachment', (target) => ({ query: ofCustomer(target) })),
  'attachments.content': reading('read an attachment', attached),
  'attachments.start': changing('change a customer', (target) => ({
    body: {
      ...ofCustomer(target),
      ...{ name: '核对权限.pdf', size: 10, modifiedAt: '2026-11-20T10:00:00+08:00' },
    },
  })),
  'attachments.append': changing('use an upload', async (target, world) => ({
    ...(await begun(target, world)),
    query: { offset: 0 },
  })),
  'attachments.finish': changing('use an upload', begun),
  'attachments.remove': changing('remove an attachment', attached),
  'attachments.restore': changing('remove an attachment', attached),
}

/** Put there by the person whose records are tried. */
async function giveAttachment(
  { services: { db, files } }: World,
  { customerId, personId }: Target,
): Promise<string> {
  const id = newId()
  const bytes = Buffer.from(`核对权限${id}`)
  const { divisionId } = await db
    .selectFrom('customers')
    .select('divisionId')
    .where('id', '=', customerId)
    .executeTakeFirstOrThrow()
  await db.transaction().execute(async (trx) => files.keep(trx, await files.stage(Readable.from([bytes]))))
  await db
    .insertInto('attachments')
    .values({
      ...{ id, divisionId, subjectType: 'customer', subjectId: customerId, name: '核对权限.txt' },
      hash: createHash('sha256').update(bytes).digest('hex'),
      ...{ size: bytes.length, mediaType: 'text/plain', createdAt: at, createdBy: personId },
    })
    .execute()
  return id
}

async function giveUpload({ services: { db } }: World, { customerId, personId }: Target): Promise<string> {
  const id = newId()
  await db
    .insertInto('attachmentUploads')
    .values({
      ...{ id, subjectType: 'customer', subjectId: customerId, personId, name: `${id}.txt`, size: 10 },
      ...{ modifiedAt: at, touchedAt: at },
    })
    .execute()
  return id
}
