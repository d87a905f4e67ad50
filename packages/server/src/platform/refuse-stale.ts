import { Refusal } from './refusal.ts'

/** Refuses a change of what somebody has changed since it was read, with both versions for the conflict screen; `current` reads what stands now. */
export async function refuseStale<Yours extends { version: number }>(
  held: number,
  yours: Yours,
  current: () => unknown,
): Promise<void> {
  if (held === yours.version) return
  throw new Refusal('version_conflict', { facts: { current: await current(), yours } })
}
