import type { Report } from '@zhuowei/contract/report-shapes.ts'
import { reportKindLabel } from '@zhuowei/domain/reports/kinds.ts'
import { Button } from 'antd'
import { useId, useRef, useState } from 'react'
import { Sheet } from '../ui/Sheet.tsx'
import { BottomActions } from '../ui/SubmitBar.tsx'
import { CommentBox } from './CommentBox.tsx'
import { useCommentDraft } from './useCommentDraft.ts'

interface CommentBarProps {
  report: Report
  /** “第 1 / 6”. */
  position?: string
  /** Marks the report as read and opens the next. */
  onRead?: () => void
  onNext?: () => void
}

/** The manager's verbs on the phone, under the thumb; the words are written in a sheet. */
export function CommentBar({ report, position, onRead, onNext }: CommentBarProps) {
  const [open, setOpen] = useState(false)
  const draft = useCommentDraft(report.id)
  const fieldId = useId()
  // The next report opens once the sheet has gone and given its entry in the history back.
  const next = useRef<(() => void) | undefined>(undefined)
  return (
    <>
      <BottomActions note={position}>
        {onRead && <Button onClick={onRead}>{report.readAt ? '下一篇' : '已阅，下一篇'}</Button>}
        <Button type="primary" onClick={() => setOpen(true)}>
          {draft.body ? '点评（没发完）' : onNext ? '点评，下一篇' : '点评'}
        </Button>
      </BottomActions>
      <Sheet
        open={open}
        placement="bottom"
        size="auto"
        title={`点评${report.author.name}的${reportKindLabel[report.kind]}`}
        onClose={() => setOpen(false)}
        afterOpenChange={(shown) => {
          if (shown) return document.getElementById(fieldId)?.focus()
          next.current?.()
          next.current = undefined
        }}
      >
        <CommentBox
          report={report}
          draft={draft}
          fieldId={fieldId}
          onNext={() => {
            next.current = onNext
            setOpen(false)
          }}
          verb={onNext ? '点评，下一篇' : '点评'}
        />
      </Sheet>
    </>
  )
}
