import type { OnServer } from '@zhuowei/contract/kernel.ts'
import type { Profile } from '@zhuowei/contract/profiles.ts'
import type { Database, Trx } from '../platform/db/connect.ts'
import type { ProfileRow, SealedProfile } from './find.ts'

export async function presentProfile(
  db: Database | Trx,
  row: ProfileRow,
  { content, purpose, source }: SealedProfile,
): Promise<OnServer<Profile>> {
  const { basis, separateConsent, version, updatedAt: savedAt } = row
  const savedBy = await db
    .selectFrom('people')
    .select(['id', 'name'])
    .where('id', '=', row.updatedBy)
    .executeTakeFirstOrThrow()
  return { ...content, purpose, basis, source, separateConsent, savedAt, savedBy, version }
}
