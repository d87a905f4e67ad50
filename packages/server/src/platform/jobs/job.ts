import type { Services } from '../services.ts'

/**
 * Background work of a module. `cron` only says how often to look (in UTC, as graphile-worker reads it); what is due is decided by
 * `now`, the clock of the application, so that the demonstration's clock rules its jobs too. Doing it twice must change nothing.
 */
export interface Job {
  name: string
  cron: string
  run(services: Services, now: Date): Promise<void>
}
