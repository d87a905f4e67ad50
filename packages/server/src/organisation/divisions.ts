import type { Body, OnServer } from '@zhuowei/contract/kernel.ts'
import type { Division, organisationApi } from '@zhuowei/contract/organisation.ts'
import { sql } from 'kysely'
import { recordEvent } from '../platform/events.ts'
import type { Reading, Writing } from '../platform/http/implement.ts'
import { newId } from '../platform/ids.ts'
import { notFound, Refusal } from '../platform/refusal.ts'
import { mayAdminister, seesAllDivisions } from './access.ts'
import type { Authored } from './writing.ts'

type Input = Body<typeof organisationApi.createDivision>

export async function listDivisions({ db, actor }: Reading): Promise<OnServer<Division>[]> {
  const divisions = db
    .selectFrom('divisions')
    .select(['id', 'name', 'companyName', 'aliases', 'version'])
    .select(
      sql<number>`(select count(*)::int from people p where p.division_id = divisions.id and p.leaving_date is null)`.as(
        'peopleCount',
      ),
    )
    .orderBy('name')
  const visible = seesAllDivisions(actor) ? divisions : divisions.where('id', '=', actor.divisionId)
  const rows = await visible.execute()
  return rows.map((row) => ({ ...row, can: { update: mayAdminister(actor) } }))
}

export async function loadDivision(reading: Reading, id: string): Promise<OnServer<Division>> {
  const division = (await listDivisions(reading)).find((one) => one.id === id)
  if (!division) throw notFound()
  return division
}

export async function createDivision(
  { db, actor, now }: Authored,
  input: Input,
  { id = newId(), isDemo = false }: { id?: string; isDemo?: boolean } = {},
): Promise<string> {
  await db
    .insertInto('divisions')
    .values({ ...input, id, isDemo, createdAt: now, updatedAt: now })
    .execute()
  await recordEvent(db, actor, now, {
    verb: 'division.created',
    subjectType: 'division',
    subjectId: id,
    divisionId: id,
    summary: `建立${input.name}`,
    after: input,
  })
  return id
}

export async function renameDivision(
  { db, actor, now }: Writing,
  id: string,
  { version, ...input }: Body<typeof organisationApi.updateDivision>,
): Promise<void> {
  const before = await db
    .selectFrom('divisions')
    .select(['name', 'companyName', 'aliases', 'version'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!before) throw notFound()
  if (before.version !== version) {
    throw new Refusal('version_conflict', { facts: { current: before, yours: { ...input, version } } })
  }
  await db
    .updateTable('divisions')
    .set({ ...input, version: version + 1, updatedAt: now })
    .where('id', '=', id)
    .execute()
  await recordEvent(db, actor, now, {
    verb: 'division.updated',
    subjectType: 'division',
    subjectId: id,
    divisionId: id,
    summary: `修改${input.name}的名称和别名`,
    before,
    after: input,
  })
}
