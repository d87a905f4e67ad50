import type { CompliancePeriodGrid } from '@zhuowei/contract/compliance.ts'
import { obligationLabel } from '@zhuowei/domain/reports/kinds.ts'
import { useRef } from 'react'
import { GlyphCell } from '../ui/GlyphCell.tsx'
import { DutyStory } from './CellStory.tsx'
import styles from './HeatMap.module.css'
import { noteOf, Rate } from './HeatMapRow.tsx'
import map from './PeriodMap.module.css'
import { StoryPopover } from './StoryPopover.tsx'
import { cellLook, percent } from './state-look.ts'

interface PeriodMapProps {
  grid: CompliancePeriodGrid
  /** The obligation whose story is open. */
  open: string | undefined
  onOpen: (obligationId: string | undefined) => void
}

const storyTitle = { week: '这一周', month: '这个月', trip: '这次出差' } as const

type Person = CompliancePeriodGrid['people'][number]
type Cell = Person['cells'][number][number]

/** Person × week or month: a week holds its plan and its 完成情况, a month its report, a trip stands in the month of the return. */
export function PeriodMap({ grid, open, onOpen }: PeriodMapProps) {
  const frame = useRef<HTMLDivElement>(null)
  return (
    <section className={styles.card}>
      <div ref={frame} className={`${styles.scroll} ${map.scroll}`}>
        <table className={styles.table}>
          <caption className="visually-hidden">周报、月报和出差报告合规，人 × 周或月</caption>
          <thead>
            <tr>
              <th scope="col" className={styles.name}>
                {grid.people.length} 人
              </th>
              {grid.columns.map(({ key, label, from, to }) => (
                <th key={key} scope="col" className={map.column} title={`${from} 至 ${to}`}>
                  {label}
                </th>
              ))}
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
            {grid.people.map((person) => (
              <tr key={person.id}>
                <th scope="row" className={styles.name}>
                  <strong>{person.name}</strong> <small>{noteOf(person)}</small>
                </th>
                {grid.columns.map(({ key }, place) => (
                  <td key={key} className={map.cell}>
                    {(person.cells[place] ?? []).map((cell) => (
                      <Duty key={cell.obligationId} person={person} cell={cell} open={open} onOpen={onOpen} />
                    ))}
                  </td>
                ))}
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
                合规率
              </th>
              {grid.columns.map(({ key, compliance, missed }) => (
                <td
                  key={key}
                  className={map.rate}
                  data-missed={missed > 0}
                  title={`按期 ${compliance.filed} / 应填 ${compliance.due}，未填 ${missed}`}
                >
                  {compliance.rate === null ? '' : `${Math.round(compliance.rate * 100)}%`}
                </td>
              ))}
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
            key={open}
            frame={frame}
            title={storyTitle[grid.unit]}
            onClose={() => onOpen(undefined)}
          >
            <DutyStory obligationId={open} />
          </StoryPopover>
        )}
      </div>
    </section>
  )
}

function Duty({ person, cell, open, onOpen }: { person: Person; cell: Cell } & Omit<PeriodMapProps, 'grid'>) {
  const look = cellLook(cell.state)
  if (!look) return null
  return (
    <GlyphCell
      tone={look.tone}
      glyph={look.glyph}
      label={`${person.name}，${cell.subject}（${obligationLabel[cell.kind]}），${look.label}`}
      selected={cell.obligationId === open}
      data-place={cell.obligationId}
      onClick={() => onOpen(cell.obligationId)}
    />
  )
}
