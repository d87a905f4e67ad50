import { useQuery } from '@tanstack/react-query'
import type { Report } from '@zhuowei/contract/report-shapes.ts'
import { Button, Input } from 'antd'
import type { ReactNode } from 'react'
import { client, read } from '../app/client.ts'
import { useCommand } from '../app/useCommand.ts'
import { ClauseChip } from '../ui/ClauseChip.tsx'
import { isComposing } from '../ui/ime.ts'
import { Kbd } from '../ui/Kbd.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { usePhone } from '../ui/useMedia.ts'
import { useShortcuts } from '../ui/useShortcuts.ts'
import styles from './CommentBox.module.css'
import { QuickPhrases } from './QuickPhrases.tsx'
import type { CommentDraft } from './useCommentDraft.ts'

interface CommentBoxProps {
  report: Report
  draft: CommentDraft
  /** Goes on to the next report; on a page of its own there is none. */
  onNext?: (() => void) | undefined
  /** So that the key C finds it. */
  fieldId: string
  /** Beside the verb: 已阅. */
  others?: ReactNode
  /** The words are still here although the next report was asked for. */
  warning?: string | null
  verb?: string
}

/** 五.1.1) what the manager says: one key sends it and opens the next report. */
export function CommentBox({ report, draft, onNext, fieldId, others, warning, verb }: CommentBoxProps) {
  const phone = usePhone()
  const { body, setBody } = draft
  const { data: quick } = useQuery(read('reports', 'quickPhrases'))
  const comment = useCommand(
    (text: string) => client.reports.comment({ params: { id: report.id }, body: { body: text } }),
    {
      changes: ['reports', 'today'],
      onDone: () => {
        draft.clear()
        onNext?.()
      },
    },
  )
  const send = () => {
    if (body.trim() && !comment.isPending) comment.mutate(body)
  }
  useShortcuts({ 'mod+Enter': send })
  const choose = (phrase: string) => {
    setBody(body ? `${body}${phrase}` : phrase)
    document.getElementById(fieldId)?.focus()
  }
  return (
    <div className={styles.box}>
      <QuickPhrases phrases={quick?.phrases ?? []} onChoose={choose} />
      <div className={styles.field}>
        <Input.TextArea
          id={fieldId}
          aria-label="点评"
          variant="borderless"
          autoSize={{ minRows: 2, maxRows: 8 }}
          maxLength={2000}
          placeholder="写一句指导"
          value={body}
          onChange={({ target }) => setBody(target.value)}
          onKeyDown={(event) => {
            // Out of the field, so that J, K and E work again; the words stay.
            if (event.key === 'Escape' && !isComposing(event)) event.currentTarget.blur()
          }}
        />
        {comment.error && <RefusalBox error={comment.error} />}
        {warning && (
          <p className={styles.warning} role="status">
            {warning}
          </p>
        )}
        <div className={styles.verbs}>
          <ClauseChip clause="五.1.1)" />
          <span>点评后通知{report.author.name}</span>
          <span className={styles.buttons}>
            {!phone && <Kbd keys="mod+Enter" />}
            {others}
            <Button type="primary" disabled={body.trim() === ''} loading={comment.isPending} onClick={send}>
              {verb ?? (onNext ? '点评，下一篇' : '点评')}
            </Button>
          </span>
        </div>
      </div>
    </div>
  )
}
