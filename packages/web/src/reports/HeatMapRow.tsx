import type { ComplianceGrid } from '@zhuowei/contract/compliance.ts'
import { monthOf } from '@zhuowei/domain/calendar/dates.ts'
import { dateWithWeekday } from '@zhuowei/domain/calendar/wording.ts'
import { roleLabel } from '@zhuowei/domain/organisation/roles.ts'
import { memo } from 'react'
import { GlyphCell } from '../ui/GlyphCell.tsx'
import { Meter } from '../ui/Meter.tsx'
import styles from './HeatMap.module.css'
import { cellLook, percent } from './state-look.ts'

type Day = ComplianceGrid['days'][number]

interface Week {
  week: number
  /** The column of its first day. */
  start: number
  days: (Day & { title: string })[]
}

interface HeatMapRowProps {
  person: ComplianceGrid['people'][number]
  row: number
  weeks: readonly Week[]
  today: string
  /** The day whose story is open, and the column that the Tab key reaches; undefined in nearly every row. */
  openDate: string | undefined
  activeColumn: number | undefined
}

/** One person. A table of 300 has nine thousand cells, so a row is drawn again only when something of its own changed. */
export const HeatMapRow = memo(({ person, row, weeks, today, openDate, activeColumn }: HeatMapRowProps) => (
  <tr>
    <th scope="row" className={styles.name}>
      <strong>{person.name}</strong> <small>{noteOf(person)}</small>
    </th>
    {weeks.map(({ days, start }) =>
      days.map((day, index) => {
        const column = start + index
        const look = cellLook(person.cells[column] ?? 'none')
        return (
          <td key={day.date} data-first={index === 0}>
            {look && (
              <GlyphCell
                tone={look.tone}
                glyph={day.date === today && look.tone === 'dashed' ? '' : look.glyph}
                label={`${person.name}，${day.title}，${look.label}`}
                selected={openDate === day.date}
                tabIndex={column === activeColumn ? 0 : -1}
                data-place={`${row} ${column}`}
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
))

export function Rate({ rate, name }: { rate: ComplianceGrid['compliance']; name: string }) {
  const low = rate.rate !== null && rate.rate < 0.95
  return (
    <span className={styles.rateCell} data-low={low} title={`按期 ${rate.filed} / 应填 ${rate.due}`}>
      <Meter label={`${name}合规率`} value={rate.rate ?? 0} tone={low ? 'amber' : 'green'} />
      <strong>{percent(rate.rate)}</strong>
    </span>
  )
}

export function weeksOf(dates: readonly Day[]): Week[] {
  const weeks: Week[] = []
  dates.forEach((date, index) => {
    const day = { ...date, title: dateWithWeekday(date.date) }
    const last = weeks.at(-1)
    if (last?.week === day.week) last.days.push(day)
    else weeks.push({ week: day.week, start: index, days: [day] })
  })
  return weeks
}

/** The first day of a month names its month. */
export function dayLabel(date: string, days: readonly Day[]): string {
  const first = days.find((day) => monthOf(day.date) === monthOf(date))
  const day = String(Number(date.slice(8)))
  return first?.date === date ? `${Number(date.slice(5, 7))}/${day}` : day
}

type Listed = Pick<ComplianceGrid['people'][number], 'leavingDate' | 'role' | 'region'>

export function noteOf(person: Listed): string {
  if (person.leavingDate) return `${person.leavingDate.slice(5)} 离职`
  if (person.role === 'dm') return '经理'
  return person.region?.replace('片区', '') ?? (person.role === 'oa' ? '综合' : roleLabel[person.role])
}
