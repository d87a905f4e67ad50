import { Button } from 'antd'
import styles from './TakeOver.module.css'
import { taken } from './taken.ts'

interface TakeOverProps {
  /** Where it is known from. */
  source: string
  known: { text: string; stale: boolean } | undefined
  typed: string
  onTake: (text: string) => void
}

/** What is known elsewhere, below the box that asks for it: one press puts it there, behind what was typed. */
export function TakeOver({ source, known, typed, onTake }: TakeOverProps) {
  if (!known) return null
  const after = taken(typed, known.text)
  return (
    <p className={styles.known} data-stale={known.stale}>
      <span>
        {source}里有：{known.text}
      </span>
      <Button type="link" size="small" disabled={after === typed} onClick={() => onTake(after)}>
        {after === typed ? '已填入' : '填入'}
      </Button>
    </p>
  )
}
