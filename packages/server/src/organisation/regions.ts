import type { Body, OnServer } from '@zhuowei/contract/kernel.ts'
import type { organisationApi, Region } from '@zhuowei/contract/organisation.ts'
import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { worksInRegions } from '@zhuowei/domain/organisation/position.ts'
import type { Role } from '@zhuowei/domain/organisation/roles.ts'
import { notify } from '../notifications/notify.ts'
import { recordEvent } from '../platform/events.ts'
import type { Reading, Writing } from '../platform/http/implement.ts'
import { newId } from '../platform/ids.ts'
import { invalid, notFound, Refusal } from '../platform/refusal.ts'
import { announceSessionChange } from '../platform/session/resolve.ts'
import { mayAdminister, seesAllDivisions } from './access.ts'
import { divisionExists, employed } from './position.ts'
import { regionCodeFor } from './region-code.ts'
import type { Authored } from './writing.ts'

export async function listRegions(
  { db, actor, now }: Reading,
  { divisionId, id }: { divisionId?: string; id?: string } = {},
): Promise<OnServer<Region>[]> {
  let regions = db
    .selectFrom('regions')
    .innerJoin('divisions', 'divisions.id', 'regions.divisionId')
    .leftJoin('people as owner', 'owner.id', 'regions.ownerId')
    .select(['regions.id', 'regions.divisionId', 'divisions.name as divisionName', 'code', 'regions.name'])
    .select(['ownerId', 'owner.name as ownerName', 'regions.version'])
    .orderBy('divisions.name')
    .orderBy('code')
  if (!seesAllDivisions(actor)) regions = regions.where('regions.divisionId', '=', actor.divisionId)
  if (divisionId) regions = regions.where('regions.divisionId', '=', divisionId)
  if (id) regions = regions.where('regions.id', '=', id)
  const [rows, members] = await Promise.all([regions.execute(), membersOfRegions({ db, now })])
  return rows.map((row) => ({
    id: row.id,
    division: { id: row.divisionId, name: row.divisionName },
    code: row.code,
    name: row.name,
    owner: row.ownerId && row.ownerName ? { id: row.ownerId, name: row.ownerName } : null,
    members: members.filter((member) => member.regionId === row.id).map(({ id, name }) => ({ id, name })),
    version: row.version,
    can: { update: mayAdminister(actor) },
  }))
}

export async function loadRegion(reading: Reading, id: string): Promise<OnServer<Region>> {
  const [region] = await listRegions(reading, { id })
  if (!region) throw notFound()
  return region
}

export async function createRegion(
  { db, actor, now }: Authored,
  input: Body<typeof organisationApi.createRegion>,
  { id = newId() }: { id?: string } = {},
): Promise<string> {
  const { divisionId, name } = input
  if (!(await divisionExists(db, divisionId))) throw invalid('divisionId', '没有这个事业部')
  const taken = await db.selectFrom('regions').select('code').where('divisionId', '=', divisionId).execute()
  const code =
    input.code ??
    regionCodeFor(
      name,
      taken.map((region) => region.code),
    )
  await db
    .insertInto('regions')
    .values({ id, divisionId, name, code, createdAt: now, updatedAt: now })
    .execute()
  await recordEvent(db, actor, now, {
    verb: 'region.created',
    subjectType: 'region',
    subjectId: id,
    divisionId,
    summary: `建立${name}（${code}）`,
    after: { name, code },
  })
  return id
}

export async function renameRegion(
  writing: Writing,
  id: string,
  { version, ...input }: Body<typeof organisationApi.updateRegion>,
): Promise<void> {
  const { db, actor, now } = writing
  const before = await lockRegion(writing, id, { ...input, version })
  await db
    .updateTable('regions')
    .set({ ...input, version: version + 1, updatedAt: now })
    .where('id', '=', id)
    .execute()
  await recordEvent(db, actor, now, {
    verb: 'region.updated',
    subjectType: 'region',
    subjectId: id,
    divisionId: before.divisionId,
    summary: `${before.name}（${before.code}）改为${input.name}（${input.code}）`,
    before: { name: before.name, code: before.code },
    after: input,
  })
}

/** G5: 区域经理 is whoever owns the region: one SPM or PM who works there. */
export async function appointRegionOwner(
  writing: Writing,
  id: string,
  { ownerId, version }: Body<typeof organisationApi.appointRegionOwner>,
): Promise<void> {
  const { db, actor, now } = writing
  const region = await lockRegion(writing, id, { version })
  const owner = await employed(db, shanghaiDate(now))
    .select(['id', 'name', 'role'])
    .$narrowType<{ role: Role }>()
    .where('id', '=', ownerId)
    .executeTakeFirst()
  if (!owner || !worksInRegions(owner.role))
    throw invalid('ownerId', '片区经理由在职的高级项目主管或项目主管担任')
  const member = await db
    .selectFrom('regionMembers')
    .select('personId')
    .where('regionId', '=', id)
    .where('personId', '=', ownerId)
    .executeTakeFirst()
  if (!member) throw invalid('ownerId', `${owner.name}不在${region.name}，请先把人调到这个片区`)
  await db
    .updateTable('regions')
    .set({ ownerId, version: version + 1, updatedAt: now })
    .where('id', '=', id)
    .execute()
  await recordEvent(db, actor, now, {
    verb: 'region.owner_appointed',
    subjectType: 'region',
    subjectId: id,
    divisionId: region.divisionId,
    summary: `${owner.name}任${region.name}片区经理`,
    before: { ownerId: region.ownerId },
    after: { ownerId },
  })
  await notify(
    db,
    { personIds: [ownerId], kind: 'organisation', title: `您担任${region.name}的片区经理` },
    now,
  )
  for (const personId of [ownerId, region.ownerId]) if (personId) await announceSessionChange(db, personId)
}

async function lockRegion({ db }: Writing, id: string, yours: { version: number }) {
  const region = await db
    .selectFrom('regions')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!region) throw notFound()
  if (region.version !== yours.version) {
    const { name, code, ownerId, version } = region
    throw new Refusal('version_conflict', { facts: { current: { name, code, ownerId, version }, yours } })
  }
  return region
}

function membersOfRegions({ db, now }: Pick<Reading, 'db' | 'now'>) {
  return employed(db, shanghaiDate(now))
    .innerJoin('regionMembers', 'personId', 'people.id')
    .select(['regionId', 'people.id', 'people.name'])
    .orderBy('employeeNo')
    .execute()
}
