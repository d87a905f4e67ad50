import { lacksIssue } from '@zhuowei/domain/reports/daily-draft.ts'
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { Segments } from '../ui/Segments.tsx'
import { Dialog } from '../ui/Sheet.tsx'
import styles from './ConfirmFiling.module.css'
import { contentOf, type DraftLine, type ReportDraft } from './report-draft.ts'

interface ConfirmFilingProps {
  draft: ReportDraft
  /** 今天还没过完: until when the report may still grow, and what happens then. */
  early: string | null
  onFile: (said: ReportDraft) => void
  onClose: () => void
}

/** Plan lines about which nothing was said; 五.1.2)① asks what was not done. */
export const unsaidIn = ({ description }: ReportDraft): DraftLine[] =>
  description.filter(({ text, done }) => done === null && text.trim() !== '')

/** Asked once before filing: what became of the plan, and whether the day is over at all. */
export function ConfirmFiling({ draft, early, onFile, onClose }: ConfirmFilingProps) {
  const [said, setSaid] = useState(draft)
  const issueId = useId()
  const asked = unsaidIn(draft)
  const lacks = lacksIssue(contentOf(said))
  const mark = (key: string, done: boolean) =>
    setSaid((before) => ({
      ...before,
      description: before.description.map((line) => (line.key === key ? { ...line, done } : line)),
    }))
  const open = unsaidIn(said).length
  return (
    <Dialog
      open
      title={early ? '今天还没过完，现在就交？' : `${asked.length} 项计划完成没有？`}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>{early ? '晚点再交' : '再改改'}</Button>
          <Button type="primary" disabled={lacks} onClick={() => onFile(said)}>
            {lacks ? '先写存在问题及计划' : early ? '现在就交' : '提交日报'}
          </Button>
        </>
      }
    >
      {early && <p className={styles.early}>{early}</p>}
      {asked.length > 0 && (
        <ul className={styles.lines}>
          {asked.map(({ key, text }) => {
            const done = said.description.find((line) => line.key === key)?.done ?? null
            return (
              <li key={key}>
                <span>{text}</span>
                <Segments<'done' | 'undone' | ''>
                  label={`${text}：完成没有`}
                  value={done === null ? '' : done ? 'done' : 'undone'}
                  onChange={(value) => mark(key, value === 'done')}
                  options={[
                    { value: 'done', label: '完成' },
                    { value: 'undone', label: '没完成' },
                  ]}
                />
              </li>
            )
          })}
        </ul>
      )}
      {(lacks || said.issue !== draft.issue) && (
        <div className={styles.issue}>
          <label htmlFor={issueId}>存在问题及计划</label>
          <Input.TextArea
            id={issueId}
            autoSize={{ minRows: 2, maxRows: 8 }}
            maxLength={4000}
            value={said.issue}
            placeholder="没有完成的原因和下一步"
            onChange={({ target }) => setSaid({ ...said, issue: target.value })}
          />
        </div>
      )}
      {open > 0 && <p className={styles.open}>没说明的 {open} 项带入下一份日报，标“上次未完成”。</p>}
    </Dialog>
  )
}
