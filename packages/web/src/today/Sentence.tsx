import type { Today } from '@zhuowei/contract/today.ts'
import { PathLink } from '../app/PathLink.tsx'
import styles from './Sentence.module.css'

/** The one line under the title; what it counts can be opened. */
export function Sentence({ parts }: { parts: Today['sentence'] }) {
  let offset = 0
  return parts.map(({ text, tone, to }) => {
    offset += text.length
    const part = (
      <span key={offset} className={styles.part} data-tone={tone}>
        {text}
      </span>
    )
    return to ? (
      <PathLink key={offset} path={to} className={styles.link}>
        {part}
      </PathLink>
    ) : (
      part
    )
  })
}
