import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { APIError, betterAuth } from 'better-auth'
import { username } from 'better-auth/plugins'
import { newId } from '../ids.ts'
import { Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'
import { hashPassword, passwordMatches } from './password.ts'

const day = 24 * 60 * 60
/** Seconds that a session lasts when the person asked to stay signed in; one day otherwise. */
export const keptFor = 30 * day

export interface Credentials {
  username: string
  password: string
  remember: boolean
}

/** Checks a password and opens a session; gives its token. One neutral refusal, whatever was wrong. */
export async function openSession(
  services: Services,
  { username, password, remember }: Credentials,
  from: { address: string; device: string },
): Promise<string> {
  try {
    const headers = new Headers({ 'user-agent': from.device, [addressHeader]: from.address })
    const { token } = await providerOf(services).api.signInUsername({
      body: { username, password, rememberMe: remember },
      headers,
    })
    return token
  } catch (error) {
    if (error instanceof APIError && error.statusCode < 500) throw new Refusal('sign_in_failed')
    throw error
  }
}

const addressHeader = 'x-client-address'
const providers = new WeakMap<Services, ReturnType<typeof makeProvider>>()

function providerOf(services: Services) {
  const provider = providers.get(services) ?? makeProvider(services)
  providers.set(services, provider)
  return provider
}

/** better-auth in process: its own HTTP routes are not mounted, its tables live in our database, its clock is ours. */
function makeProvider({ db, secrets, clock }: Services) {
  return betterAuth({
    baseURL: 'http://localhost',
    secret: secrets.signingKey,
    database: { db, type: 'postgres' },
    user: { modelName: 'authUsers' },
    session: { modelName: 'authSessions', expiresIn: keptFor },
    account: { modelName: 'authAccounts' },
    verification: { modelName: 'authVerifications' },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      password: {
        hash: hashPassword,
        verify: ({ hash, password }) => passwordMatches(hash, password),
      },
    },
    // Every name is looked up, so that a strange one costs as much time as a wrong password.
    plugins: [username({ minUsernameLength: 1, maxUsernameLength: 100, usernameValidator: () => true })],
    advanced: {
      database: { generateId: newId },
      ipAddress: { ipAddressHeaders: [addressHeader] },
    },
    databaseHooks: {
      session: {
        create: {
          before: async (session) => {
            const now = clock.now()
            if (!(await isEmployed(db, session.userId, now))) throw new APIError('UNAUTHORIZED')
            const lasts = session.expiresAt.getTime() - session.createdAt.getTime()
            const expiresAt = new Date(now.getTime() + lasts)
            return { data: { ...session, createdAt: now, updatedAt: now, expiresAt } }
          },
        },
      },
    },
    logger: { disabled: true },
    telemetry: { enabled: false },
  })
}

/** Whoever has left, or has not begun, has no session. */
async function isEmployed(db: Services['db'], personId: string, now: Date): Promise<boolean> {
  const today = shanghaiDate(now)
  const person = await db
    .selectFrom('people')
    .select('id')
    .where('id', '=', personId)
    .where('entryDate', '<=', today)
    .where((where) => where.or([where('leavingDate', 'is', null), where('leavingDate', '>=', today)]))
    .executeTakeFirst()
  return person !== undefined
}
