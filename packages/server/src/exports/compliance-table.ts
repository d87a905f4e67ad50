import type { CellState, CompliancePeriodGrid } from '@zhuowei/contract/compliance.ts'
import type { ComplianceGridScope } from '@zhuowei/contract/exports.ts'
import { roleLabel } from '@zhuowei/domain/organisation/roles.ts'
import { obligationLabel, reportKindLabel } from '@zhuowei/domain/reports/kinds.ts'
import { stateLabel } from '@zhuowei/domain/reports/timeliness.ts'
import { complianceGrid } from '../compliance/grid.ts'
import { compliancePeriods } from '../compliance/periods.ts'
import type { Reading } from '../platform/http/implement.ts'

type Cell = string | number | null

/** The grid as it leaves: what the page shows, in words instead of colours. */
export interface ComplianceTable {
  divisionId: string
  /** Which grid it is, as people read it in the register. */
  words: string
  people: number
  head: string[]
  rows: Cell[][]
}

/** With the rights of the page itself: it is built from the same two questions. */
export async function complianceTable(
  reading: Reading,
  { unit, ...range }: ComplianceGridScope,
): Promise<ComplianceTable> {
  const { division, columns, people, compliance } =
    unit === 'day' ? await dailyColumns(reading, range) : await periodColumns(reading, { ...range, unit })
  const missed = people.reduce((sum, person) => sum + person.missed, 0)
  const excused = people.reduce((sum, person) => sum + person.excused, 0)
  return {
    divisionId: division.id,
    words: `${division.name}，${reportKindLabel[reportOf[unit]]}，${range.from} 至 ${range.to}`,
    people: people.length,
    head: ['姓名', '岗位', '片区', ...columns.map(({ label }) => label), ...sums],
    rows: [
      ...people.map((person) => [
        ...[person.name, roleLabel[person.role], person.region],
        ...person.cells,
        ...sumsOf(person),
      ]),
      [
        '未填合计',
        null,
        null,
        ...columns.map((column) => column.missed),
        ...sumsOf({ excused, missed, compliance }),
      ],
    ],
  }
}

const reportOf = { day: 'daily', week: 'weekly', month: 'monthly', trip: 'trip' } as const

const sums = ['特殊原因', '未填', '按期', '应填', '合规率']

type Counted = Pick<CompliancePeriodGrid['people'][number], 'excused' | 'missed' | 'compliance'>

const sumsOf = ({ excused, missed, compliance: { filed, due, rate } }: Counted): Cell[] => [
  ...[excused, missed, filed, due],
  rate,
]

async function dailyColumns(reading: Reading, range: Omit<ComplianceGridScope, 'unit'>) {
  const { days, people, ...grid } = await complianceGrid(reading, range)
  return {
    ...grid,
    columns: days.map(({ date, missed }) => ({ label: date, missed })),
    people: people.map((person) => ({ ...person, cells: person.cells.map(wordOf) })),
  }
}

async function periodColumns(reading: Reading, range: Parameters<typeof compliancePeriods>[1]) {
  const { columns, people, ...grid } = await compliancePeriods(reading, range)
  return {
    ...grid,
    columns: columns.map(({ label, from, to, missed }) => ({
      label: `${label}（${from} 至 ${to}）`,
      missed,
    })),
    people: people.map((person) => ({
      ...person,
      cells: person.cells.map((duties) => duties.map(dutyText).join('；')),
    })),
  }
}

type Duty = CompliancePeriodGrid['people'][number]['cells'][number][number]

/** A week has two duties, and of trips there may be several in a month. */
function dutyText({ kind, subject, state }: Duty): string {
  if (kind === 'monthly') return wordOf(state)
  return `${kind === 'trip' ? subject : obligationLabel[kind]} ${wordOf(state)}`
}

function wordOf(state: CellState): string {
  if (state === 'none') return ''
  if (state === 'leave') return '请假，免填'
  return state === 'trip' ? '出差，免填' : stateLabel[state]
}
