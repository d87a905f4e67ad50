interface Session {
  /** Whether somebody was signed in when the page was opened. */
  isKnown: () => boolean
  /** Resolves when the person is signed in again. */
  again: () => Promise<void>
}

/**
 * A fetch for people whose session may end while they work: the request waits for the new session and is then sent as it was, with the
 * same body and the same idempotency key, so that nothing typed is lost and nothing is done twice.
 */
export function inSession(send: typeof fetch, session: Session): typeof fetch {
  return async (input, init) => {
    const response = await send(input, init)
    if (!session.isKnown() || isLeaving(input, init) || !(await hasEnded(response))) return response
    await session.again()
    return send(input, init)
  }
}

/** Whoever signs out need not sign in for it. */
const isLeaving = (input: RequestInfo | URL, init: RequestInit | undefined) =>
  input === '/api/session' && init?.method === 'DELETE'

async function hasEnded(response: Response): Promise<boolean> {
  if (response.status !== 401) return false
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => null)
  return typeof body === 'object' && body !== null && 'code' in body && body.code === 'not_signed_in'
}
