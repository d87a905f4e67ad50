import * as z from 'zod'

export const channelsSearch = z.object({
  /** Only what did not arrive. */
  log: z.enum(['failed', 'waiting']).optional().catch(undefined),
})
