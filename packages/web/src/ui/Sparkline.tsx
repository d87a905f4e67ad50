import styles from './Sparkline.module.css'

interface SparklineProps {
  values: readonly number[]
  /** The ends of the scale: the same for lines that are compared. */
  low: number
  high: number
  width?: number
  height?: number
}

const air = 4

/** The course of a number without axes, for a row that says the number itself. */
export function Sparkline({ values, low, high, width = 112, height = 32 }: SparklineProps) {
  const span = Math.max(high - low, 1)
  const x = (index: number) => air + (index / Math.max(1, values.length - 1)) * (width - 2 * air)
  const y = (value: number) => height - air - ((value - low) / span) * (height - 2 * air)
  const points = values.map((value, index) => `${x(index).toFixed(1)},${y(value).toFixed(1)}`).join(' ')
  const last = values.at(-1)
  return (
    <svg className={styles.line} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {values.length > 1 && <polyline points={points} />}
      {last !== undefined && <circle cx={x(values.length - 1)} cy={y(last)} r="2.6" />}
    </svg>
  )
}
