import { createHash, randomBytes } from 'node:crypto'
import type { Body } from '@zhuowei/contract/kernel.ts'
import type { sessionApi } from '@zhuowei/contract/session.ts'
import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { sql } from 'kysely'
import { createDivision } from '../organisation/divisions.ts'
import { createPerson } from '../organisation/onboard.ts'
import { createRegion } from '../organisation/regions.ts'
import type { Database, Trx } from '../platform/db/connect.ts'
import { newId } from '../platform/ids.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Services } from '../platform/services.ts'
import { hashPassword } from '../platform/session/password.ts'
import { refuseUsernameAsPassword } from './own-password.ts'

/** A one-time link for whoever started an empty system; null once there is an administrator. */
export async function firstAdministratorLink(
  { db, clock }: Services,
  baseUrl: string,
): Promise<string | null> {
  if (!(await setupIsOpen(db))) return null
  const token = randomBytes(24).toString('base64url')
  await db
    .insertInto('setupLinks')
    .values({ tokenHash: hashOf(token), createdAt: clock.now() })
    .execute()
  return `${baseUrl}/setup?token=${token}`
}

async function setupIsOpen(db: Database | Trx): Promise<boolean> {
  const administrator = await db
    .selectFrom('people')
    .select('id')
    .where('role', '=', 'adm')
    .executeTakeFirst()
  return administrator === undefined
}

/** Whether there is an administrator yet, and whether this link still makes one. */
export async function setupState(db: Database | Trx, token: string | undefined) {
  const open = await setupIsOpen(db)
  return { open, linkWorks: open && token !== undefined && (await isKnownLink(db, token)) }
}

/** The division and its first administrator, who acts as the author of both; every link is spent with it. */
export async function setUp(db: Database, input: Body<typeof sessionApi.setup>, now: Date): Promise<void> {
  refuseUsernameAsPassword(input.username, input.password, 'password')
  await refuseUnlessOpen(db, input.token) // before the hash, which costs a stranger's request much work
  const passwordHash = await hashPassword(input.password)
  await db.transaction().execute(async (trx) => {
    // Two people with two links: the second waits here and finds the door closed.
    await sql`lock table setup_links in exclusive mode`.execute(trx)
    await refuseUnlessOpen(trx, input.token)
    const actor = { id: newId(), name: input.name }
    const writing = { db: trx, actor, now }
    await createPerson(
      writing,
      {
        name: input.name,
        username: input.username,
        employeeNo: input.employeeNo ?? 'ADMIN',
        phone: null,
        email: null,
        entryDate: shanghaiDate(now),
        role: 'adm',
        divisionId: null,
        regionIds: [],
        managerId: null,
        attendanceClerk: false,
      },
      { passwordHash, changeDue: false },
      { id: actor.id },
    )
    const divisionId = await createDivision(writing, {
      name: input.divisionName,
      companyName: '卓维',
      aliases: [],
    })
    for (const name of input.regionNames) await createRegion(writing, { divisionId, name })
    await trx.deleteFrom('setupLinks').execute()
  })
}

async function refuseUnlessOpen(db: Database | Trx, token: string): Promise<void> {
  if (!(await isKnownLink(db, token)) || !(await setupIsOpen(db))) throw new Refusal('setup_closed')
}

async function isKnownLink(db: Database | Trx, token: string): Promise<boolean> {
  const link = await db
    .selectFrom('setupLinks')
    .select('tokenHash')
    .where('tokenHash', '=', hashOf(token))
    .executeTakeFirst()
  return link !== undefined
}

const hashOf = (token: string) => createHash('sha256').update(token).digest('base64url')
