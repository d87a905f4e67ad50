import styles from './Meter.module.css'

interface MeterProps {
  label: string
  /** 0 to 1; more is shown as full. */
  value: number
  /** Where the value should be by now: a tick in text colour. */
  target?: number
  tone?: 'brand' | 'amber' | 'green'
}

/** A thin bar for one series; the number belongs beside it. */
export function Meter({ label, value, target, tone = 'brand' }: MeterProps) {
  const percent = Math.round(Math.min(Math.max(value, 0), 1) * 100)
  return (
    <div className={styles.meter}>
      <span className="visually-hidden">
        {label} {percent}%
      </span>
      <span className={styles.value} data-tone={tone} style={{ width: `${percent}%` }} />
      {target !== undefined && <span className={styles.target} style={{ left: `${target * 100}%` }} />}
    </div>
  )
}
