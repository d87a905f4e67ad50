import { lazy, Suspense } from 'react'
import { PhoneShell } from '../phone/PhoneShell.tsx'
import { usePhone } from '../ui/useMedia.ts'
import { useShortcuts } from '../ui/useShortcuts.ts'
import { Notices } from './Notices.tsx'
import { usePalette } from './palette-state.ts'
import styles from './Root.module.css'
import { Shell } from './Shell.tsx'
import { useLive } from './useLive.ts'
import { useServerClock } from './useServerClock.ts'

const Palette = lazy(() => import('./Palette.tsx').then((module) => ({ default: module.Palette })))

/** The same addresses on both; the phone has its own root, not a shrunk desktop. */
export function Root() {
  useServerClock()
  useLive()
  const palette = usePalette()
  useShortcuts({ 'mod+K': palette.open })
  return (
    <div className={styles.root}>
      <Notices />
      {usePhone() ? <PhoneShell /> : <Shell />}
      {palette.shown && (
        <Suspense fallback={null}>
          <Palette onClose={palette.close} />
        </Suspense>
      )}
    </div>
  )
}
