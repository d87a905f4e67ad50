import { Input } from 'antd'
import { useId } from 'react'
import { usePhone } from '../ui/useMedia.ts'
import { VoiceKey } from '../ui/VoiceKey.tsx'
import styles from './Editor.module.css'
import { errorOf } from './EditorFrame.tsx'
import { FieldError } from './EditorParts.tsx'
import type { useReportDraft } from './useReportDraft.ts'

interface IssueBoxProps {
  work: ReturnType<typeof useReportDraft>
  /** So many items were not done and nothing is said about them yet. */
  open: number
  /** Each item has a place of its own for it, too. */
  byItem?: boolean
}

/** 五.1.2)① 如果没有完成请填写存在问题及计划: the foot of 完成情况. */
export function IssueBox({ work: { draft, change, ...work }, open, byItem = false }: IssueBoxProps) {
  const id = useId()
  const phone = usePhone()
  const error = errorOf(work, 'issue')
  return (
    <div className={styles.issue} data-needed={open > 0}>
      <div className={styles.issueHead}>
        <label htmlFor={id}>存在问题及计划{open > 0 && `（${askedFor(open, byItem)}）`}</label>
        <VoiceKey
          label="存在问题及计划"
          onText={(text) => change((before) => ({ ...before, issue: before.issue + text }))}
        />
      </div>
      <Input.TextArea
        id={id}
        variant="borderless"
        autoSize={{ minRows: phone ? 2 : 3, maxRows: 12 }}
        value={draft.issue}
        maxLength={4000}
        aria-invalid={error !== undefined}
        aria-describedby={`${id}-error`}
        placeholder={open > 0 ? '写明没有完成的原因和下一步' : '没有就不写'}
        onChange={({ target }) => change((before) => ({ ...before, issue: target.value }))}
      />
      <FieldError id={`${id}-error`} message={error} />
    </div>
  )
}

/** 五.2.3)② for the items together here, or for each under it. */
const askedFor = (open: number, byItem: boolean) =>
  byItem ? `${open} 项未完成，逐项写或在这里一起写` : `${open} 项未完成，必填`
