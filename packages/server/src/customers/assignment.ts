import type { NewCustomer } from '@zhuowei/contract/customer-shapes.ts'
import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import type { Database, Trx } from '../platform/db/connect.ts'
import type { Writing } from '../platform/http/implement.ts'
import { invalid, notFound } from '../platform/refusal.ts'
import { regionsOf } from './access.ts'

export interface Assignment {
  divisionId: string
  region: { id: string; code: string; name: string }
  /** Null: the manager's pool. */
  owner: { id: string; name: string } | null
}

/**
 * Where a new customer belongs when the form does not say: salespeople keep it in their own region and for themselves; entered by the
 * manager or on behalf (代录) it goes to the owner of the region (六.4.1), G5).
 */
export async function assign(
  work: Writing,
  wanted: Pick<NewCustomer, 'regionId' | 'ownerId'>,
): Promise<Assignment> {
  const { actor } = work
  if (!actor.divisionId) throw notFound()
  const isSales = actor.role === 'pm' || actor.role === 'spm'
  const region = isSales ? await ownRegion(work, wanted.regionId) : await regionOfDivision(work, wanted)
  const base = {
    divisionId: actor.divisionId,
    region: { id: region.id, code: region.code, name: region.name },
  }
  const ownerId = wanted.ownerId ?? (isSales ? actor.id : region.ownerId)
  if (ownerId === actor.id && isSales) return { ...base, owner: { id: actor.id, name: actor.name } }
  if (actor.role === 'pm') throw invalid('ownerId', '项目主管新建的客户由本人负责')
  return { ...base, owner: ownerId ? await ownerIn(work, region.id, ownerId) : null }
}

/** Somebody who sells in that region today: the only people a customer can belong to. */
async function ownerIn(work: Writing, regionId: string, personId: string) {
  const person = await sellerWithRegions(work, personId)
  if (!person.regionIds.has(regionId)) throw invalid('ownerId', notThere)
  return { id: person.id, name: person.name }
}

const notThere = '负责人须是这个片区的高级项目主管或项目主管'

/** Somebody who sells today, with the regions in which customers can be theirs. */
export async function sellerWithRegions({ db, now }: Pick<Writing, 'db' | 'now'>, personId: string) {
  const person = await db
    .selectFrom('people')
    .select(['id', 'name', 'leavingDate'])
    .where('id', '=', personId)
    .where('role', 'in', ['spm', 'pm'])
    .executeTakeFirst()
  if (!person) throw invalid('ownerId', notThere)
  if (person.leavingDate && person.leavingDate < shanghaiDate(now))
    throw invalid('ownerId', `${person.name}已经离职，请选择别人`)
  const regions = await db
    .selectFrom('regionMembers')
    .select('regionId')
    .where('personId', '=', personId)
    .union(db.selectFrom('regions').select('id as regionId').where('ownerId', '=', personId))
    .execute()
  return { id: person.id, name: person.name, regionIds: new Set(regions.map(({ regionId }) => regionId)) }
}

/** Everybody of the division in whose regions customers can lie, by name. */
export async function sellersOf({ db, actor }: Pick<Writing, 'db' | 'actor'>) {
  const rows = await db
    .selectFrom('people')
    .leftJoin('regionMembers', 'regionMembers.personId', 'people.id')
    .leftJoin('regions', 'regions.ownerId', 'people.id')
    .select(['people.id', 'people.name', 'regionMembers.regionId', 'regions.id as ownedId'])
    .where('people.divisionId', '=', actor.divisionId)
    .where('people.role', 'in', ['spm', 'pm'])
    .execute()
  const people = Map.groupBy(rows, ({ id }) => id)
  return new Map(
    [...people].map(([id, regions]) => {
      const regionIds = regions.flatMap(({ regionId, ownedId }) =>
        [regionId, ownedId].filter((one) => one !== null),
      )
      return [id, { name: regions[0]?.name ?? '', regionIds: new Set(regionIds) }]
    }),
  )
}

async function ownRegion({ db, actor }: Writing, wanted: string | undefined) {
  const regions = regionsOf(actor)
  const regionId = wanted ?? actor.ownedRegionIds[0] ?? regions[0]
  if (!regionId) throw invalid('regionId', '您还没有片区，请先联系系统管理员')
  if (!regions.includes(regionId)) throw invalid('regionId', '只能在自己的片区新建客户')
  return selectRegions(db).where('id', '=', regionId).executeTakeFirstOrThrow()
}

/** The region that was chosen, else the one of the chosen owner, else the only one of the division. */
async function regionOfDivision(
  { db, actor }: Writing,
  { regionId, ownerId }: Pick<NewCustomer, 'regionId' | 'ownerId'>,
) {
  const ofDivision = selectRegions(db).where('divisionId', '=', actor.divisionId)
  if (regionId) {
    const chosen = await ofDivision.where('id', '=', regionId).executeTakeFirst()
    if (!chosen) throw invalid('regionId', '没有这个片区')
    return chosen
  }
  const ofOwner = ownerId
    ? await ofDivision
        .where((row) =>
          row.or([
            row('ownerId', '=', ownerId),
            row(
              'id',
              'in',
              row.selectFrom('regionMembers').select('regionId').where('personId', '=', ownerId),
            ),
          ]),
        )
        .executeTakeFirst()
    : undefined
  if (!ofOwner && !ownerId) {
    const regions = await ofDivision.limit(2).execute()
    if (regions.length > 1) throw invalid('regionId', '请选择片区')
  }
  const region = ofOwner ?? (await ofDivision.executeTakeFirst())
  if (!region) throw invalid('regionId', '还没有片区，请先联系系统管理员')
  return region
}

const selectRegions = (db: Database | Trx) =>
  db.selectFrom('regions').select(['id', 'code', 'name', 'ownerId']).orderBy('code').limit(1)
