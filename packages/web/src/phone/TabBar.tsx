import {
  BankOutlined,
  ClockCircleOutlined,
  FileTextOutlined,
  PlusOutlined,
  SearchOutlined,
  TeamOutlined,
  UserOutlined,
} from '@ant-design/icons'
import { useRouter, useRouterState } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { type NavigationCount, useNavigationCounts } from '../app/navigation-counts.ts'
import { PathLink } from '../app/PathLink.tsx'
import { usePalette } from '../app/palette-state.ts'
import { quickRecords } from '../app/quick-records.tsx'
import { useSession } from '../app/session.ts'
import { Sheet } from '../ui/Sheet.tsx'
import styles from './TabBar.module.css'

/** 今天 · 日常 (团队 for who leads one) · 记 · 客户 · 我的; whoever sees no customers has 查找 there. */
export function TabBar() {
  const { rights } = useSession()
  const router = useRouter()
  const palette = usePalette()
  const counts = useNavigationCounts()
  const [recording, setRecording] = useState(false)
  const pathname = useRouterState({ select: ({ location }) => location.pathname })
  const existing = (path: string) => path in router.routesByPath
  const records = quickRecords(rights, existing)
  const leads = rights.includes('reports.team') && existing('/reports/team')
  return (
    <nav className={styles.bar} aria-label="主导航">
      <Tab path="/" icon={<ClockCircleOutlined />} label="今天" />
      {leads ? (
        <Tab path="/reports/team" icon={<TeamOutlined />} label="团队" count={counts['/reports/team']} />
      ) : (
        rights.includes('reports.write') && (
          <Tab path="/reports" icon={<FileTextOutlined />} label="日常" count={counts['/reports']} />
        )
      )}
      {records.length > 0 && (
        <button
          type="button"
          className={styles.record}
          onClick={() => setRecording(true)}
          aria-label="记一笔"
        >
          <PlusOutlined />
        </button>
      )}
      {rights.includes('customers.read') ? (
        <Tab path="/customers" icon={<BankOutlined />} label="客户" />
      ) : (
        <button type="button" className={styles.tab} onClick={palette.open}>
          <SearchOutlined />
          查找
        </button>
      )}
      <Tab path="/me" icon={<UserOutlined />} label="我的" active={isReachedFromMe(pathname)} />
      <Sheet
        open={recording}
        onClose={() => setRecording(false)}
        placement="bottom"
        title="记一笔"
        styles={{ body: { padding: 0 } }}
        size="auto"
      >
        <ul className={styles.records}>
          {records.map(({ path, label, icon }) => (
            <li key={path}>
              <PathLink path={path} onClick={() => setRecording(false)}>
                {icon}
                {label}
              </PathLink>
            </li>
          ))}
        </ul>
      </Sheet>
    </nav>
  )
}

/** The pages of 我的 have no tab of their own; one stays lit, so that the bar says where one is. */
function isReachedFromMe(pathname: string): boolean {
  return ['/activities', '/attendance', '/regulation', '/settings', '/notifications'].some((path) =>
    pathname.startsWith(path),
  )
}

interface TabProps {
  path: string
  icon: ReactNode
  label: string
  count?: NavigationCount | undefined
  active?: boolean
}

function Tab({ path, icon, label, count, active = false }: TabProps) {
  return (
    <PathLink
      path={path}
      className={active ? `${styles.tab} ${styles.lit}` : styles.tab}
      exact={path === '/'}
      aria-label={count && `${label}，${count.sentence}`}
    >
      <span className={styles.icon}>
        {icon}
        {count && (
          <small className={styles.count} data-urgent={count.urgent}>
            {count.shown}
          </small>
        )}
      </span>
      {label}
    </PathLink>
  )
}
