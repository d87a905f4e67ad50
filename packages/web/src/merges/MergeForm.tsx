import { useNavigate } from '@tanstack/react-router'
import type { MergePreview, MergeRecord } from '@zhuowei/contract/merges.ts'
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { client } from '../app/client.ts'
import { useCommand } from '../app/useCommand.ts'
import { Panel } from '../ui/Panel.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { useUndo } from '../ui/UndoBar.tsx'
import styles from './MergeForm.module.css'
import { RecordCard } from './RecordCard.tsx'

type Field = MergePreview['fields'][number]

/** What each record says about a field; the kept one's word holds unless it says nothing or another is chosen. */
export function MergeForm({ preview, merge }: { preview: MergePreview; merge: ReturnType<typeof useMerge> }) {
  const { records, fields, notes } = preview
  const [keptId, setKeptId] = useState(preview.suggestedId)
  const [isOne, setIsOne] = useState(false)
  const [chosen, setChosen] = useState<Partial<Record<Field['field'], string>>>({})
  const kept = records.find(({ id }) => id === keptId)
  const fromOf = (field: Field) => chosen[field.field] ?? naturalChoice(field, records, keptId)
  const differing = fields.filter(({ values }) => new Set(values).size > 1)
  const same = fields.filter((field) => !differing.includes(field) && field.values[0])
  const codes = new Set(fields.find(({ field }) => field === 'creditCode')?.values.filter(Boolean))
  const submit = () => {
    if (!kept) return
    merge.mutate({
      kept: { id: kept.id, version: kept.version },
      others: records.filter(({ id }) => id !== keptId).map(({ id, version }) => ({ id, version })),
      take: differing.map((field) => ({ field: field.field, from: fromOf(field) })),
    })
  }
  return (
    <div className={styles.form} style={{ '--records': records.length }}>
      <fieldset className={styles.records}>
        <legend>保留哪一家</legend>
        {records.map((record) => (
          <RecordCard
            key={record.id}
            record={record}
            kept={record.id === keptId}
            onKeep={() => setKeptId(record.id)}
          />
        ))}
      </fieldset>
      <Panel title="不一样的内容" note={differing.length > 0 ? '点选合并后要用的' : '没有，内容都一样'} flush>
        {differing.map((field) => (
          <FieldChoice
            key={field.field}
            field={field}
            records={records}
            from={fromOf(field)}
            onChoose={(id) => setChosen({ ...chosen, [field.field]: id })}
          />
        ))}
        {same.length > 0 && (
          <p className={styles.same}>
            相同：{same.map(({ label, values }) => `${label} ${values[0]}`).join('，')}
          </p>
        )}
      </Panel>
      {notes.map((note) => (
        <p key={note} className={styles.note}>
          {note}
        </p>
      ))}
      {codes.size > 1 && (
        <Checkbox checked={isOne} onChange={({ target }) => setIsOne(target.checked)}>
          统一社会信用代码不同，多半是两家单位；已核实是同一家
        </Checkbox>
      )}
      {merge.error && <RefusalBox error={merge.error} />}
      <div className={styles.foot}>
        <Button
          type="primary"
          loading={merge.isPending}
          disabled={merge.isPending || merge.isSuccess || (codes.size > 1 && !isOne)}
          onClick={submit}
        >
          合并为一家
        </Button>
        <span>负责人、片区和等级随保留的客户，要改可以合并后再改</span>
      </div>
    </div>
  )
}

/** The page holds it: once the records are merged there is nothing left to compare. */
export function useMerge() {
  const navigate = useNavigate()
  const offerUndo = useUndo()
  const changes = ['merges', 'customers', 'contacts', 'activities', 'today']
  const undo = useCommand((id: string) => client.merges.undo({ params: { id } }), { changes })
  type Body = NonNullable<Parameters<typeof client.merges.merge>[0]>['body']
  return useCommand((body: Body) => client.merges.merge({ body }), {
    changes,
    onDone: ({ id, kept, others }) => {
      offerUndo({
        text: `${others.map(({ name }) => name).join('、')}已并入${kept.name}`,
        undo: () => undo.mutate(id),
      })
      void navigate({ to: '/customers/$customerId', params: { customerId: kept.id } })
    },
  })
}

/** The kept record's word, or the first that says anything. */
function naturalChoice({ values }: Field, records: readonly MergeRecord[], keptId: string): string {
  const says = (id: string) => values[records.findIndex((record) => record.id === id)]
  if (says(keptId)) return keptId
  return records.find(({ id }) => says(id))?.id ?? keptId
}

interface FieldChoiceProps {
  field: Field
  records: readonly MergeRecord[]
  from: string
  onChoose: (id: string) => void
}

function FieldChoice({ field: { field, label, values }, records, from, onChoose }: FieldChoiceProps) {
  return (
    <fieldset className={styles.field}>
      <legend>{label}</legend>
      {records.map(({ id, name, number }, index) => (
        <label key={id} className={styles.option} data-on={id === from}>
          <input
            type="radio"
            name={field}
            checked={id === from}
            onChange={() => onChoose(id)}
            aria-label={`${label}用${name}（${number}）的：${values[index] ?? '未填'}`}
          />
          {values[index] ? <span>{values[index]}</span> : <span className={styles.blank}>未填</span>}
        </label>
      ))}
    </fieldset>
  )
}
