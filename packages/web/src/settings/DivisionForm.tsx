import { useQueryClient } from '@tanstack/react-query'
import type { Division } from '@zhuowei/contract/organisation.ts'
import { Input, Select } from 'antd'
import { client } from '../app/client.ts'
import { FormField, FormFields } from '../ui/FormField.tsx'
import { useProblemForm } from '../ui/useProblemForm.ts'
import { InlineForm } from './InlineForm.tsx'

/** The name of a division, of its company, and the other names that the regulation uses for it (G1). */
export function DivisionForm({ division, onClose }: { division?: Division; onClose: () => void }) {
  const queryClient = useQueryClient()
  const form = useProblemForm({
    initial: {
      name: division?.name ?? '',
      companyName: division?.companyName ?? '卓维',
      aliases: division?.aliases ?? [],
    },
    send: (body, idempotencyKey) =>
      division
        ? client.organisation.updateDivision({
            params: { id: division.id },
            body: { ...body, version: division.version },
          })
        : client.organisation.createDivision({ body, idempotencyKey }),
    onDone: () => {
      void queryClient.invalidateQueries({ queryKey: ['organisation'] })
      void queryClient.invalidateQueries({ queryKey: ['session'] })
      onClose()
    },
  })
  return (
    <InlineForm form={form} label={division ? '保存' : '建立事业部'} onClose={onClose}>
      <FormFields columns>
        <FormField form={form} name="name" label="事业部名称" required>
          {(control) => (
            <Input {...control} autoFocus onChange={(event) => form.set('name', event.target.value)} />
          )}
        </FormField>
        <FormField form={form} name="companyName" label="公司名称" required>
          {(control) => (
            <Input {...control} onChange={(event) => form.set('companyName', event.target.value)} />
          )}
        </FormField>
        <FormField form={form} name="aliases" label="别名" prompt="制度里的其他叫法，回车添加">
          {(control) => (
            <Select
              {...control}
              mode="tags"
              open={false}
              suffixIcon={null}
              tokenSeparators={[',', '，', '、']}
              onChange={(aliases: string[]) => form.set('aliases', aliases)}
            />
          )}
        </FormField>
      </FormFields>
    </InlineForm>
  )
}
