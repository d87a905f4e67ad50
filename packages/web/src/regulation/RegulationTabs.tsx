import { Link } from '@tanstack/react-router'
import styles from './RegulationTabs.module.css'

/** The text, and the numbers by which it is carried out. */
export function RegulationTabs() {
  return (
    <nav className={styles.tabs} aria-label="制度">
      <Link to="/regulation" activeOptions={{ exact: true, includeSearch: false, includeHash: false }}>
        正文
      </Link>
      <Link to="/regulation/parameters" activeOptions={{ includeSearch: false }}>
        参数
      </Link>
    </nav>
  )
}
