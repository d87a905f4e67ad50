import styles from './Ring.module.css'

/** A small continuous ring for a list, 30 px: green from 80, brand from 50, amber below. The number is always in it. */
export function Ring({ percent, label }: { percent: number; label: string }) {
  const radius = 12.5
  const round = 2 * Math.PI * radius
  return (
    <svg
      className={styles.ring}
      viewBox="0 0 30 30"
      width="30"
      height="30"
      role="img"
      aria-label={`${label} ${percent}%`}
    >
      <circle cx="15" cy="15" r={radius} className={styles.track} />
      {percent > 0 && (
        <circle
          cx="15"
          cy="15"
          r={radius}
          className={styles.value}
          data-level={levelOf(percent)}
          strokeDasharray={`${(percent / 100) * round} ${round}`}
          transform="rotate(-90 15 15)"
        />
      )}
      <text x="15" y="18.5" textAnchor="middle">
        {percent}
      </text>
    </svg>
  )
}

/** A ring of ten parts for a panel, 64 px; each segment is one item of a form. */
export function SegmentRing({ filled, label }: { filled: readonly boolean[]; label: string }) {
  const parts = filled.length
  const done = filled.filter(Boolean).length
  const percent = parts === 0 ? 0 : Math.round((done / parts) * 100)
  const radius = 28
  const round = 2 * Math.PI * radius
  const gap = 3.4
  return (
    <svg
      className={styles.ring}
      data-big="true"
      viewBox="0 0 64 64"
      width="64"
      height="64"
      role="img"
      aria-label={`${label}：${parts} 项填了 ${done} 项`}
    >
      {[...filled]
        .sort((a, b) => Number(b) - Number(a))
        .map((isFilled, index) => (
          <circle
            // biome-ignore lint/suspicious/noArrayIndexKey: a segment is its place on the ring
            key={index}
            cx="32"
            cy="32"
            r={radius}
            className={isFilled ? styles.value : styles.empty}
            data-level="brand"
            strokeDasharray={`${round / parts - gap} ${round - round / parts + gap}`}
            transform={`rotate(${-90 + (360 / parts) * index + 3.5} 32 32)`}
          />
        ))}
      <text x="32" y="35" textAnchor="middle">
        {percent}
      </text>
      <text x="32" y="47" textAnchor="middle" className={styles.unit}>
        %
      </text>
    </svg>
  )
}

function levelOf(percent: number): 'green' | 'brand' | 'amber' {
  if (percent >= 80) return 'green'
  return percent >= 50 ? 'brand' : 'amber'
}
