import { roles } from '@zhuowei/domain/organisation/roles.ts'
import * as z from 'zod'

const several = <T extends z.ZodType>(item: T) =>
  z
    .union([z.array(item), item.transform((one) => [one])])
    .optional()
    .catch(undefined)

/** What the address of the list holds: the filters and the person beside it, so that a link reproduces the view. */
export const peopleSearch = z.object({
  state: z.enum(['left', 'all']).optional().catch(undefined),
  role: several(z.enum(roles)),
  divisionId: several(z.string()),
  regionId: several(z.string()),
  search: z.string().optional().catch(undefined),
  id: z.string().optional().catch(undefined),
})
export type PeopleSearch = z.output<typeof peopleSearch>

/** A link to a place that is still empty says which. */
export const newPersonSearch = z.object({
  role: z.enum(roles).optional().catch(undefined),
  divisionId: z.string().optional().catch(undefined),
  regionId: z.string().optional().catch(undefined),
})
