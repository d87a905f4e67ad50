import type { Services } from '../platform/services.ts'

/** What this installation may reach: the world; only this machine, for tests; or nobody, as in the demonstration. */
export type Outbound = 'open' | 'loopback' | 'off'

export const outboundOf = ({ env, demo }: Pick<Services, 'env' | 'demo'>): Outbound =>
  env.outbound ?? (demo ? 'off' : 'open')

const loopback = ['127.0.0.1', 'localhost', '[::1]']

/**
 * Nobody makes this server knock at a door of the house network: only https at the named hosts (a leading dot takes in those below),
 * at the usual port and without a password in the address.
 */
export function mayReach(address: string, hosts: readonly string[], outbound: Outbound): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, hostname, port, username, password } = new URL(address)
  if (username || password) return false
  if (outbound === 'loopback') return loopback.includes(hostname)
  if (protocol !== 'https:' || port !== '') return false
  return hosts.some((host) => (host.startsWith('.') ? hostname.endsWith(host) : hostname === host))
}

export const isLoopback = (host: string): boolean => loopback.includes(host)

const longestReply = 4096

/** One POST that follows nobody elsewhere and is over within ten seconds. */
export async function post(
  address: string,
  { headers, body }: { headers: Record<string, string>; body: string | Uint8Array<ArrayBuffer> },
): Promise<{ status: number; text: string }> {
  const response = await fetch(address, {
    method: 'POST',
    headers,
    body,
    redirect: 'error',
    signal: AbortSignal.timeout(10_000),
  })
  return { status: response.status, text: (await response.text()).slice(0, longestReply) }
}
