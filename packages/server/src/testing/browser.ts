import { api, type ZhuoweiApi } from '@zhuowei/contract/api.ts'
import { createClient } from '@zhuowei/contract/client.ts'
import type { Client } from '@zhuowei/contract/kernel.ts'
import type { FastifyInstance } from 'fastify'

/** A client that keeps the cookies it is given, as a browser does: for signing in rather than being signed in. */
export interface Browser extends Client<ZhuoweiApi> {
  cookies: Map<string, string>
  /** The last `Set-Cookie` as sent, to look at its attributes. */
  lastSetCookie: () => string | undefined
}

export function openBrowser(app: FastifyInstance, headers: Record<string, string> = {}): Browser {
  const cookies = new Map<string, string>()
  let last: string | undefined
  const client = createClient(api, {
    fetch: async (input, init) => {
      const request = new Request(`http://test${String(input)}`, init)
      const response = await app.inject({
        method: request.method as 'GET', // any method; the type of inject lists them
        url: String(input),
        headers: {
          ...headers,
          ...Object.fromEntries(request.headers),
          cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        },
        payload: request.body ? Buffer.from(await request.arrayBuffer()) : undefined,
      })
      for (const line of [response.headers['set-cookie'] ?? []].flat()) {
        last = line
        const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=', 2)
        if (value === '') cookies.delete(name)
        else cookies.set(name, value)
      }
      const body = response.statusCode === 204 ? null : new Uint8Array(response.rawPayload)
      return new Response(body, {
        status: response.statusCode,
        headers: response.headers as Record<string, string>, // a list only for Set-Cookie, which nobody reads here
      })
    },
  })
  return Object.assign(client, { cookies, lastSetCookie: () => last })
}
