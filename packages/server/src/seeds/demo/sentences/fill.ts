/** Puts words into the {places} of a sentence; an unknown place is a mistake in the sentence. */
export function fill(sentence: string, words: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\}/g, (place, name: string) => {
    const word = words[name]
    if (word === undefined) throw new Error(`no word for ${place} in “${sentence}”`)
    return word
  })
}
