import { Popover } from 'antd'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { ClauseButton } from '../ui/ClauseChip.tsx'
import { ClauseOpener } from '../ui/clause-opener.ts'
import { ListSkeleton } from '../ui/ListSkeleton.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import { usePhone } from '../ui/useMedia.ts'
import styles from './Clauses.module.css'

const ClauseStory = lazy(() =>
  import('../regulation/ClauseStory.tsx').then((module) => ({ default: module.ClauseStory })),
)

/** Below it every clause chip opens the original sentence with the numbers of the rule: beside it, or as a sheet on the phone. */
export function Clauses({ children }: { children: ReactNode }) {
  return <ClauseOpener value={opener}>{children}</ClauseOpener>
}

const opener = (clause: string) => <Clause clause={clause} />

function Clause({ clause }: { clause: string }) {
  const [open, setOpen] = useState(false)
  const phone = usePhone()
  // Never absent: a popover without content does not open.
  const story = (
    // biome-ignore lint/a11y/noStaticElementInteractions: a click in here is not a click on the row that the chip stands in
    // biome-ignore lint/a11y/useKeyWithClickEvents: nothing is done here, only kept from the row
    <div className={styles.story} onClick={(event) => event.stopPropagation()}>
      {open && (
        <Suspense fallback={<ListSkeleton rows={3} />}>
          <ClauseStory clause={clause} onLeave={() => setOpen(false)} />
        </Suspense>
      )}
    </div>
  )
  if (!phone) {
    return (
      <Popover open={open} onOpenChange={setOpen} trigger="click" content={story} destroyOnHidden>
        <ClauseButton clause={clause} />
      </Popover>
    )
  }
  return (
    <>
      <ClauseButton clause={clause} onClick={() => setOpen(true)} />
      <Sheet
        open={open}
        onClose={() => setOpen(false)}
        placement="bottom"
        size="auto"
        title={`制度依据 ${clause}`}
      >
        {story}
      </Sheet>
    </>
  )
}
