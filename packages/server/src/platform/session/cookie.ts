import { createHmac, timingSafeEqual } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Services } from '../services.ts'

const sessionCookie = 'zhuowei.session_token'
const attributes = { path: '/', httpOnly: true, sameSite: 'lax' } as const

/** The token of the session that the request claims and that we signed; null otherwise. */
export function tokenOf(request: FastifyRequest, signingKey: string): string | null {
  const cookie = request.cookies[sessionCookie]
  return cookie ? verified(cookie, signingKey) : null
}

/** Without `keepSeconds` the browser forgets the cookie when it closes. */
export function giveCookie(
  { services, request, reply }: { services: Services; request: FastifyRequest; reply: FastifyReply },
  token: string,
  keepSeconds: number | undefined,
): void {
  const https = request.protocol === 'https' || services.env.publicUrl?.startsWith('https:') === true
  reply.setCookie(sessionCookie, signed(token, services.secrets.signingKey), {
    ...attributes,
    secure: https,
    maxAge: keepSeconds,
  })
}

export function takeCookie(reply: FastifyReply): void {
  reply.clearCookie(sessionCookie, attributes)
}

/** A whole Cookie header, for tests that send raw requests. */
export const cookieHeader = (token: string, signingKey: string): string =>
  `${sessionCookie}=${encodeURIComponent(signed(token, signingKey))}`

/** `token.signature`, the format that better-auth writes too. */
function signed(token: string, signingKey: string): string {
  return `${token}.${signatureOf(token, signingKey).toString('base64')}`
}

function verified(cookie: string, signingKey: string): string | null {
  const dot = cookie.lastIndexOf('.')
  if (dot < 1) return null
  const token = cookie.slice(0, dot)
  const given = Buffer.from(cookie.slice(dot + 1), 'base64')
  const expected = signatureOf(token, signingKey)
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : null
}

const signatureOf = (token: string, signingKey: string) =>
  createHmac('sha256', signingKey).update(token).digest()
