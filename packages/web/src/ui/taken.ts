/** What was typed stays in front; words that already stand there do not come twice. */
export function taken(typed: string, words: string): string {
  if (typed.includes(words)) return typed
  return typed.trim() === '' ? words : `${typed.trimEnd()}\n${words}`
}
