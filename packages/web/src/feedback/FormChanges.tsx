import styles from './FormChanges.module.css'

interface FormChangesProps {
  changes: readonly { label: string; from: string; to: string }[]
}

/** What was written before, struck out, and what stands now. */
export function FormChanges({ changes }: FormChangesProps) {
  return (
    <dl className={styles.changes}>
      {changes.map(({ label, from, to }) => (
        <div key={label}>
          <dt>{label}</dt>
          {from && (
            <dd>
              <del>{from}</del>
            </dd>
          )}
          <dd>{to ? <ins>{to}</ins> : '清空'}</dd>
        </div>
      ))}
    </dl>
  )
}
