import type { Role } from '@zhuowei/domain/organisation/roles.ts'
import type { FastifyRequest } from 'fastify'
import type { Actor } from '../actor.ts'
import type { Database, Trx } from '../db/connect.ts'
import { publish } from '../live/live.ts'
import type { Services } from '../services.ts'
import { confidentialityDue, confidentialityPromise } from './confidentiality.ts'
import { tokenOf } from './cookie.ts'

/** How long a resolved session may be trusted without asking the database; revoking drops it at once through NOTIFY. */
const trustedFor = 10_000
const remembered = 5_000

interface Cache {
  entries: Map<string, { actor: Actor; until: number }>
  /** Grows whenever something is forgotten, so that an answer read before is not remembered after. */
  forgotten: number
}
const caches = new WeakMap<Services, Cache>()

/** Cookie → actor: one HMAC and, at most every few seconds, one prepared query. Null for a stranger or a leaver. */
export async function resolveActor(services: Services, request: FastifyRequest): Promise<Actor | null> {
  const token = tokenOf(request, services.secrets.signingKey)
  if (!token) return null
  const cache = cacheOf(services)
  const known = cache.entries.get(token)
  if (known && known.until > Date.now()) return known.actor
  const { forgotten } = cache
  const actor = await loadActor(services, token)
  if (!actor) {
    cache.entries.delete(token)
    return null
  }
  if (forgotten !== cache.forgotten) return actor
  if (cache.entries.size >= remembered) cache.entries.clear()
  cache.entries.set(token, { actor, until: Date.now() + trustedFor })
  return actor
}

/** Past what is remembered, for whoever asks who they are: after a change the next page must not be judged by the old state. */
export function freshActor(services: Services, request: FastifyRequest): Promise<Actor | null> {
  const token = tokenOf(request, services.secrets.signingKey)
  if (token) cacheOf(services).entries.delete(token)
  return resolveActor(services, request)
}

/** Tells every process, with the transaction, that something about this person's sessions or rights has changed. */
export function announceSessionChange(db: Database | Trx, personId: string): Promise<void> {
  return publish(db, { kind: 'session', personId })
}

/**
 * Each process remembers for itself and forgets a person when any process says that something about them changed: revoke,
 * another role, region or password, leaving. Made with the first request, so that nobody hears of the change earlier.
 */
function cacheOf(services: Services): Cache {
  const known = caches.get(services)
  if (known) return known
  const cache: Cache = { entries: new Map(), forgotten: 0 }
  caches.set(services, cache)
  services.live.subscribe(({ kind, personId }) => {
    if (personId !== undefined && kind !== 'session') return
    cache.forgotten += 1
    for (const [token, { actor }] of cache.entries) {
      if (personId === undefined || actor.id === personId) cache.entries.delete(token)
    }
  })
  return cache
}

interface ActorRow {
  session_id: string
  id: string
  name: string
  role: Role
  division_id: string | null
  attendance_clerk: boolean
  password_change_due: boolean
  acknowledged_at: Date | null
  region_ids: string[]
  owned_region_ids: string[]
}

/** The person behind a session as the database knows them now, past the cache. */
export async function loadActor(services: Services, token: string): Promise<Actor | null> {
  const now = services.clock.now()
  const { rows } = await services.pool.query<ActorRow>({
    name: 'resolve-actor',
    text: actorQuery,
    values: [token, now, confidentialityPromise.version],
  })
  const row = rows[0]
  if (!row) return null
  return {
    id: row.id,
    name: row.name,
    role: row.role,
    divisionId: row.division_id,
    regionIds: row.region_ids,
    ownedRegionIds: row.owned_region_ids,
    attendanceClerk: row.attendance_clerk,
    sessionId: row.session_id,
    passwordChangeDue: row.password_change_due,
    confidentialityDue: confidentialityDue(row.acknowledged_at, now),
  }
}

/** From the day of entry to the end of the last day. */
const actorQuery = `
  select s.id as session_id, p.id, p.name, p.role, p.division_id, p.attendance_clerk, p.password_change_due,
    (select max(a.at) from confidentiality_acknowledgements a
     where a.person_id = p.id and a.version = $3) as acknowledged_at,
    array(select m.region_id from region_members m where m.person_id = p.id) as region_ids,
    array(select r.id from regions r where r.owner_id = p.id) as owned_region_ids
  from auth_sessions s join people p on p.id = s.user_id
  where s.token = $1 and s.expires_at > $2
    and ($2::timestamptz at time zone 'Asia/Shanghai')::date between p.entry_date and coalesce(p.leaving_date, 'infinity')`
