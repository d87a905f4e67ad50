import { useQuery } from '@tanstack/react-query'
import type { Report } from '@zhuowei/contract/report-shapes.ts'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { client, read } from '../app/client.ts'
import { useCommand } from '../app/useCommand.ts'
import { ClauseChip } from '../ui/ClauseChip.tsx'
import { isComposing } from '../ui/ime.ts'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import styles from './CommentBox.module.css'
import { QuickPhrases } from './QuickPhrases.tsx'

interface CommentBoxProps {
  report: Report
  /** Goes on to the next report; on a page of its own there is none. */
  onNext?: (() => void) | undefined
  /** So that the key C finds it. */
  fieldId?: string
}

/** 五.1.1) what the manager says: one key sends it and opens the next report. */
export function CommentBox({ report, onNext, fieldId }: CommentBoxProps) {
  const [body, setBody] = useState('')
  const { data: quick } = useQuery(read('reports', 'quickPhrases'))
  const changes = ['reports', 'today']
  const comment = useCommand(
    (text: string) => client.reports.comment({ params: { id: report.id }, body: { body: text } }),
    {
      changes,
      onDone: () => {
        setBody('')
        onNext?.()
      },
    },
  )
  const send = () => body.trim() && !comment.isPending && comment.mutate(body)
  return (
    <div className={styles.box}>
      <QuickPhrases
        phrases={quick?.phrases ?? []}
        onChoose={(phrase) => setBody((before) => (before ? `${before}${phrase}` : phrase))}
      />
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
            if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey) || isComposing(event)) return
            event.preventDefault()
            send()
          }}
        />
        {comment.error && <RefusalBox error={comment.error} />}
        <div className={styles.verbs}>
          <ClauseChip clause="五.1.1)" />
          <span>点评后通知{report.author.name}</span>
          <Button type="primary" disabled={body.trim() === ''} loading={comment.isPending} onClick={send}>
            {onNext ? '点评，下一篇' : '点评'}
          </Button>
        </div>
      </div>
    </div>
  )
}
