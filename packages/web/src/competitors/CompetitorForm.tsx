import { Link } from '@tanstack/react-router'
import { type CompetitorFact, competitorLabel } from '@zhuowei/contract/competitors.ts'
import { Input } from 'antd'
import type { ReactNode } from 'react'
import { ClauseChip } from '../ui/ClauseChip.tsx'
import { DraftNote } from '../ui/DraftNote.tsx'
import { FormField, FormFields } from '../ui/FormField.tsx'
import { Panel } from '../ui/Panel.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { SubmitBar } from '../ui/SubmitBar.tsx'
import type { ProblemForm } from '../ui/useProblemForm.ts'

export type CompetitorFields = Record<CompetitorFact | 'name', string>

export const competitorFields = Object.keys(competitorLabel) as (keyof CompetitorFields)[] // the keys of the table

const names: readonly (keyof CompetitorFields)[] = ['accountManagers', 'leaders']

/** 六.3.1)⑦ business facts only: no personal history, no family. */
export function CompetitorForm<V extends CompetitorFields>({
  form,
  set,
  others,
}: {
  form: ProblemForm<V>
  set: (name: keyof CompetitorFields, text: string) => void
  others?: ReactNode
}) {
  const isConflict = form.problem?.code === 'version_conflict'
  const isRecorded = form.problem?.code === 'duplicate_record' && form.errorOf('name') !== undefined
  return (
    <>
      <Panel
        title="公司资料"
        note={
          <>
            只写和业务有关的 <ClauseChip clause="六.3.1)⑦" />
          </>
        }
      >
        <FormFields>
          {competitorFields.map((name) => (
            <FormField
              key={name}
              form={form}
              name={name}
              label={competitorLabel[name]}
              required={name === 'name'}
              extra={name === 'name' && isRecorded && <SameName name={form.values.name} />}
            >
              {({ value, ...control }) =>
                name === 'name' ? (
                  <Input
                    {...control}
                    value={value}
                    maxLength={80}
                    onChange={({ target }) => set(name, target.value)}
                  />
                ) : (
                  <Input.TextArea
                    {...control}
                    value={value}
                    autoSize={{ minRows: names.includes(name) ? 1 : 2 }}
                    onChange={({ target }) => set(name, target.value)}
                  />
                )
              }
            </FormField>
          ))}
        </FormFields>
      </Panel>
      {form.refusal !== null && !isConflict && <RefusalBox error={form.refusal} />}
      <SubmitBar
        label="保存"
        missing={form.values.name.trim() === '' ? `请填写${competitorLabel.name}` : undefined}
        submitting={form.submitting}
        onSubmit={form.submit}
        others={others}
        note={<DraftNote savedAt={form.draft.savedAt} unkept={form.draft.unkept} />}
      />
    </>
  )
}

/** The one that is recorded already: most often one wants to add to it. What was typed is kept as a draft. */
function SameName({ name }: { name: string }) {
  return (
    <Link className="tappable" to="/market/competitors" search={{ q: name.trim() }}>
      看已有的
    </Link>
  )
}
