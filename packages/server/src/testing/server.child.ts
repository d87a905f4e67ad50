import { readEnv } from '../env.ts'
import { startServer } from '../main.ts'
import { systemClock } from '../platform/clock.ts'
import { firstAdministratorLink } from '../session/setup.ts'

/** A whole server as its own process, so that a test can kill it; prints its address and the administrator's link. */
const server = await startServer({ env: readEnv(process.env), clock: systemClock })
const link = await firstAdministratorLink(server.services, server.url)
console.log(JSON.stringify({ url: server.url, token: link ? new URL(link).searchParams.get('token') : null }))
