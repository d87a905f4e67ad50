import { type VisitKind, visitKinds } from '@zhuowei/domain/customers/visit.ts'
import * as z from 'zod'

const several = <T extends z.ZodType>(item: T) =>
  z
    .union([z.array(item), item.transform((one) => [one])])
    .optional()
    .catch(undefined)

/** The whole view is in the address: whose, what, when, and which record stands open beside it. */
export const activitiesSearch = z.object({
  scope: z.enum(['mine', 'all']).optional().catch(undefined),
  kind: several(z.enum(visitKinds)),
  from: z.iso.date().optional().catch(undefined),
  to: z.iso.date().optional().catch(undefined),
  /** For 总经理, who sees every division. */
  divisionId: several(z.uuid()),
  authorId: several(z.uuid()),
  open: z.uuid().optional().catch(undefined),
})
export type ActivitiesSearch = z.output<typeof activitiesSearch>

export type Scope = 'mine' | 'all'

/** The query of the API for a view; what is left out is not asked. */
export function queryOf({ kind, from, to, divisionId, authorId }: ActivitiesSearch, scope: Scope) {
  return {
    ...(kind?.length && { kind: [...kind] satisfies VisitKind[] }),
    ...(from && { from }),
    ...(to && { to }),
    ...(divisionId?.length && { divisionId: [...divisionId] }),
    ...(scope === 'mine' ? { mine: 'true' as const } : authorId?.length && { authorId: [...authorId] }),
    limit: 50,
  }
}

export const unfiltered = {
  from: undefined,
  to: undefined,
  kind: undefined,
  divisionId: undefined,
  authorId: undefined,
} satisfies Partial<ActivitiesSearch>

export const isFiltered = ({ kind, from, to, divisionId, authorId }: ActivitiesSearch): boolean =>
  Boolean(kind?.length || from || to || divisionId?.length || authorId?.length)
