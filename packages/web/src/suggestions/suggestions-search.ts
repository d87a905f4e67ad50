import { suggestionTypes } from '@zhuowei/domain/suggestions/suggestion.ts'
import * as z from 'zod'

const several = <T extends z.ZodType>(item: T) =>
  z
    .union([z.array(item), item.transform((one) => [one])])
    .optional()
    .catch(undefined)

/** The whole view is in the address. */
export const suggestionsSearch = z.object({
  view: z.enum(['unanswered', 'adopted']).optional().catch(undefined),
  type: several(z.enum(suggestionTypes)),
  authorId: several(z.uuid()),
  open: z.uuid().optional().catch(undefined),
})
export type SuggestionsSearch = z.output<typeof suggestionsSearch>

export const noFilters = { type: undefined, authorId: undefined, open: undefined } as const

/** The query of the API for a view; what is left out is not asked. */
export function queryOf({ view, type, authorId }: SuggestionsSearch) {
  return {
    ...(view === 'unanswered' && { answered: 'false' as const }),
    ...(view === 'adopted' && { adopted: 'true' as const }),
    ...(type?.length && { type }),
    ...(authorId?.length && { authorId }),
  }
}
