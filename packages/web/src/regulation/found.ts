import type { Clause } from '@zhuowei/contract/regulation.ts'

/** The clauses that contain the word, in text, title or number; all of them without a word. */
export function found(clauses: readonly Clause[], word: string): readonly Clause[] {
  if (word === '') return clauses
  const plain = halfWidth(word)
  return clauses.filter(({ id, title, text }) =>
    [id, title ?? '', text].some((part) => halfWidth(part).includes(plain)),
  )
}

/** The text cut at each occurrence of the word: every second piece is the word itself. */
export function piecesAround(text: string, word: string): string[] {
  if (word === '') return [text]
  const pieces: string[] = []
  const [plain, sought] = [halfWidth(text), halfWidth(word)]
  let from = 0
  for (let at = plain.indexOf(sought); at >= 0; at = plain.indexOf(sought, from)) {
    pieces.push(text.slice(from, at), text.slice(at, at + word.length))
    from = at + word.length
  }
  return [...pieces, text.slice(from)]
}

/** People type “,” and “(” where the text has “，” and “（”; one character stays one character. */
function halfWidth(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
}
