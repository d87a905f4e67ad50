import { shanghaiDate, shanghaiTime } from '@zhuowei/domain/calendar/dates.ts'
import { namesWholeDay } from '@zhuowei/domain/calendar/deadline.ts'
import { useNow } from './clock.ts'
import styles from './DayRail.module.css'
import { type LabelSide, labelSides, placeOf } from './day-rail.ts'

export interface RailPoint {
  key: string
  at: Date | string
  label: string
  tone: 'amber' | 'red' | 'brand' | 'none'
  onOpen?: () => void
}

const percentPerCharacter = 0.58

/** The day on one axis from 08:00 to 24:00: label above, time below, past darker, a tick for now. */
export function DayRail({ points }: { points: readonly RailPoint[] }) {
  const now = useNow()
  const today = shanghaiDate(now)
  const placed = points
    .map((point) => ({ ...point, at: new Date(point.at) }))
    .filter(({ at }) => shanghaiDate(new Date(at.getTime() - (namesWholeDay(at) ? 1 : 0))) === today)
    .sort((a, b) => a.at.getTime() - b.at.getTime())
    .map((point) => ({ ...point, place: placeOf(point.at, namesWholeDay(point.at)) }))
  const sides = labelSides(
    placed.map(({ place, label }) => ({
      at: place,
      room: Math.max(2.6, label.length * percentPerCharacter),
    })),
  )
  const nowPlace = placeOf(now)
  return (
    <div className={styles.rail}>
      <span className={styles.axis} />
      <span className={styles.past} style={{ width: `calc(${nowPlace}% - ${(nowPlace / 100) * 28}px)` }} />
      <ol>
        {placed.map((point, index) => (
          <li key={point.key} style={{ '--place': point.place }} data-tone={point.tone}>
            <Point point={point} time={timeOf(point.at)} side={sides[index] ?? 'centre'} />
          </li>
        ))}
      </ol>
      <span className={styles.now} style={{ '--place': nowPlace }}>
        现在
      </span>
    </div>
  )
}

function Point({ point, time, side }: { point: RailPoint; time: string; side: LabelSide }) {
  const title = `${time} ${point.label}`
  const inside = (
    <>
      <span className={styles.label} data-side={side}>
        {side === 'none' ? '' : point.label}
      </span>
      <span className={styles.dot} />
      <span className={styles.time}>{side === 'none' ? '' : time}</span>
    </>
  )
  if (!point.onOpen) {
    return (
      <span className={styles.point} title={title}>
        {inside}
      </span>
    )
  }
  return (
    <button type="button" className={styles.point} title={title} aria-label={title} onClick={point.onOpen}>
      {inside}
    </button>
  )
}

function timeOf(at: Date): string {
  return namesWholeDay(at) ? '24:00' : shanghaiTime(at)
}
