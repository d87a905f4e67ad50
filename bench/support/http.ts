import http from 'node:http'
import autocannon from 'autocannon'

export interface Caller {
  get(path: string): Promise<number>
  post(path: string, body: unknown): Promise<number>
  close(): void
}

/** One client on one connection that is kept; answers with the milliseconds that the call took. */
export function caller(url: string, cookie: string): Caller {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 })
  const send = (method: string, path: string, body?: string, more: Record<string, string> = {}) =>
    new Promise<number>((resolve, reject) => {
      const began = performance.now()
      const headers = { cookie, ...(body ? { 'content-type': 'application/json' } : {}), ...more }
      const request = http.request(url + path, { method, agent, headers }, (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () => {
          if (response.statusCode && response.statusCode < 300) return resolve(performance.now() - began)
          reject(
            new Error(
              `${method} ${path}: ${response.statusCode} ${Buffer.concat(chunks).toString().slice(0, 500)}`,
            ),
          )
        })
      })
      request.on('error', reject)
      request.end(body)
    })
  return {
    get: (path) => send('GET', path),
    post: (path, body) =>
      send('POST', path, JSON.stringify(body), { 'idempotency-key': crypto.randomUUID() }),
    close: () => agent.destroy(),
  }
}

/** Requests per second at so many connections; anything but success is an error. */
export async function throughput(
  url: string,
  path: string,
  cookie: string,
  connections: number,
  seconds: number,
): Promise<number> {
  const result = await autocannon({ url: url + path, connections, duration: seconds, headers: { cookie } })
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${path}: ${result.non2xx} refusals, ${result.errors} errors`)
  return result.requests.total / result.duration
}
