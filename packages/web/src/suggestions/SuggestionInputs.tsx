import { mayPropose, suggestionTypeLabel, suggestionTypes } from '@zhuowei/domain/suggestions/suggestion.ts'
import { Input } from 'antd'
import { useSession } from '../app/session.ts'
import { ChoiceChips } from '../ui/ChoiceChips.tsx'
import { FormField, FormFields } from '../ui/FormField.tsx'
import type { ProblemForm } from '../ui/useProblemForm.ts'
import { VoiceKey } from '../ui/VoiceKey.tsx'
import type { SuggestionValues } from './suggestion-values.ts'

/** For a new suggestion and for one that its author puts better. */
export function SuggestionInputs({ form }: { form: ProblemForm<SuggestionValues> }) {
  const { person } = useSession()
  return (
    <FormFields>
      <FormField form={form} name="type" label="类型" required>
        {({ id, value }) => (
          <ChoiceChips
            id={id}
            label="类型"
            value={value}
            onChange={(type) => form.set('type', type)}
            options={suggestionTypes
              .filter((type) => mayPropose(person.role, type))
              .map((type) => ({ value: type, label: suggestionTypeLabel[type] }))}
          />
        )}
      </FormField>
      <FormField form={form} name="subject" label="主题" required>
        {(control) => (
          <Input {...control} maxLength={100} onChange={({ target }) => form.set('subject', target.value)} />
        )}
      </FormField>
      <FormField
        form={form}
        name="content"
        label="内容"
        required
        extra={<VoiceKey label="内容" onText={(text) => form.set('content', form.values.content + text)} />}
      >
        {({ status, ...control }) => (
          <Input.TextArea
            {...control}
            status={status}
            autoSize={{ minRows: 4, maxRows: 14 }}
            maxLength={4000}
            placeholder="是什么情况，建议怎么做"
            onChange={({ target }) => form.set('content', target.value)}
          />
        )}
      </FormField>
    </FormFields>
  )
}
