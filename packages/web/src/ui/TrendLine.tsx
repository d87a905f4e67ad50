import { useId } from 'react'
import styles from './TrendLine.module.css'

export interface TrendPoint {
  key: string
  /** Below the axis. */
  label: string
  value: number
  /** The whole fact, for the tooltip and for people who cannot see the line. */
  title: string
}

interface TrendLineProps {
  points: readonly TrendPoint[]
  unit: string
  label: string
  /** The width for which the text is drawn; the picture scales with its place. */
  width?: number
  height?: number
  /** Write the value above each point; otherwise only above the last. */
  values?: boolean
}

const edge = { top: 22, right: 26, bottom: 22, left: 26 }

/** One series in brand, labelled where it stands: no axis lines, no legend. */
export function TrendLine({ points, unit, label, width = 560, height = 180, values = true }: TrendLineProps) {
  const shade = useId()
  const { low, high } = boundsOf(points)
  const x = (index: number) =>
    edge.left + (index / Math.max(1, points.length - 1)) * (width - edge.left - edge.right)
  const y = (value: number) => edge.top + ((high - value) / (high - low)) * (height - edge.top - edge.bottom)
  const line = points.map(({ value }, index) => `${x(index).toFixed(1)},${y(value).toFixed(1)}`).join(' ')
  const floor = height - edge.bottom
  return (
    <svg className={styles.chart} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <defs>
        <clipPath id={shade}>
          <polygon points={`${x(0)},${floor} ${line} ${x(points.length - 1)},${floor}`} />
        </clipPath>
      </defs>
      <rect className={styles.area} x="0" y="0" width={width} height={height} clipPath={`url(#${shade})`} />
      <line className={styles.base} x1={edge.left} x2={width - edge.right} y1={floor} y2={floor} />
      <polyline className={styles.line} points={line} />
      {points.map((point, index) => (
        <g key={point.key}>
          <title>{point.title}</title>
          <circle className={styles.dot} cx={x(index)} cy={y(point.value)} r="3.2" />
          {(values || index === points.length - 1) && (
            <text
              className={styles.value}
              x={x(index)}
              y={y(point.value) + (isTrough(points, index) ? 17 : -9)}
            >
              {point.value.toFixed(1)}
              {index === points.length - 1 ? unit : ''}
            </text>
          )}
          {isLabelled(index, points.length) && (
            <text className={styles.label} x={x(index)} y={height - 5}>
              {point.label}
            </text>
          )}
        </g>
      ))}
    </svg>
  )
}

/** Where the line goes up on every side a label above the point would lie on it: it stands below. */
function isTrough(points: readonly TrendPoint[], index: number): boolean {
  const at = points[index]?.value ?? 0
  return [points[index - 1], points[index + 1]].every((beside) => !beside || beside.value > at)
}

/** A little air above and below, so that a flat line lies in the middle. */
function boundsOf(points: readonly TrendPoint[]): { low: number; high: number } {
  const values = points.map(({ value }) => value)
  const low = Math.min(...values)
  const high = Math.max(...values)
  const air = Math.max((high - low) * 0.25, 1)
  return { low: low - air, high: high + air }
}

/** At most seven labels, the last one always. */
function isLabelled(index: number, count: number): boolean {
  const step = Math.ceil(count / 7)
  return (count - 1 - index) % step === 0
}
