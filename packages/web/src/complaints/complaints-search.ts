import {
  complaintCauses,
  complaintLevels,
  complaintPressings,
  complaintStates,
} from '@zhuowei/domain/complaints/complaint.ts'
import * as z from 'zod'

const several = <T extends z.ZodType>(item: T) =>
  z
    .union([z.array(item), item.transform((one) => [one])])
    .optional()
    .catch(undefined)

/** The whole view is in the address: which ones, narrowed by what, and which record stands open beside the list. */
export const complaintsSearch = z.object({
  view: z.enum(['closed', 'all']).optional().catch(undefined),
  pressing: several(z.enum(complaintPressings)),
  state: several(z.enum(complaintStates)),
  level: several(z.enum(complaintLevels)),
  cause: several(z.enum(complaintCauses)),
  regionId: several(z.uuid()),
  customerId: several(z.uuid()),
  open: z.uuid().optional().catch(undefined),
})
export type ComplaintsSearch = z.output<typeof complaintsSearch>

/** Without a view: those that still need something. */
export const openOf = ({ view }: ComplaintsSearch) =>
  view === 'all' ? undefined : view === 'closed' ? ('false' as const) : ('true' as const)

/** The query of the API for a view; what is left out is not asked. */
export function queryOf(search: ComplaintsSearch) {
  const { pressing, state, level, cause, regionId, customerId } = search
  const open = openOf(search)
  return {
    ...(open && { open }),
    ...(pressing?.length && { pressing }),
    ...(state?.length && { state }),
    ...(level?.length && { level }),
    ...(cause?.length && { cause }),
    ...(regionId?.length && { regionId }),
    ...(customerId?.length && { customerId }),
  }
}
