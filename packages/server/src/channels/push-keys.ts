import webPush from 'web-push'
import type { Database, Trx } from '../platform/db/connect.ts'
import type { Secrets } from '../platform/secrets.ts'

/** The pair that every device is bound to: made when first needed, by whichever server is first, and kept for good. */
export async function pushKeys(
  db: Database | Trx,
  secrets: Secrets,
): Promise<{ publicKey: string; privateKey: string }> {
  const known = (await readKeys(db)) ?? (await makeKeys(db, secrets))
  return { publicKey: known.publicKey, privateKey: secrets.open(known.sealed) }
}

const readKeys = (db: Database | Trx) =>
  db.selectFrom('pushKeys').select(['publicKey', 'sealed']).executeTakeFirst()

async function makeKeys(db: Database | Trx, secrets: Secrets) {
  const { publicKey, privateKey } = webPush.generateVAPIDKeys()
  await db
    .insertInto('pushKeys')
    .values({ publicKey, sealed: secrets.seal(privateKey), createdAt: new Date() })
    .onConflict((conflict) => conflict.column('oneRow').doNothing())
    .execute()
  const keys = await readKeys(db)
  if (!keys) throw new Error('the push keys that were just written are not there')
  return keys
}
