import { Button } from 'antd'
import type { ReactNode } from 'react'
import { Kbd } from './Kbd.tsx'
import styles from './SubmitBar.module.css'
import { useShortcuts } from './useShortcuts.ts'

interface SubmitBarProps {
  /** 提交日报. */
  label: string
  onSubmit: () => void
  submitting?: boolean
  /** What is still missing; the button is then disabled and says it. */
  missing?: string | undefined
  /** Second buttons; never primary. */
  others?: ReactNode
  /** “必填已齐；到 09:00 未提交也会自动提交”. */
  note?: ReactNode
}

/** The verb of a form, 56 high at the bottom left; on the phone one button of 48 over the full width, within reach of the thumb. */
export function SubmitBar({ label, onSubmit, submitting = false, missing, others, note }: SubmitBarProps) {
  useShortcuts({ 'mod+Enter': () => !missing && !submitting && onSubmit() })
  return (
    <div className={styles.bar} data-bottom-actions>
      <div className={styles.buttons}>
        <Button
          type="primary"
          size="large"
          className={styles.primary}
          disabled={Boolean(missing)}
          loading={submitting}
          onClick={onSubmit}
        >
          {missing ?? label}
        </Button>
        {others}
      </div>
      {note && <p>{note}</p>}
      <span className={styles.keys}>
        <Kbd keys="mod+Enter" /> {label}
      </span>
    </div>
  )
}

/** The verbs of a page without a form on the phone: the last one is the primary button and takes the room. */
export function BottomActions({ children, note }: { children: ReactNode; note?: ReactNode }) {
  return (
    <div className={styles.actions} data-bottom-actions>
      <div>{children}</div>
      {note && <p>{note}</p>}
    </div>
  )
}
