import { reportWords } from '@zhuowei/domain/clauses/prescribed.ts'
import { specialReasonLabel, specialReasons } from '@zhuowei/domain/reports/timeliness.ts'
import { Input } from 'antd'
import styles from './ReasonField.module.css'
import type { ReportDraft } from './report-draft.ts'

interface ReasonFieldProps {
  draft: ReportDraft
  onChange: (change: Partial<ReportDraft>) => void
  errors: { kind: string | undefined; text: string | undefined }
}

/** 五.1.3)② 如有特殊原因: one of five, 其他 with words of its own. */
export function ReasonField({ draft, onChange, errors }: ReasonFieldProps) {
  const { specialReasonKind: chosen, specialReason } = draft
  return (
    <fieldset className={styles.field}>
      <legend>
        <span className={styles.required}>*</span>
        {reportWords.specialReason}
      </legend>
      <div className={styles.kinds}>
        {specialReasons.map((kind) => (
          <button
            key={kind}
            type="button"
            aria-pressed={kind === chosen}
            onClick={() => onChange({ specialReasonKind: kind === chosen ? null : kind })}
          >
            {specialReasonLabel[kind]}
          </button>
        ))}
      </div>
      <Input
        className={styles.text}
        aria-label="特殊原因的说明"
        placeholder={chosen === 'other' ? '写明其他原因（必填）' : '说明，可不写'}
        status={errors.text ? 'error' : ''}
        maxLength={500}
        value={specialReason}
        onChange={({ target }) => onChange({ specialReason: target.value })}
      />
      {(errors.kind ?? errors.text) && (
        <p className={styles.error} role="alert">
          {errors.kind ?? errors.text}
        </p>
      )}
    </fieldset>
  )
}
