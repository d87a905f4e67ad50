import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Role } from '@zhuowei/domain/organisation/roles.ts'
import type { FastifyRequest } from 'fastify'
import type { Actor } from '../actor.ts'
import type { Services } from '../services.ts'

export const sessionCookie = 'zhuowei.session_token'

/** How long a resolved session may be trusted without asking the database; revoking drops it at once through NOTIFY. */
const trustedFor = 10_000
const remembered = 5_000
const year = 365 * 24 * 60 * 60 * 1000

interface Remembered {
  actor: Actor
  until: number
}
const cache = new Map<string, Remembered>()

/** Cookie → actor: one HMAC and, at most every few seconds, one prepared query. Null for a stranger or a leaver. */
export async function resolveActor(services: Services, request: FastifyRequest): Promise<Actor | null> {
  const cookie = request.cookies[sessionCookie]
  const token = cookie ? verifiedToken(cookie, services.secrets.signingKey) : null
  if (!token) return null
  const known = cache.get(token)
  if (known && known.until > Date.now()) return known.actor
  const actor = await loadActor(services, token)
  if (!actor) {
    cache.delete(token)
    return null
  }
  if (cache.size >= remembered) cache.clear()
  cache.set(token, { actor, until: Date.now() + trustedFor })
  return actor
}

/** Forgets what is remembered of a person after revoke, change of role, password or region, or leaving. */
export function forgetSessions(personId: string): void {
  for (const [token, { actor }] of cache) if (actor.id === personId) cache.delete(token)
}

/** The cookie carries `token.signature`, as better-auth writes it. */
function verifiedToken(cookie: string, signingKey: string): string | null {
  const dot = cookie.lastIndexOf('.')
  if (dot < 1) return null
  const token = cookie.slice(0, dot)
  const given = Buffer.from(cookie.slice(dot + 1), 'base64')
  const expected = createHmac('sha256', signingKey).update(token).digest()
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : null
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

async function loadActor(services: Services, token: string): Promise<Actor | null> {
  const now = services.clock.now()
  const { rows } = await services.pool.query<ActorRow>({
    name: 'resolve-actor',
    text: actorQuery,
    values: [token, now],
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
    confidentialityDue: row.acknowledged_at === null || now.getTime() - row.acknowledged_at.getTime() > year,
  }
}

/** A leaver's last day counts to its end. */
const actorQuery = `
  select s.id as session_id, p.id, p.name, p.role, p.division_id, p.attendance_clerk, p.password_change_due,
    (select max(a.at) from confidentiality_acknowledgements a where a.person_id = p.id) as acknowledged_at,
    array(select m.region_id from region_members m where m.person_id = p.id) as region_ids,
    array(select r.id from regions r where r.owner_id = p.id) as owned_region_ids
  from auth_sessions s join people p on p.id = s.user_id
  where s.token = $1 and s.expires_at > $2
    and (p.leaving_date is null or p.leaving_date >= ($2::timestamptz at time zone 'Asia/Shanghai')::date)`
