import styles from './Ring.module.css'

interface RingProps {
  /** What it measures, for people who cannot see it. */
  label: string
  /** Per cent; one of the ten segments for each full ten. */
  value: number
  tone?: 'brand' | 'red' | 'amber'
  size?: number
}

const segments = Array.from({ length: 10 }, (_, index) => index)
const radius = 16
const arc = (2 * Math.PI * radius) / segments.length

/** Ten segments around a number. */
export function Ring({ label, value, tone = 'brand', size = 40 }: RingProps) {
  return (
    <span className={styles.ring} data-tone={tone} style={{ width: size, height: size }}>
      <svg viewBox="0 0 40 40" aria-hidden="true">
        {segments.map((index) => (
          <circle
            key={index}
            cx="20"
            cy="20"
            r={radius}
            data-full={value >= (index + 1) * 10}
            strokeDasharray={`${arc - 2} ${2 * Math.PI * radius - arc + 2}`}
            transform={`rotate(${index * 36 - 90} 20 20)`}
          />
        ))}
      </svg>
      <span aria-hidden="true">{value}</span>
      <span className="visually-hidden">
        {label} {value}%
      </span>
    </span>
  )
}
