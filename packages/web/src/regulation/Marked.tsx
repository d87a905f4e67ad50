import { Fragment } from 'react'
import { piecesAround } from './found.ts'

/** A text with the sought word marked in it. */
export function Marked({ text, word }: { text: string; word: string }) {
  return piecesAround(text, word).map((piece, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a fixed text have no other identity
    index % 2 === 1 ? <mark key={index}>{piece}</mark> : <Fragment key={index}>{piece}</Fragment>,
  )
}
