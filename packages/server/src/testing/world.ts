import { randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { api, type ZhuoweiApi } from '@zhuowei/contract/api.ts'
import { createClient } from '@zhuowei/contract/client.ts'
import type { Client } from '@zhuowei/contract/kernel.ts'
import type { Role } from '@zhuowei/domain/organisation/roles.ts'
import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { inject } from 'vitest'
import { buildApp } from '../app.ts'
import { readEnv } from '../env.ts'
import type { Clock } from '../platform/clock.ts'
import { applicationPool, database } from '../platform/db/connect.ts'
import { localFiles } from '../platform/files/store.ts'
import { newId } from '../platform/ids.ts'
import { startLive } from '../platform/live/live.ts'
import { secretsFrom } from '../platform/secrets.ts'
import type { Services } from '../platform/services.ts'
import { cookieHeader } from '../platform/session/cookie.ts'
import { createDatabase, dropDatabase } from './cluster.ts'

/** Two divisions, three regions and one person for each way of standing to them: own, same region, other region, other division. */
export interface World {
  services: Services
  app: FastifyInstance
  connectionString: string
  /** 2026-11-23 周一 08:40 unless set. */
  setNow(instant: string): void
  divisionId: string
  otherDivisionId: string
  regions: { yunling: string; lanhai: string; elsewhere: string }
  people: Record<Cast, Person>
  /** A typed client that acts as this person; null is a stranger. */
  as(person: Person | null): Client<ZhuoweiApi>
  /** The cookie header of a session of this person, for raw requests. */
  cookieOf(person: Person): Promise<string>
  close(): Promise<void>
}

export interface Person {
  id: string
  name: string
  role: Role
  username: string
}

export type Cast = keyof typeof cast

/** Names as in the demonstration; `wabo` of the other division and `kulun`, who has left, are for the access tests. */
const cast = {
  gm: { name: '林总', role: 'gm' },
  adm: { name: '管理员', role: 'adm' },
  dm: { name: '安培之', role: 'dm', division: 'own' },
  spm: { name: '傅特', role: 'spm', division: 'own', region: 'yunling', owns: true },
  pm: { name: '焦尔', role: 'pm', division: 'own', region: 'yunling' },
  pmSameRegion: { name: '瓦澜', role: 'pm', division: 'own', region: 'yunling' },
  pmOtherRegion: { name: '韦博', role: 'pm', division: 'own', region: 'lanhai' },
  spmOtherRegion: { name: '欧牧', role: 'spm', division: 'own', region: 'lanhai', owns: true },
  oa: { name: '亨礼', role: 'oa', division: 'own' },
  att: { name: '西蒙', role: 'oa', division: 'own', clerk: true },
  left: { name: '库伦', role: 'pm', division: 'own', region: 'yunling', left: '2026-10-30' },
  dmOther: { name: '方舟', role: 'dm', division: 'other' },
  pmOther: { name: '陆远', role: 'pm', division: 'other', region: 'elsewhere' },
} as const satisfies Record<string, CastMember>

interface CastMember {
  name: string
  role: Role
  division?: 'own' | 'other'
  region?: 'yunling' | 'lanhai' | 'elsewhere'
  owns?: true
  clerk?: true
  left?: string
}

export async function createWorld(): Promise<World> {
  const databaseName = `zw_test_${randomBytes(6).toString('hex')}`
  const connectionString = await createDatabase(inject('adminUrl'), databaseName, inject('template'))
  let now = new Date('2026-11-23T08:40:00+08:00')
  const clock: Clock = { now: () => now }
  const services = await testServices(connectionString, clock)
  const app = await buildApp(services)
  await app.ready()
  const ids = await populate(services)
  const cookies = new Map<string, Promise<string>>()
  const cookieOf = (person: Person) => {
    const known = cookies.get(person.id) ?? openTestSession(services, person.id)
    cookies.set(person.id, known)
    return known
  }
  return {
    services,
    app,
    connectionString,
    setNow: (instant) => {
      now = new Date(instant)
    },
    ...ids,
    cookieOf,
    as: (person) =>
      createClient(api, {
        fetch: async (input, init) =>
          injectFetch(app, String(input), init, person ? await cookieOf(person) : undefined),
      }),
    async close() {
      await app.close()
      await services.live.stop()
      await services.db.destroy()
      await dropDatabase(inject('adminUrl'), databaseName)
      await rm(filesOf(connectionString), { recursive: true, force: true })
    },
  }
}

/** The services of one server process on a test database; a second call on the same database is a second server. */
export async function testServices(connectionString: string, clock: Clock): Promise<Services> {
  const log = pino({ level: process.env.TEST_LOG ?? 'silent' })
  const pool = applicationPool({ connectionString }, 6)
  pool.on('error', () => undefined) // dropping the database cuts what is still idle
  return {
    env: readEnv({ NODE_ENV: 'test' }),
    clock,
    pool,
    db: database(pool),
    secrets: secretsFrom(Buffer.alloc(32, 7)),
    live: await startLive({ connectionString }, log),
    files: localFiles(filesOf(connectionString)),
    log,
    demo: false,
  }
}

/** Servers on the same database share their files. An address through a socket (`?host=/path`) is no URL. */
export const filesOf = (connectionString: string) =>
  path.join(os.tmpdir(), `zhuowei-files-${path.basename(connectionString.replace(/\?.*$/, ''))}`)

async function populate({ db }: Services) {
  const at = new Date('2026-09-01T09:00:00+08:00')
  const stamp = { createdAt: at, updatedAt: at }
  const divisionId = newId()
  const otherDivisionId = newId()
  const regions = { yunling: newId(), lanhai: newId(), elsewhere: newId() }
  await db
    .insertInto('divisions')
    .values([
      { id: divisionId, name: '电力事业部', ...stamp },
      { id: otherDivisionId, name: '轨道事业部', ...stamp },
    ])
    .execute()
  await db
    .insertInto('regions')
    .values([
      { id: regions.yunling, divisionId, code: 'YL', name: '云岭片区', ...stamp },
      { id: regions.lanhai, divisionId, code: 'LH', name: '澜海片区', ...stamp },
      { id: regions.elsewhere, divisionId: otherDivisionId, code: 'GD', name: '轨道一区', ...stamp },
    ])
    .execute()
  const people = {} as Record<Cast, Person> // filled for every key of `cast` just below
  for (const [index, [key, member]] of (Object.entries(cast) as [Cast, CastMember][]).entries()) {
    const person = { id: newId(), name: member.name, role: member.role, username: key.toLowerCase() }
    people[key] = person
    await db
      .insertInto('people')
      .values({
        ...person,
        ...stamp,
        employeeNo: `T${String(index + 1).padStart(3, '0')}`,
        divisionId: member.division ? (member.division === 'own' ? divisionId : otherDivisionId) : null,
        attendanceClerk: member.clerk ?? false,
        entryDate: '2024-03-01',
        leavingDate: member.left ?? null,
      })
      .execute()
    await db
      .insertInto('authUsers')
      .values({
        id: person.id,
        name: person.name,
        email: `${person.username}@example.com`,
        username: person.username,
      })
      .execute()
    await db
      .insertInto('confidentialityAcknowledgements')
      .values({ personId: person.id, version: '1', at })
      .execute()
    if (!member.region) continue
    await db
      .insertInto('regionMembers')
      .values({ regionId: regions[member.region], personId: person.id })
      .execute()
    if (member.owns) {
      await db
        .updateTable('regions')
        .set({ ownerId: person.id })
        .where('id', '=', regions[member.region])
        .execute()
    }
  }
  await setManagers(db, people)
  return { divisionId, otherDivisionId, regions, people }
}

async function setManagers(db: Services['db'], people: Record<Cast, Person>): Promise<void> {
  const managers: Partial<Record<Cast, Cast>> = { dm: 'gm', dmOther: 'gm', pmOther: 'dmOther' }
  for (const key of Object.keys(people) as Cast[]) {
    if (key === 'gm' || key === 'adm') continue
    const managerId = people[managers[key] ?? 'dm'].id
    await db.updateTable('people').set({ managerId }).where('id', '=', people[key].id).execute()
  }
}

async function openTestSession({ db, secrets }: Services, personId: string): Promise<string> {
  const token = randomBytes(16).toString('hex')
  await db
    .insertInto('authSessions')
    .values({ id: newId(), userId: personId, token, expiresAt: new Date('2100-01-01T00:00:00Z') })
    .execute()
  return cookieHeader(token, secrets.signingKey)
}

async function injectFetch(
  app: FastifyInstance,
  url: string,
  init: RequestInit | undefined,
  cookie: string | undefined,
) {
  const request = new Request(`http://test${url}`, init)
  const response = await app.inject({
    method: request.method as 'GET', // any method; the type of inject lists them
    url,
    headers: { ...Object.fromEntries(request.headers), ...(cookie ? { cookie } : {}) },
    payload: request.body ? Buffer.from(await request.arrayBuffer()) : undefined,
  })
  const body = response.statusCode === 204 ? null : new Uint8Array(response.rawPayload)
  return new Response(body, {
    status: response.statusCode,
    headers: response.headers as Record<string, string>,
  })
}
