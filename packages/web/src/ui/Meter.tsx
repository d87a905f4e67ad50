import styles from './Meter.module.css'

interface MeterProps {
  label: string
  /** 0 to 1; more is shown as full. */
  value: number
  /** The true share where the bar is scaled to the longest of its kind: what is announced. */
  share?: number
  /** Where the value should be by now: a tick in text colour. */
  target?: number
  tone?: 'brand' | 'amber' | 'green'
}

/** A thin bar for one series; the number belongs beside it. */
export function Meter({ label, value, share = value, target, tone = 'brand' }: MeterProps) {
  const percent = percentOf(value)
  return (
    <div className={styles.meter}>
      <span className="visually-hidden">
        {label} {percentOf(share)}%
      </span>
      <span className={styles.value} data-tone={tone} style={{ width: `${percent}%` }} />
      {target !== undefined && <span className={styles.target} style={{ left: `${target * 100}%` }} />}
    </div>
  )
}

const percentOf = (value: number) => Math.round(Math.min(Math.max(value, 0), 1) * 100)
