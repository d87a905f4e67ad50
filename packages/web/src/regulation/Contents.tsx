import { Link } from '@tanstack/react-router'
import type { Clause } from '@zhuowei/contract/regulation.ts'
import styles from './Contents.module.css'

/** Chapters, and at the desk their sections, in the words of their headings. */
export function Contents({ clauses, depth }: { clauses: readonly Clause[]; depth: number }) {
  const headings = clauses.filter((clause) => clause.title && clause.path.length < depth)
  return (
    <nav className={styles.contents} aria-label="目录">
      <ul>
        {headings.map(({ id, title, path }) => (
          <li key={id} data-level={path.length}>
            <Link to="/regulation" hash={id} search={{}}>
              <span>{id}</span>
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
