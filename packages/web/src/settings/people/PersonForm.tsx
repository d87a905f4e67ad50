import { useQueryClient } from '@tanstack/react-query'
import type { Person } from '@zhuowei/contract/person-shapes.ts'
import { Button } from 'antd'
import { type ReactNode, useRef, useState } from 'react'
import { ConflictDialog } from '../../ui/ConflictDialog.tsx'
import type { ConflictField, Side } from '../../ui/conflict.ts'
import { RefusalBox } from '../../ui/RefusalBox.tsx'
import { type ProblemForm, useProblemForm } from '../../ui/useProblemForm.ts'
import styles from './PersonCard.module.css'
import { type PersonValues, valuesOf } from './person-values.ts'
import { useValueText } from './useValueText.ts'

interface PersonFormProps {
  person: Person
  /** The fields of this form, in the words of the conflict dialog. */
  labels: Partial<Record<keyof PersonValues, string>>
  note?: string
  send: (values: PersonValues, version: number) => Promise<Person>
  onClose: () => void
  children: (form: ProblemForm<PersonValues>) => ReactNode
}

/** One part of a person in place of the facts; when somebody else was faster, both versions are shown. */
export function PersonForm({ person, labels, note, send, onClose, children }: PersonFormProps) {
  const queryClient = useQueryClient()
  const [original] = useState(person)
  const merged = useRef<{ values: PersonValues; version: number } | null>(null)
  const form = useProblemForm({
    initial: valuesOf(original),
    send: (values) => send(merged.current?.values ?? values, merged.current?.version ?? original.version),
    onDone: () => {
      void queryClient.invalidateQueries({ queryKey: ['organisation'] })
      onClose()
    },
  })
  const text = useValueText()
  const theirs = form.problem?.code === 'version_conflict' ? (form.problem.facts?.current as Person) : null // the server's own reply shape
  const fields = theirs ? conflictFields(labels, valuesOf(original), form.values, valuesOf(theirs), text) : []
  const saveMerged = (sides: Record<string, Side>) => {
    if (!theirs) return
    merged.current = { values: mergedValues(sides, valuesOf(theirs), form.values), version: theirs.version }
    form.submit()
  }
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        form.submit()
      }}
    >
      {children(form)}
      {form.refusal !== null && !theirs && <RefusalBox error={form.refusal} />}
      {note && <p className={styles.none}>{note}</p>}
      <div className={styles.buttons}>
        <Button type="primary" htmlType="submit" loading={form.submitting}>
          保存
        </Button>
        <Button onClick={onClose}>取消</Button>
      </div>
      {theirs && (
        <ConflictDialog
          title={`您编辑时，${original.name}的资料已被别人改过`}
          theirs="对方的"
          fields={fields}
          saving={form.submitting}
          onSave={saveMerged}
          onGiveUp={() => {
            void queryClient.invalidateQueries({ queryKey: ['organisation'] })
            onClose()
          }}
        />
      )}
    </form>
  )
}

type Values = Readonly<PersonValues>

function conflictFields(
  labels: PersonFormProps['labels'],
  original: Values,
  mine: Values,
  theirs: Values,
  text: (key: keyof PersonValues, values: Values) => string,
): ConflictField[] {
  // Object.entries forgets the keys of the table
  return (Object.entries(labels) as [keyof PersonValues, string][]).map(([key, label]) => ({
    key,
    label,
    original: text(key, original),
    mine: text(key, mine),
    theirs: text(key, theirs),
  }))
}

/** Their version, with what was chosen or changed on this side. */
function mergedValues(sides: Record<string, Side>, theirs: PersonValues, mine: PersonValues): PersonValues {
  const kept = Object.entries(mine).filter(([key]) => sides[key] === 'mine')
  return { ...theirs, ...Object.fromEntries(kept) }
}
