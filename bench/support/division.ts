import type { Role } from '@zhuowei/domain/organisation/roles.ts'
import type { Actor } from '@zhuowei/server/platform/actor.ts'
import { stableId } from '@zhuowei/server/platform/ids.ts'
import { secretsFrom } from '@zhuowei/server/platform/secrets.ts'
import { cookieHeader } from '@zhuowei/server/platform/session/cookie.ts'
import type pg from 'pg'
import { secretKey } from './databases.ts'

export const divisionId = stableId('bench|division')
export const secrets = secretsFrom(Buffer.from(secretKey, 'hex'))
export const regions = Array.from({ length: 6 }, (_, index) => ({
  id: stableId(`bench|region|${index}`),
  code: `Q${index + 1}`,
  name: `第${index + 1}片区`,
}))

interface BenchPerson {
  id: string
  name: string
  role: Role
  region: number | null
}

const person = (key: string, name: string, role: Role, region: number | null): BenchPerson => {
  return { id: stableId(`bench|person|${key}`), name, role, region }
}

export const manager = person('dm', '经理', 'dm', null)
export const supervisors = regions.map((_, index) =>
  person(`spm|${index}`, `高级主管${index + 1}`, 'spm', index),
)
export const salespeople = Array.from({ length: 40 }, (_, index) =>
  person(`pm|${index}`, `主管${index + 1}`, 'pm', index % regions.length),
)
export const clerk = person('oa', '内勤', 'oa', null)
const everybody = [manager, ...supervisors, ...salespeople, clerk]

/** Forty-eight people in six regions, each with a session that lasts. */
export async function fillDivision(pool: pg.Pool): Promise<void> {
  await pool.query(
    `insert into divisions (id, name, created_at, updated_at) values ($1, '电力事业部', now(), now())`,
    [divisionId],
  )
  for (const { id, code, name } of regions) {
    await pool.query(
      `insert into regions (id, division_id, code, name, created_at, updated_at) values ($1, $2, $3, $4, now(), now())`,
      [id, divisionId, code, name],
    )
  }
  for (const [index, { id, name, role, region }] of everybody.entries()) {
    await pool.query(
      `insert into people (id, division_id, employee_no, name, username, role, entry_date, created_at, updated_at)
       values ($1, $2, $3, $4, $5, $6, '2024-01-02', now(), now())`,
      [id, divisionId, `B${index}`, name, `bench${index}`, role],
    )
    await pool.query(`insert into auth_users (id, name, email, username) values ($1, $2, $3, $4)`, [
      id,
      name,
      `${id}@account.invalid`,
      `bench${index}`,
    ])
    await pool.query(
      `insert into auth_sessions (id, user_id, token, expires_at) values ($1, $2, $3, '2100-01-01')`,
      [stableId(`session|${id}`), id, tokenOf(id)],
    )
    if (region !== null)
      await pool.query(`insert into region_members values ($1, $2)`, [regions[region]?.id, id])
  }
  for (const [index, { id }] of supervisors.entries()) {
    await pool.query(`update regions set owner_id = $1 where id = $2`, [id, regions[index]?.id])
  }
}

/** 三.1 is acknowledged anew before each run, so that an old database still lets its people in. */
export async function acknowledge(pool: pg.Pool): Promise<void> {
  await pool.query(
    `insert into confidentiality_acknowledgements (person_id, version, at) select id, '1', now() from people on conflict do nothing`,
  )
}

export const cookieOf = ({ id }: BenchPerson): string => cookieHeader(tokenOf(id), secrets.signingKey)

/** The person as the access rules see him, for the statements that the floor repeats. */
export function actorOf({ id, name, role, region }: BenchPerson): Actor {
  const regionIds = region === null ? [] : [regions[region]?.id ?? '']
  return {
    ...{ id, name, role, divisionId, regionIds, sessionId: id },
    ownedRegionIds: role === 'spm' ? regionIds : [],
    attendanceClerk: false,
    passwordChangeDue: false,
    confidentialityDue: false,
  }
}

const tokenOf = (id: string) => id.replaceAll('-', '')
