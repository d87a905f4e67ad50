import { isRefusal } from '../app/query-client.ts'

/** No answer about the content: no network, no server, or one that is overwhelmed. Sending it again later can succeed. */
export function isUnreached(error: unknown): boolean {
  if (!isRefusal(error)) return true
  return error.problem.code === 'not_signed_in' || error.problem.status === 429
}
