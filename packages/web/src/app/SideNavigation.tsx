import { MenuFoldOutlined, MenuUnfoldOutlined } from '@ant-design/icons'
import { useRouter } from '@tanstack/react-router'
import { Tooltip } from 'antd'
import { useState } from 'react'
import { BrandMark } from '../ui/BrandMark.tsx'
import { type NavigationItem, visibleGroups } from './navigation.tsx'
import { type NavigationCount, useNavigationCounts } from './navigation-counts.ts'
import { PathLink } from './PathLink.tsx'
import styles from './SideNavigation.module.css'
import { useSession } from './session.ts'

const storageKey = 'zhuowei.navigation'

/** The modules, in the words of the regulation; collapsed to icons by choice, which this device remembers. */
export function SideNavigation() {
  const { rights, division } = useSession()
  const router = useRouter()
  const counts = useNavigationCounts()
  const [collapsed, setCollapsed] = useState(() => localStorage.getItem(storageKey) === 'collapsed')
  const groups = visibleGroups(rights, (path) => path in router.routesByPath)
  const toggle = () => {
    localStorage.setItem(storageKey, collapsed ? 'open' : 'collapsed')
    setCollapsed(!collapsed)
  }
  return (
    <nav className={styles.nav} data-collapsed={collapsed} aria-label="主导航">
      <PathLink path="/" className={styles.brand} aria-label="卓维，回到今天">
        <BrandMark />
        {!collapsed && <strong>卓维</strong>}
        {!collapsed && (
          <span className={styles.division} title={division?.name}>
            {division?.name}
          </span>
        )}
      </PathLink>
      <div className={styles.groups}>
        {groups.map((group) => (
          <ul key={group[0]?.path}>
            {group.map((item) => (
              <li key={item.path}>
                <Item item={item} count={counts[item.path]} collapsed={collapsed} />
              </li>
            ))}
          </ul>
        ))}
      </div>
      <button type="button" className={styles.toggle} onClick={toggle} aria-expanded={!collapsed}>
        {collapsed ? <MenuUnfoldOutlined /> : <MenuFoldOutlined />}
        <span className={collapsed ? 'visually-hidden' : undefined}>{collapsed ? '展开导航' : '收起'}</span>
      </button>
    </nav>
  )
}

interface ItemProps {
  item: NavigationItem
  count: NavigationCount | undefined
  collapsed: boolean
}

function Item({ item, count, collapsed }: ItemProps) {
  const whole = count ? `${item.label}，${count.sentence}` : item.label
  const link = (
    <PathLink
      path={item.path}
      className={styles.item}
      exact={item.path === '/'}
      aria-label={collapsed || count ? whole : undefined}
    >
      {item.icon}
      {!collapsed && <span>{item.label}</span>}
      {count && (
        <span className={styles.count} data-urgent={count.urgent} title={count.sentence}>
          {count.shown}
        </span>
      )}
    </PathLink>
  )
  return collapsed ? (
    <Tooltip title={whole} placement="right">
      {link}
    </Tooltip>
  ) : (
    link
  )
}
