import { createContext, type ReactNode } from 'react'

/**
 * What the application shows for a chip that names a clause: a button that opens it. Null where the regulation cannot be opened,
 * as before the 保密承诺.
 */
export const ClauseOpener = createContext<((clause: string) => ReactNode) | null>(null)
