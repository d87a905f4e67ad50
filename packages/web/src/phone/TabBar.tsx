import {
  ClockCircleOutlined,
  FileTextOutlined,
  PlusOutlined,
  SearchOutlined,
  TeamOutlined,
  UserOutlined,
} from '@ant-design/icons'
import { useRouter } from '@tanstack/react-router'
import { Drawer } from 'antd'
import { type ReactNode, useState } from 'react'
import { type NavigationCount, useNavigationCounts } from '../app/navigation-counts.ts'
import { PathLink } from '../app/PathLink.tsx'
import { usePalette } from '../app/palette-state.ts'
import { quickRecords } from '../app/quick-records.tsx'
import { useSession } from '../app/session.ts'
import styles from './TabBar.module.css'

/** 今天 · 日常 (团队 for who leads one) · 记 · 查找 · 我的; only tabs whose page exists. */
export function TabBar() {
  const { rights } = useSession()
  const router = useRouter()
  const palette = usePalette()
  const counts = useNavigationCounts()
  const [recording, setRecording] = useState(false)
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
      <button type="button" className={styles.tab} onClick={palette.open}>
        <SearchOutlined />
        查找
      </button>
      {existing('/me') && <Tab path="/me" icon={<UserOutlined />} label="我的" />}
      <Drawer
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
      </Drawer>
    </nav>
  )
}

interface TabProps {
  path: string
  icon: ReactNode
  label: string
  count?: NavigationCount | undefined
}

function Tab({ path, icon, label, count }: TabProps) {
  return (
    <PathLink
      path={path}
      className={styles.tab}
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
