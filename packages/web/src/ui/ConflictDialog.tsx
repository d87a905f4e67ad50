import { ExclamationCircleFilled } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import styles from './ConflictDialog.module.css'
import { type ConflictField, decisionOf, mergedSides, type Side } from './conflict.ts'
import { RefusalBox } from './RefusalBox.tsx'
import { Segments } from './Segments.tsx'
import { Dialog } from './Sheet.tsx'
import { StateTag } from './StateTag.tsx'

interface ConflictDialogProps {
  /** “您编辑时，亨礼在 08:36 改了这家客户”. */
  title: string
  /** “亨礼的”. */
  theirs: string
  fields: readonly ConflictField[]
  saving?: boolean
  /** Why the merge could not be saved; the choices stay. */
  error?: unknown
  onSave: (sides: Record<string, Side>) => void
  /** Drops what I changed; their version stays. */
  onGiveUp: () => void
}

/** Two people changed one record: three columns, a choice per real conflict; saving waits until all are chosen. */
export function ConflictDialog({
  title,
  theirs,
  fields,
  saving = false,
  error,
  onSave,
  onGiveUp,
}: ConflictDialogProps) {
  const [chosen, setChosen] = useState<Record<string, Side>>({})
  const changed = fields.filter((field) => decisionOf(field) !== 'same')
  const open = changed.filter((field) => decisionOf(field) === 'conflict' && !chosen[field.key]).length
  const sides = mergedSides(fields, chosen)
  return (
    <Dialog
      open
      width={960}
      closable={false}
      mask={{ closable: false }}
      title={
        <span className={styles.title}>
          <ExclamationCircleFilled /> {title}
        </span>
      }
      footer={
        <div className={styles.foot}>
          <span>未选的一方仍在历史中</span>
          <Button onClick={onGiveUp}>放弃我的修改</Button>
          <Button type="primary" disabled={!sides} loading={saving} onClick={() => sides && onSave(sides)}>
            {open > 0 ? `保存合并（先选 ${open} 项冲突）` : '保存合并'}
          </Button>
        </div>
      }
    >
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">字段</th>
              <th scope="col">原值</th>
              <th scope="col">您的修改</th>
              <th scope="col">{theirs}</th>
              <th scope="col">保留</th>
            </tr>
          </thead>
          <tbody>
            {changed.map((field) => (
              <Row
                key={field.key}
                field={field}
                theirs={theirs}
                side={chosen[field.key]}
                onChoose={(side) => setChosen({ ...chosen, [field.key]: side })}
              />
            ))}
          </tbody>
        </table>
      </div>
      {Boolean(error) && <RefusalBox error={error} />}
    </Dialog>
  )
}

interface RowProps {
  field: ConflictField
  theirs: string
  side: Side | undefined
  onChoose: (side: Side) => void
}

function Row({ field, theirs, side, onChoose }: RowProps) {
  const decision = decisionOf(field)
  return (
    <tr>
      <th scope="row">
        {field.label} {decision === 'conflict' && <StateTag tone="amber">冲突</StateTag>}
      </th>
      <td data-label="原值">{field.original || '无'}</td>
      <td data-label="您的修改">{changedText(field.mine, field.original)}</td>
      <td data-label={theirs}>{changedText(field.theirs, field.original)}</td>
      <td data-label="保留">
        {decision === 'conflict' ? (
          <Segments<Side | ''>
            label={`${field.label}保留哪一个`}
            value={side ?? ''}
            onChange={(value) => value && onChoose(value)}
            options={[
              { value: 'mine', label: '我的' },
              { value: 'theirs', label: theirs },
              { value: 'original', label: '都不要' },
            ]}
          />
        ) : (
          `自动合并：${decision === 'mine' ? '我的' : theirs}`
        )}
      </td>
    </tr>
  )
}

function changedText(value: string, original: string) {
  return value === original ? <span className={styles.same}>未改</span> : <strong>{value || '清空'}</strong>
}
