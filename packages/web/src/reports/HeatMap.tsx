import type { ComplianceGrid } from '@zhuowei/contract/compliance.ts'
import { monthOf } from '@zhuowei/domain/calendar/dates.ts'
import { dateWithWeekday } from '@zhuowei/domain/calendar/wording.ts'
import { roleLabel } from '@zhuowei/domain/organisation/roles.ts'
import { type KeyboardEvent, useRef, useState } from 'react'
import { GlyphCell } from '../ui/GlyphCell.tsx'
import { Meter } from '../ui/Meter.tsx'
import { CellStory } from './CellStory.tsx'
import styles from './HeatMap.module.css'
import { StoryPopover } from './StoryPopover.tsx'
import { cellLook, percent } from './state-look.ts'

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

/** Person × working day; the exceptions are the only loud cells. Arrow keys move, Enter opens the story. */
export function HeatMap({ grid, today, open, onOpen }: HeatMapProps) {
  const frame = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState('0 0')
  const weeks = weeksOf(grid.days)
  const move = (event: KeyboardEvent) => {
    const step = steps[event.key]
    if (!step) return
    const [row = 0, column = 0] = active.split(' ').map(Number)
    const next = nextCell(frame.current, row, column, step)
    if (!next) return
    event.preventDefault()
    next.focus()
  }
  return (
    <section className={styles.card}>
      <div ref={frame} className={styles.scroll}>
        <table className={styles.table} onKeyDown={move}>
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
                    title={dateWithWeekday(day.date)}
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
          <tbody>
            {grid.people.map((person, row) => (
              <tr key={person.id}>
                <th scope="row" className={styles.name}>
                  <strong>{person.name}</strong> <small>{noteOf(person)}</small>
                </th>
                {weeks.map(({ days, start }) =>
                  days.map((day, index) => {
                    const column = start + index
                    const look = cellLook(person.cells[column] ?? 'none')
                    const place = `${row} ${column}`
                    return (
                      <td key={day.date} data-first={index === 0}>
                        {look && (
                          <GlyphCell
                            tone={look.tone}
                            glyph={day.date === today && look.tone === 'dashed' ? '' : look.glyph}
                            label={`${person.name}，${dateWithWeekday(day.date)}，${look.label}`}
                            selected={open?.personId === person.id && open.date === day.date}
                            tabIndex={place === active ? 0 : -1}
                            data-place={place}
                            onFocus={() => setActive(place)}
                            onClick={() => onOpen({ personId: person.id, date: day.date })}
                          />
                        )}
                      </td>
                    )
                  }),
                )}
                <td className={styles.excused}>{person.excused || ''}</td>
                <td className={styles.missed}>{person.missed || ''}</td>
                <td className={styles.rate}>
                  <Rate rate={person.compliance} name={person.name} />
                </td>
              </tr>
            ))}
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
          <StoryPopover key={`${open.personId} ${open.date}`} frame={frame} onClose={() => onOpen(null)}>
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
  ['trip', '免填'],
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

function Rate({ rate, name }: { rate: ComplianceGrid['compliance']; name: string }) {
  const low = rate.rate !== null && rate.rate < 0.95
  return (
    <span className={styles.rateCell} data-low={low} title={`按期 ${rate.filed} / 应填 ${rate.due}`}>
      <Meter label={`${name}合规率`} value={rate.rate ?? 0} tone={low ? 'amber' : 'green'} />
      <strong>{percent(rate.rate)}</strong>
    </span>
  )
}

type Day = ComplianceGrid['days'][number]

function weeksOf(days: readonly Day[]): { week: number; start: number; days: Day[] }[] {
  const weeks: { week: number; start: number; days: Day[] }[] = []
  days.forEach((day, index) => {
    const last = weeks.at(-1)
    if (last?.week === day.week) last.days.push(day)
    else weeks.push({ week: day.week, start: index, days: [day] })
  })
  return weeks
}

/** The first day of a month names its month. */
function dayLabel(date: string, days: readonly Day[]): string {
  const first = days.find((day) => monthOf(day.date) === monthOf(date))
  const day = String(Number(date.slice(8)))
  return first?.date === date ? `${Number(date.slice(5, 7))}/${day}` : day
}

function noteOf(person: ComplianceGrid['people'][number]): string {
  if (person.leavingDate) return `${person.leavingDate.slice(5)} 离职`
  if (person.role === 'dm') return '经理'
  return person.region?.replace('片区', '') ?? (person.role === 'oa' ? '综合' : roleLabel[person.role])
}

const steps: Record<string, readonly [rows: number, columns: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

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
