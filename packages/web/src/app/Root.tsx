import { PhoneShell } from '../phone/PhoneShell.tsx'
import { usePhone } from '../ui/useMedia.ts'
import { Shell } from './Shell.tsx'
import { useServerClock } from './useServerClock.ts'

/** The same addresses on both; the phone has its own root, not a shrunk desktop. */
export function Root() {
  useServerClock()
  return usePhone() ? <PhoneShell /> : <Shell />
}
