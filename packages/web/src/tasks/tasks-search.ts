import * as z from 'zod'

const taskViews = ['given', 'closed'] as const

/** The whole view is in the address; without one it is what this person has to do. */
export const tasksSearch = z.object({
  view: z.enum(taskViews).optional().catch(undefined),
  /** Of what was assigned: those that are closed, too. */
  all: z.literal('true').optional().catch(undefined),
  open: z.uuid().optional().catch(undefined),
})
export type TasksSearch = z.output<typeof tasksSearch>
