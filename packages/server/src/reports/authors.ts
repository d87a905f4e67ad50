import type { Role } from '@zhuowei/domain/organisation/roles.ts'
import { type RawBuilder, sql } from 'kysely'

/** The regions a person works in, by name. */
export const regionNames: RawBuilder<string | null> = sql<string | null>`(
  select string_agg(regions.name, '、' order by regions.code) from region_members
  join regions on regions.id = region_members.region_id where region_members.person_id = people.id)`

export interface AuthorColumns {
  authorId: string
  authorName: string
  role: Role
  region: string | null
}

export const authorOf = ({ authorId, authorName, role, region }: AuthorColumns) => ({
  id: authorId,
  name: authorName,
  role,
  region,
})
