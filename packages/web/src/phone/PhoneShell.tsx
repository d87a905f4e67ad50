import { SearchOutlined } from '@ant-design/icons'
import { Suspense } from 'react'
import { Bell } from '../app/Bell.tsx'
import { PermittedPage } from '../app/PermittedPage.tsx'
import { usePalette } from '../app/palette-state.ts'
import { PhoneHeadCorner } from '../ui/PageHeader.tsx'
import { PageSkeleton } from '../ui/PageSkeleton.tsx'
import styles from './PhoneShell.module.css'
import { TabBar } from './TabBar.tsx'

/** The phone: each page brings its own head; the tabs stay within reach of the thumb. */
export function PhoneShell() {
  return (
    <div className={styles.shell}>
      <main className={styles.content} id="content" tabIndex={-1}>
        <Suspense fallback={<PageSkeleton />}>
          <PhoneHeadCorner value={<Corner />}>
            <PermittedPage />
          </PhoneHeadCorner>
        </Suspense>
      </main>
      <TabBar />
    </div>
  )
}

/** At the same place on every page: looking for something, and what one was told. */
function Corner() {
  const palette = usePalette()
  return (
    <>
      <button type="button" className={styles.search} onClick={palette.open} aria-label="查找">
        <SearchOutlined />
      </button>
      <Bell />
    </>
  )
}
