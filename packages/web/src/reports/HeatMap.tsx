import type { ComplianceGrid } from '@zhuowei/contract/compliance.ts'
import { type KeyboardEvent, type MouseEvent, useMemo, useRef, useState } from 'react'
import { GlyphCell } from '../ui/GlyphCell.tsx'
import { usePhone } from '../ui/useMedia.ts'
import { CellStory } from './CellStory.tsx'
import styles from './HeatMap.module.css'
import { dayLabel, HeatMapRow, weeksOf } from './HeatMapRow.tsx'
import { StoryPopover } from './StoryPopover.tsx'
import { cellLook, percent } from './state-look.ts'
import { useRowsInSight } from './useRowsInSight.ts'

export interface CellPlace {
  personId: string
  date: string
}

interface HeatMapProps {
  grid: ComplianceGrid
  today: string
  open: CellPlace | null
  onOpen: (cell: CellPlace | null) => void
}

// The height of a row in HeatMap.module.css.
const rowHeight = { desk: 28, phone: 46 }

/** Person × working day; the exceptions are the only loud cells. Arrow keys move, Enter opens the story. */
export function HeatMap({ grid, today, open, onOpen }: HeatMapProps) {
  const frame = useRef<HTMLDivElement>(null)
  const body = useRef<HTMLTableSectionElement>(null)
  const [active, setActive] = useState('0 0')
  const weeks = useMemo(() => weeksOf(grid.days), [grid.days])
  const height = usePhone() ? rowHeight.phone : rowHeight.desk
  const inSight = useRowsInSight(body, grid.people.length, height)
  // The row whose story is open is drawn wherever it is, so that the story finds its cell.
  const openRow = open ? grid.people.findIndex(({ id }) => id === open.personId) : -1
  const from = openRow < 0 ? inSight.from : Math.min(inSight.from, openRow)
  const to = Math.max(inSight.to, openRow + 1)
  const [row = 0, column = 0] = active.split(' ').map(Number)
  // Where the active cell is out of sight, the Tab key enters at the first row that is drawn.
  const activeRow = row >= from && row < to ? row : from
  const activeColumn = column
  const move = (event: KeyboardEvent) => {
    const step = steps[event.key]
    if (!step) return
    const next = nextCell(frame.current, activeRow, activeColumn, step)
    if (!next) return
    event.preventDefault()
    next.focus()
  }
  const openStory = ({ target }: MouseEvent) => {
    const [personRow = -1, day = -1] = placeOf(target)?.split(' ').map(Number) ?? []
    const person = grid.people[personRow]
    const date = grid.days[day]?.date
    if (person && date) onOpen({ personId: person.id, date })
  }
  return (
    <section className={styles.card}>
      <div ref={frame} className={styles.scroll}>
        <table
          className={styles.table}
          aria-rowcount={grid.people.length}
          onKeyDown={move}
          onClick={openStory}
          onFocus={({ target }) => setActive((before) => placeOf(target) ?? before)}
        >
          <caption className="visually-hidden">日报合规，人 × 日</caption>
          <thead>
            <tr>
              <th scope="col" className={styles.name}>
                {grid.people.length} 人
              </th>
              {weeks.map(({ week, days }) => (
                <th
                  key={`${week} ${days[0]?.date}`}
                  colSpan={days.length}
                  scope="colgroup"
                  className={styles.week}
                >
                  第{week}周
                </th>
              ))}
              <td colSpan={3} />
            </tr>
            <tr>
              <td />
              {weeks.map(({ days }) =>
                days.map((day, index) => (
                  <th
                    key={day.date}
                    scope="col"
                    className={styles.day}
                    data-first={index === 0}
                    data-makeup={day.type === 'makeup'}
                    data-today={day.date === today}
                    title={day.title}
                  >
                    {dayLabel(day.date, grid.days)}
                  </th>
                )),
              )}
              <th scope="col" className={styles.sum}>
                特
              </th>
              <th scope="col" className={styles.sum}>
                未
              </th>
              <th scope="col" className={styles.rate}>
                合规率
              </th>
            </tr>
          </thead>
          <tbody ref={body}>
            <Gap rows={from} height={height} />
            {grid.people.slice(from, to).map((person, index) => (
              <HeatMapRow
                key={person.id}
                person={person}
                row={from + index}
                weeks={weeks}
                today={today}
                openDate={open?.personId === person.id ? open.date : undefined}
                activeColumn={activeRow === from + index ? activeColumn : undefined}
              />
            ))}
            <Gap rows={grid.people.length - to} height={height} />
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" className={styles.name}>
                当天未填
              </th>
              {weeks.map(({ days }) =>
                days.map((day, index) => (
                  <td key={day.date} data-first={index === 0} className={styles.missed}>
                    {day.missed || ''}
                  </td>
                )),
              )}
              <td />
              <td />
              <td
                className={styles.rate}
                title={`按期 ${grid.compliance.filed} / 应填 ${grid.compliance.due}`}
              >
                <strong>{percent(grid.compliance.rate)}</strong>
              </td>
            </tr>
          </tfoot>
        </table>
        {open && (
          <StoryPopover
            key={`${open.personId} ${open.date}`}
            frame={frame}
            title="这一天"
            onClose={() => onOpen(null)}
          >
            <CellStory personId={open.personId} date={open.date} />
          </StoryPopover>
        )}
      </div>
    </section>
  )
}

const legend = [
  ['on_time', '按时'],
  ['excused_late', '特殊原因'],
  ['missed', '未填'],
  ['late_fill', '补填，仍计未填'],
  ['trip', '出差免填'],
  ['leave', '请假免填'],
  ['waived', '经理豁免'],
  ['pending', '待填'],
] as const

export function Legend() {
  return (
    <ul className={styles.legend} aria-label="图例">
      {legend.map(([state, label]) => {
        const look = cellLook(state)
        return (
          look && (
            <li key={state}>
              <GlyphCell tone={look.tone} glyph={look.glyph} label={label} /> {label}
            </li>
          )
        )
      })}
    </ul>
  )
}

/** The height of the rows that are not drawn. */
function Gap({ rows, height }: { rows: number; height: number }) {
  return rows > 0 && <tr aria-hidden style={{ height: rows * height }} />
}

const steps: Record<string, readonly [rows: number, columns: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

const placeOf = (target: EventTarget) =>
  target instanceof Element ? target.closest<HTMLElement>('[data-place]')?.dataset.place : undefined

/** The next cell in a direction; gaps (days before entry, days without an obligation) are passed over. */
function nextCell(
  frame: HTMLElement | null,
  row: number,
  column: number,
  [rows, columns]: readonly [number, number],
): HTMLElement | null {
  for (let step = 1; step < 100; step++) {
    const place = `${row + rows * step} ${column + columns * step}`
    const cell = frame?.querySelector<HTMLElement>(`[data-place="${place}"]`)
    if (cell) return cell
  }
  return null
}
