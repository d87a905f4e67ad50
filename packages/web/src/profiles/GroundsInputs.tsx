import { profileBases, profileBasisLabel } from '@zhuowei/domain/profiles/profile.ts'
import { Input } from 'antd'
import { ChoiceChips } from '../ui/ChoiceChips.tsx'
import { FormField, FormFields } from '../ui/FormField.tsx'
import type { ProblemForm } from '../ui/useProblemForm.ts'
import type { GroundsValues } from './grounds-values.ts'

/** Purpose, basis and source: without them nothing is kept (G25). */
export function GroundsInputs<V extends GroundsValues>({ form: given }: { form: ProblemForm<V> }) {
  const form = given as unknown as ProblemForm<GroundsValues> // reads and sets only these three
  return (
    <FormFields>
      <FormField form={form} name="basis" label="依据" required>
        {({ id, value }) => (
          <ChoiceChips
            id={id}
            label="依据"
            value={value}
            onChange={(next) => form.set('basis', next)}
            options={profileBases.map((one) => ({ value: one, label: profileBasisLabel[one] }))}
          />
        )}
      </FormField>
      <FormFields columns>
        <FormField form={form} name="purpose" label="目的" prompt="为哪件业务" required>
          {(control) => (
            <Input
              {...control}
              maxLength={200}
              autoComplete="off"
              onChange={({ target }) => form.set('purpose', target.value)}
            />
          )}
        </FormField>
        <FormField form={form} name="source" label="来源" prompt="何时何地、从谁那里" required>
          {(control) => (
            <Input
              {...control}
              maxLength={200}
              autoComplete="off"
              onChange={({ target }) => form.set('source', target.value)}
            />
          )}
        </FormField>
      </FormFields>
    </FormFields>
  )
}
