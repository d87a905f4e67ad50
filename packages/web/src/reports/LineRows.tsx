import { CheckCircleFilled, CloseOutlined, MinusCircleFilled, PlusOutlined } from '@ant-design/icons'
import { lineLimit, linesLimit } from '@zhuowei/domain/reports/daily-draft.ts'
import { Input } from 'antd'
import { type ClipboardEvent, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { isComposing } from '../ui/ime.ts'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import styles from './LineRows.module.css'
import { LineSource } from './LineSource.tsx'
import {
  type DraftLine,
  needsSplitting,
  nextDone,
  pasteInto,
  withoutRow,
  withRowAfter,
} from './report-draft.ts'
import { sourceIcon } from './sources.tsx'

interface LineRowsProps {
  rows: DraftLine[]
  onChange: (rows: DraftLine[]) => void
  /** 任务描述 or 完成情况, for the names of the rows. */
  label: string
  /** Rows of the plan say whether they were done. */
  checks?: boolean
  /** Its words stand; only what is asked below them is answered. */
  fixed?: boolean
  /** When the fact behind a row happened: “10:00”. */
  timeOf?: (line: DraftLine) => string | undefined
  /** Under a row: what happened of it, and what is asked about it. */
  below?: (line: DraftLine, edit: (change: Partial<DraftLine>) => void) => ReactNode
  errorId?: string
  invalid?: boolean
  children?: ReactNode
}

/** The lines of one box: typed, moved through with Enter and Backspace, each with the source that it came from. */
export function LineRows({
  rows,
  onChange,
  label,
  checks = false,
  fixed = false,
  timeOf,
  below,
  errorId,
  invalid,
  children,
}: LineRowsProps) {
  const list = useRef<HTMLDivElement>(null)
  const [focus, setFocus] = useState<string | null>(null)
  const [left, setLeft] = useState<readonly string[]>([])
  const isFull = rows.length >= linesLimit
  useEffect(() => {
    if (!focus) return
    list.current?.querySelector<HTMLTextAreaElement>(`[data-row="${focus}"] textarea`)?.focus()
    setFocus(null)
  }, [focus])
  const put = ({ rows: next, focus: key }: { rows: DraftLine[]; focus: string }) => {
    onChange(next)
    setFocus(key)
  }
  const onKeyDown = (event: KeyboardEvent, row: DraftLine) => {
    if (isComposing(event)) return
    if (event.key === 'Enter' && !event.shiftKey && !event.metaKey && !event.ctrlKey) {
      event.preventDefault()
      if (!isFull) put(withRowAfter(rows, row.key))
    }
    if (event.key === 'Backspace' && row.text === '') {
      event.preventDefault()
      put(withoutRow(rows, row.key))
    }
  }
  const onPaste = (event: ClipboardEvent<HTMLTextAreaElement>, row: DraftLine) => {
    const { selectionStart: from, selectionEnd: to } = event.currentTarget
    const text = event.clipboardData.getData('text')
    if (!needsSplitting(row, { from, to }, text)) return
    event.preventDefault()
    const pasted = pasteInto(rows, row.key, { from, to }, text)
    setLeft(pasted.left)
    put(pasted)
  }
  const edit = (row: DraftLine, change: Partial<DraftLine>) =>
    onChange(rows.map((one) => (one.key === row.key ? { ...one, ...change } : one)))
  return (
    <div ref={list} className={styles.box} data-invalid={invalid}>
      <ul>
        {rows.map((row, index) => (
          <li key={row.key} data-row={row.key} className={styles.row}>
            {checks ? (
              <Check line={row} onToggle={() => edit(row, { done: nextDone(row.done) })} />
            ) : (
              <span className={styles.icon} aria-hidden="true">
                {sourceIcon(row.ref)}
              </span>
            )}
            {fixed ? (
              <p className={styles.fixed}>{row.text}</p>
            ) : (
              <Input.TextArea
                variant="borderless"
                className={styles.text}
                autoSize={{ minRows: 1, maxRows: 16 }}
                value={row.text}
                maxLength={lineLimit}
                aria-label={`${label}第 ${index + 1} 条`}
                aria-describedby={errorId}
                aria-invalid={invalid}
                placeholder="写一条，回车写下一条"
                onChange={({ target }) => edit(row, { text: target.value })}
                onKeyDown={(event) => onKeyDown(event, row)}
                onPaste={(event) => onPaste(event, row)}
              />
            )}
            <span className={styles.source}>
              {!fixed && row.text.length > lineLimit * 0.9 && (
                <small>
                  {row.text.length} / {lineLimit} 字
                </small>
              )}
              <LineSource line={row} time={timeOf?.(row)} />
            </span>
            {!fixed && (
              <button
                type="button"
                className={styles.remove}
                aria-label={`删去${label}第 ${index + 1} 条`}
                onClick={() => put(withoutRow(rows, row.key))}
              >
                <CloseOutlined />
              </button>
            )}
            {below?.(row, (change) => edit(row, change))}
          </li>
        ))}
      </ul>
      {left.length > 0 && (
        <RefusalBox
          title={`还有 ${left.length} 条没有贴进来`}
          reason={`一栏最多 ${linesLimit} 条；没贴进来的第一条是“${left[0]?.slice(0, 30)}”。`}
        />
      )}
      {fixed ? null : isFull ? (
        <p className={styles.full}>已有 {linesLimit} 条，不能再加</p>
      ) : (
        <button
          type="button"
          className={styles.add}
          onClick={() => put(withRowAfter(rows, rows.at(-1)?.key ?? ''))}
        >
          <PlusOutlined /> 加一条
        </button>
      )}
      {children}
    </div>
  )
}

function Check({ line, onToggle }: { line: DraftLine; onToggle: () => void }) {
  const said = line.done === null ? '还没说' : line.done ? '已完成' : '没有完成'
  return (
    <button
      type="button"
      className={styles.check}
      data-done={String(line.done)}
      title={`${said}，点一下改变`}
      aria-label={`${line.text || '这一条'}：${said}`}
      onClick={onToggle}
    >
      {line.done === null ? (
        <span className={styles.open} />
      ) : line.done ? (
        <CheckCircleFilled />
      ) : (
        <MinusCircleFilled />
      )}
    </button>
  )
}
