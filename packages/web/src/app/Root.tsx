import { lazy, Suspense } from 'react'
import { useVisitOutbox } from '../activities/useVisitOutbox.ts'
import { PhoneShell } from '../phone/PhoneShell.tsx'
import { numberTail } from '../ui/number-tail.ts'
import { usePhone } from '../ui/useMedia.ts'
import { useShortcuts } from '../ui/useShortcuts.ts'
import { Watermark } from '../ui/Watermark.tsx'
import { Clauses } from './Clauses.tsx'
import { Notices } from './Notices.tsx'
import { usePalette } from './palette-state.ts'
import styles from './Root.module.css'
import { Shell } from './Shell.tsx'
import { useSession } from './session.ts'
import { useLive } from './useLive.ts'
import { useServerClock } from './useServerClock.ts'

const Palette = lazy(() => import('./Palette.tsx').then((module) => ({ default: module.Palette })))

/** The same addresses on both; the phone has its own root, not a shrunk desktop. */
export function Root() {
  useServerClock()
  useLive()
  useVisitOutbox()
  const { person } = useSession()
  const palette = usePalette()
  useShortcuts({ 'mod+K': palette.open })
  return (
    <div className={styles.root}>
      <Notices />
      <Clauses>{usePhone() ? <PhoneShell /> : <Shell />}</Clauses>
      <Watermark text={`${person.name} ${numberTail(person.employeeNo)}`} />
      {palette.shown && (
        <Suspense fallback={null}>
          <Palette onClose={palette.close} />
        </Suspense>
      )}
    </div>
  )
}
