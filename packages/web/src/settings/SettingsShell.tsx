import { Outlet, useRouter } from '@tanstack/react-router'
import { Suspense } from 'react'
import { PathLink } from '../app/PathLink.tsx'
import { useSession } from '../app/session.ts'
import { PageSkeleton } from '../ui/PageSkeleton.tsx'
import { usePhone } from '../ui/useMedia.ts'
import styles from './SettingsShell.module.css'
import { visibleSections } from './sections.ts'

/** 设置 and its sections as tabs above; on the phone the sections are a list and each page has its own head. */
export function SettingsShell() {
  const { rights } = useSession()
  const router = useRouter()
  if (usePhone()) return <Outlet />
  const sections = visibleSections(rights, (path) => path in router.routesByPath)
  return (
    <div className={styles.shell}>
      <header className={styles.bar}>
        <h1>设置</h1>
        <nav aria-label="设置">
          {sections.map(({ path, label }) => (
            <PathLink key={path} path={path}>
              {label}
            </PathLink>
          ))}
        </nav>
      </header>
      <div className={styles.page}>
        <Suspense fallback={<PageSkeleton />}>
          <Outlet />
        </Suspense>
      </div>
    </div>
  )
}
