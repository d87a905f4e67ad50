import { api } from '@zhuowei/contract/api.ts'
import { createClient } from '@zhuowei/contract/client.ts'
import { expect } from 'vitest'
import type { Trx } from '../platform/db/connect.ts'
import { startChildServer } from './child-server.ts'
import { untilWaiting } from './locks.ts'
import type { Person, World } from './world.ts'

type Ask = (client: ReturnType<typeof createClient<typeof api>>) => Promise<unknown>

/** Somebody gives a command to a server of its own, which waits for a lock that the test holds, and is killed while it waits. */
export async function killedWhile(
  world: World,
  person: Person,
  hold: (db: Trx) => Promise<unknown>,
  ask: Ask,
): Promise<void> {
  const { child, exited, url } = await startChildServer({
    DATABASE_URL: world.connectionString,
    ZHUOWEI_SECRET_KEY: Buffer.alloc(32, 7).toString('hex'), // that of the world, whose session is used
  })
  const cookie = await world.cookieOf(person)
  const client = createClient(api, { baseUrl: url, headers: () => ({ cookie }) })
  await world.services.db.transaction().execute(async (holding) => {
    await hold(holding)
    const asked = ask(client).catch((error: unknown) => error)
    await untilWaiting(world, 1)
    child.kill('SIGKILL')
    await exited
    expect(await asked).toBeInstanceOf(Error)
  })
}
