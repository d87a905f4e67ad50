import type { Body } from '@zhuowei/contract/kernel.ts'
import type { organisationApi } from '@zhuowei/contract/organisation.ts'
import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { entryDateProblem } from '@zhuowei/domain/organisation/entry-date.ts'
import { roleLabel } from '@zhuowei/domain/organisation/roles.ts'
import { followPerson } from '../obligations/horizon.ts'
import type { Database, Trx } from '../platform/db/connect.ts'
import { recordEvent } from '../platform/events.ts'
import type { Writing } from '../platform/http/implement.ts'
import { newId } from '../platform/ids.ts'
import { invalid, Refusal } from '../platform/refusal.ts'
import { hashPassword, temporaryPassword } from '../platform/session/password.ts'
import { settlePosition } from './position.ts'
import type { Authored } from './writing.ts'

export type NewPerson = Body<typeof organisationApi.onboard>

/** What the person signs in with. Seeds give everybody one hash, which is what makes them fast. */
export interface FirstCredential {
  passwordHash: string
  changeDue: boolean
}

/** A new colleague in one step; the password is told once and must be changed. */
export async function onboard(
  { db, actor, now }: Omit<Writing, 'db'> & { db: Database },
  input: NewPerson,
): Promise<{ id: string; password: string }> {
  const today = shanghaiDate(now)
  refuseAbsurdEntry(input.entryDate, today)
  const password = temporaryPassword()
  const credential = { passwordHash: await hashPassword(password), changeDue: true }
  const id = await db.transaction().execute(async (trx) => {
    const personId = await createPerson({ db: trx, actor, now }, input, credential, {
      reportsFrom: input.entryDate < today ? today : null,
    })
    await followPerson(trx, { id: personId, divisionId: input.divisionId }, now)
    return personId
  })
  return { id, password }
}

/** Person, position, regions, superior and account; obligations start on the entry date (§1B-16). */
export async function createPerson(
  { db, actor, now }: Authored,
  input: NewPerson,
  { passwordHash, changeDue }: FirstCredential,
  {
    id = newId(),
    isDemo = false,
    reportsFrom = null,
  }: { id?: string; isDemo?: boolean; reportsFrom?: string | null } = {},
): Promise<string> {
  const { regionIds, ...position } = await settlePosition(db, input, shanghaiDate(now))
  await refuseTaken(db, input)
  const { name, username, employeeNo, phone, email, entryDate } = input
  await db
    .insertInto('people')
    .values({
      ...position,
      id,
      name,
      username,
      employeeNo,
      phone,
      email,
      entryDate,
      reportsFrom,
      isDemo,
      passwordChangeDue: changeDue,
      createdAt: now,
      createdBy: actor.id,
      updatedAt: now,
      updatedBy: actor.id,
    })
    .execute()
  await joinRegions(db, id, regionIds)
  await db
    .insertInto('authUsers')
    .values({ id, name, username, email: `${id}@account.invalid`, createdAt: now, updatedAt: now })
    .execute()
  await db
    .insertInto('authAccounts')
    .values({
      id: newId(),
      userId: id,
      accountId: id,
      providerId: 'credential',
      password: passwordHash,
      createdAt: now,
      updatedAt: now,
    })
    .execute()
  await recordEvent(db, actor, now, {
    verb: 'person.onboarded',
    subjectType: 'person',
    subjectId: id,
    divisionId: position.divisionId,
    summary: `${name}入职，${roleLabel[position.role]}，${entryDate} 起`,
    after: { ...input, regionIds, managerId: position.managerId },
  })
  return id
}

export function refuseAbsurdEntry(entryDate: string, today: string): void {
  const problem = entryDateProblem(entryDate, today)
  if (problem) throw invalid('entryDate', problem)
}

export async function joinRegions(db: Trx, personId: string, regionIds: readonly string[]): Promise<void> {
  if (regionIds.length === 0) return
  await db
    .insertInto('regionMembers')
    .values(regionIds.map((regionId) => ({ regionId, personId })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Both at once, each beside its field; the constraints still decide between two who were equally fast. */
export async function refuseTaken(
  db: Trx,
  wanted: { username: string; employeeNo: string },
  ownId?: string,
): Promise<void> {
  const rows = await db
    .selectFrom('people')
    .select(['id', 'username', 'employeeNo'])
    .where((person) =>
      person.or([person('username', '=', wanted.username), person('employeeNo', '=', wanted.employeeNo)]),
    )
    .execute()
  const others = rows.filter((row) => row.id !== ownId)
  const errors = [
    ...(others.some((row) => row.username === wanted.username)
      ? [{ path: 'username', message: '这个用户名已经有人用了' }]
      : []),
    ...(others.some((row) => row.employeeNo === wanted.employeeNo)
      ? [{ path: 'employeeNo', message: '这个工号已经有人用了' }]
      : []),
  ]
  if (errors.length > 0) throw new Refusal('duplicate_record', { errors })
}
