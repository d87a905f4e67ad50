import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { BulkPreview, BulkPreviewOf } from '@zhuowei/contract/bulk.ts'
import type { BulkOutcome } from '@zhuowei/contract/customer-shapes.ts'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { client } from '../app/client.ts'
import { useCommand } from '../app/useCommand.ts'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { Dialog } from '../ui/Sheet.tsx'
import { useUndo } from '../ui/UndoBar.tsx'
import styles from './BulkDialog.module.css'
import { CustomerNames, SkippedList } from './SkippedList.tsx'
import { bodyOf, type Selected } from './selection.ts'

export interface BulkProps {
  selected: Selected
  onClose: () => void
  onDone: () => void
}

/** Each kind of change without the selection. */
export type Change = BulkPreviewOf extends infer One
  ? One extends unknown
    ? Omit<One, 'ids' | 'matching'>
    : never
  : never

interface BulkDialogProps extends BulkProps {
  title: string
  /** The verb with its object: “移交”. */
  verb: string
  /** What still keeps it from being sent. */
  missing: string | undefined
  /** What is chosen so far, to be looked at before it is done; null while too little is chosen. */
  change: Change | null
  send: () => Promise<BulkOutcome>
  children: ReactNode
}

/** One command for the selected rows: what it would do is told before, what it left alone afterwards, and all of it can be taken back. */
export function BulkDialog(props: BulkDialogProps) {
  const { selected, title, verb, missing, change, send, onClose, onDone, children } = props
  const offerUndo = useUndo()
  const navigate = useNavigate()
  const [outcome, setOutcome] = useState<BulkOutcome | null>(null)
  const preview = usePreview(selected, change)
  const command = useCommand(send, {
    changes: ['customers', 'grades', 'bulk', 'tags', 'today'],
    onDone: (result) => {
      if (result.skipped.length > 0) return setOutcome(result)
      offerUndo({ text: `${verb}：${result.changed} 家已完成`, ...undoOf(result.bulkId) })
      onClose()
      onDone()
    },
  })
  // What comes back and what is kept is looked at first, like on that page.
  const undo = (id: string) => void navigate({ to: '/customers/bulk-changes', search: { undo: id } })
  const undoOf = (id: string | null) => (id ? { undo: () => undo(id) } : {})
  if (outcome) {
    return (
      <Dialog
        open
        title={`${outcome.changed} 家已完成，${outcome.skipped.reduce((sum, { count }) => sum + count, 0)} 家没有动`}
        okText="知道了"
        cancelText="撤销"
        cancelButtonProps={{ style: outcome.bulkId ? {} : { display: 'none' } }}
        closable={false}
        onOk={onDone}
        onCancel={() => {
          onDone()
          if (outcome.bulkId) undo(outcome.bulkId)
        }}
      >
        <SkippedList skipped={outcome.skipped} />
      </Dialog>
    )
  }
  const count = preview.data?.changed
  const nothing = count === 0
  return (
    <Dialog
      open
      title={title}
      okText={missing ?? (nothing ? '没有要改的' : count === undefined ? verb : `${verb} ${count} 家`)}
      cancelText="取消"
      okButtonProps={{ disabled: missing !== undefined || nothing, loading: command.isPending }}
      onOk={() => command.mutate()}
      onCancel={onClose}
    >
      <div className={styles.body}>
        {children}
        {preview.data && <Preview preview={preview.data} />}
        {preview.error && <RefusalBox error={preview.error} />}
        {command.error && <RefusalBox error={command.error} />}
      </div>
    </Dialog>
  )
}

function usePreview(selected: Selected, change: Change | null) {
  // The kind comes with its own fields; together with the selection it is the body of that kind.
  const body = { ...change, ...bodyOf(selected) } as NonNullable<
    Parameters<typeof client.bulk.preview>[0]
  >['body']
  return useQuery({
    queryKey: ['bulk', 'preview', body],
    queryFn: () => client.bulk.preview({ body }),
    enabled: change !== null,
    staleTime: 0,
    gcTime: 0,
  })
}

function Preview({ preview }: { preview: BulkPreview }) {
  return (
    <section className={styles.preview} aria-label="会改什么">
      {preview.steps.map(({ from, to, count, customers }) => (
        <p key={`${from} ${to}`}>
          <strong>
            {from} → {to}：{count} 家
          </strong>
          <span>
            <CustomerNames count={count} customers={customers} />
          </span>
        </p>
      ))}
      {preview.skipped.length > 0 && (
        <>
          <p className={styles.untouched}>不动的：</p>
          <SkippedList skipped={preview.skipped} />
        </>
      )}
    </section>
  )
}
