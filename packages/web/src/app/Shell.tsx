import { Suspense } from 'react'
import { PageSkeleton } from '../ui/PageSkeleton.tsx'
import { PermittedPage } from './PermittedPage.tsx'
import styles from './Shell.module.css'
import { SideNavigation } from './SideNavigation.tsx'
import { TopBar } from './TopBar.tsx'

/** The desktop: navigation at the left, one bar above, the page in the rest. */
export function Shell() {
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#content">
        跳到正文
      </a>
      <SideNavigation />
      <div className={styles.rest}>
        <TopBar />
        <main className={styles.content} id="content" tabIndex={-1}>
          <Suspense fallback={<PageSkeleton />}>
            <PermittedPage />
          </Suspense>
        </main>
      </div>
    </div>
  )
}
