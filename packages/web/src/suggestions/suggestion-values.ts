import type { NewSuggestion } from '@zhuowei/contract/suggestions.ts'

/** The form, in which nothing may be chosen yet. */
export interface SuggestionValues {
  type: NewSuggestion['type'] | null
  subject: string
  content: string
}

export const bodyOf = ({ type, subject, content }: SuggestionValues): NewSuggestion => ({
  // Nothing chosen: the server names the field.
  type: type ?? ('' as NewSuggestion['type']),
  subject,
  content,
})
