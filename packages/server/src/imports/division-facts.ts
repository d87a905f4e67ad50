import type { Role } from '@zhuowei/domain/organisation/roles.ts'
import type { Database, Trx } from '../platform/db/connect.ts'

/** The people and regions of a division, as the words of a file may name them. */
export interface DivisionFacts {
  regions: Region[]
  regionNamed(word: string): Region | null
  /** Several when a name is borne by more than one person. */
  ownersNamed(word: string): Owner[]
  ownerById(id: string): Owner | null
}

interface Region {
  id: string
  code: string
  name: string
  ownerId: string | null
}

interface Owner {
  id: string
  name: string
  regionIds: string[]
}

/** 六.4.1): customers belong to people who sell. */
const owningRoles: Role[] = ['spm', 'pm']

export async function loadDivisionFacts(
  db: Database | Trx,
  divisionId: string,
  today: string,
): Promise<DivisionFacts> {
  const regions = await db
    .selectFrom('regions')
    .where('divisionId', '=', divisionId)
    .select(['id', 'code', 'name', 'ownerId'])
    .orderBy('code')
    .execute()
  const people = await db
    .selectFrom('people')
    .where('divisionId', '=', divisionId)
    .where('role', 'in', owningRoles)
    .where((row) => row.or([row('leavingDate', 'is', null), row('leavingDate', '>=', today)]))
    .select(['id', 'name', 'employeeNo', 'username'])
    .execute()
  const members = await db
    .selectFrom('regionMembers')
    .innerJoin('regions', 'regions.id', 'regionMembers.regionId')
    .where('regions.divisionId', '=', divisionId)
    .select(['regionMembers.personId', 'regionMembers.regionId'])
    .execute()
  const regionsByWord = new Map(
    regions.flatMap((region) => [
      [plain(region.code), region],
      [plain(region.name), region],
      [withoutKind(plain(region.name)), region],
    ]),
  )
  const owners = people.map((person) => ({
    ...person,
    regionIds: [
      ...new Set([
        ...regions.filter((region) => region.ownerId === person.id).map((region) => region.id),
        ...members.filter((member) => member.personId === person.id).map((member) => member.regionId),
      ]),
    ],
  }))
  return {
    regions,
    regionNamed: (word) =>
      regionsByWord.get(plain(word)) ?? regionsByWord.get(withoutKind(plain(word))) ?? null,
    ownersNamed: (word) => {
      const key = plain(word)
      const byCode = owners.filter((owner) => [plain(owner.employeeNo), plain(owner.username)].includes(key))
      return byCode.length > 0 ? byCode : owners.filter((owner) => plain(owner.name) === key)
    },
    ownerById: (id) => owners.find((owner) => owner.id === id) ?? null,
  }
}

const plain = (word: string) => word.normalize('NFKC').toLowerCase().replace(/\s/g, '')
const withoutKind = (word: string) => word.replace(/(?:片区|区域|大区)$/, '')
