import type { ReactNode } from 'react'
import styles from './PeopleTable.module.css'

interface PeopleTableProps {
  /** The heading of the people's own column, then one for each figure. */
  headings: readonly [string, ...string[]]
  children: ReactNode
}

/** People down, figures across; a name opens the rows behind it. */
export function PeopleTable({ headings, children }: PeopleTableProps) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {headings.map((heading) => (
            <th key={heading} scope="col">
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  )
}

interface PeopleRowProps {
  name: string
  /** A smaller word behind the name. */
  note: string
  onChoose: () => void
  /** The figures, as cells. */
  children: ReactNode
}

export function PeopleRow({ name, note, onChoose, children }: PeopleRowProps) {
  return (
    <tr>
      <th scope="row">
        <button type="button" onClick={onChoose}>
          {name}
        </button>
        <small>{note}</small>
      </th>
      {children}
    </tr>
  )
}
